import { checkExpression } from '#kernel/rules/types.ts'
import { fieldsOf } from './answers.ts'
import type { ProcedureContent } from './content.ts'
import { type Finding, finding, reasonOf } from './findings.ts'
import { inOrder, reachable, turned } from './graph.ts'
import type { Process, ProcessNode } from './process.ts'
import { hoursOf, sevenths } from './work-amount.ts'

type Asked = Pick<ProcedureContent, 'questions' | 'terms'>

/**
 * Everything that is wrong with a process of a procedure: its shape, its conditions over the questions, its times against the limits.
 * The same check runs while drawing and before publishing; with an error it is not published.
 */
export function checkProcess(process: Process, content: Asked): Finding[] {
  const shape = [...checkEnds(process), ...checkWays(process)]
  const whole = shape.length === 0
  return [
    ...shape,
    ...checkBranches(process),
    ...checkConsultations(process),
    ...checkConditions(process, content),
    ...(whole ? [...checkPaths(process), ...checkRings(process)] : []),
    ...checkTimes(process, content),
  ]
}

const error = (code: string, place: string, values: Finding['values'] = {}) => finding('error', code, place, values)
const names = (process: Process) => {
  const byId = new Map(process.nodes.map(({ id, name }) => [id, name.vi]))
  return (id: string) => byId.get(id) ?? id
}

/** Exactly one start and one end, and no two steps under one id. */
function checkEnds({ nodes }: Process): Finding[] {
  const count = (kind: ProcessNode['kind']) => nodes.filter((node) => node.kind === kind).length
  const one = (kind: 'start' | 'end') =>
    count(kind) === 1
      ? []
      : count(kind) === 0
        ? [error(`procedures/no-${kind}`, '')]
        : [error(`procedures/many-${kind}s`, '', { count: count(kind) })]
  const seen = new Set<string>()
  const twice = nodes.flatMap(({ id }) => {
    const isNew = !seen.has(id)
    seen.add(id)
    return isNew ? [] : [error('procedures/step-id-twice', `nodes.${id}`, { step: id })]
  })
  return [...one('start'), ...one('end'), ...twice]
}

/** Every way joins two steps that are there, once, and leads neither into the start nor out of the end. */
function checkWays(process: Process): Finding[] {
  const { nodes, edges } = process
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]))
  const nameOf = names(process)
  const seen = new Set<string>()
  return edges.flatMap(({ from, to }, index) => {
    const values = { step: nameOf(from), to: nameOf(to) }
    const place = `edges.${index}`
    const key = `${from} ${to}`
    const isTwice = seen.has(key)
    seen.add(key)
    return [
      ...(kinds.has(from) && kinds.has(to) ? [] : [error('procedures/way-to-nowhere', place, values)]),
      ...(isTwice ? [error('procedures/way-twice', place, values)] : []),
      ...(kinds.get(to) === 'start' ? [error('procedures/way-into-start', place, values)] : []),
      ...(kinds.get(from) === 'end' ? [error('procedures/way-out-of-end', place, values)] : []),
    ]
  })
}

/** A step that branches by conditions says where every other case goes. */
function checkBranches({ nodes, edges }: Process): Finding[] {
  return nodes.flatMap(({ id, name }) => {
    const ways = edges.filter(({ from }) => from === id)
    const isOpen = ways.length > 0 && ways.every(({ when }) => when !== null)
    return isOpen ? [error('procedures/no-otherwise', `nodes.${id}`, { step: name.vi })] : []
  })
}

function checkConsultations({ nodes }: Process): Finding[] {
  return nodes
    .filter(({ kind, consults, holder }) => kind === 'consult' && consults.length === 0 && holder.kind !== 'chosen')
    .map(({ id, name }) => error('procedures/consults-nobody', `nodes.${id}`, { step: name.vi }))
}

function checkConditions(process: Process, { questions }: Asked): Finding[] {
  const fields = fieldsOf(questions)
  const nameOf = names(process)
  return process.edges.flatMap(({ from, to, when }, index) => {
    const checked = when === null ? null : checkExpression(when, fields, 'boolean')
    if (!checked || !('errors' in checked)) return []
    return checked.errors
      .slice(0, 5)
      .map((fault) =>
        error('procedures/bad-condition', `edges.${index}`, { step: nameOf(from), to: nameOf(to), ...reasonOf(fault) }),
      )
  })
}

/** Every step can be come to, and leads to the end. */
function checkPaths({ nodes, edges }: Process): Finding[] {
  const idOf = (kind: ProcessNode['kind']) => nodes.find((node) => node.kind === kind)?.id ?? ''
  const [reached, leading] = [reachable(idOf('start'), edges), reachable(idOf('end'), turned(edges))]
  return nodes.flatMap(({ id, name }) => [
    ...(reached.has(id) ? [] : [error('procedures/unreachable-step', `nodes.${id}`, { step: name.vi })]),
    ...(leading.has(id) ? [] : [error('procedures/dead-end', `nodes.${id}`, { step: name.vi })]),
  ])
}

/** Back goes a case by being sent back, never along a drawn way. */
function checkRings({ nodes, edges }: Process): Finding[] {
  return nodes
    .filter(({ id }) => edges.some(({ from, to }) => from === id && reachable(to, edges).has(id)))
    .slice(0, 1)
    .map(({ id, name }) => error('procedures/ring', `nodes.${id}`, { step: name.vi }))
}

/** Steps nobody works at while they last. */
const TIMELESS = new Set<ProcessNode['kind']>(['start', 'end', 'return'])

/** The longest way through fits the limits; opinions asked together are one step and count once. */
function checkTimes(process: Process, { terms }: Asked): Finding[] {
  const missing = process.nodes
    .filter(({ kind, term }) => term === null && !TIMELESS.has(kind))
    .map(({ id, name }) => finding('warning', 'procedures/step-without-time', `nodes.${id}`, { step: name.vi }))
  const longest = longestTime(process)
  const limits = terms.map(({ term }) => sevenths(term))
  const [most, least] = [Math.max(...limits), Math.min(...limits)]
  const over = (limit: number) => ({ hours: hoursOf(longest), limit: hoursOf(limit) })
  if (longest > most) return [...missing, error('procedures/over-limit', '', over(most))]
  if (longest > least) return [...missing, finding('warning', 'procedures/over-some-limit', '', over(least))]
  return missing
}

/** The time of the longest way through the process, in sevenths of a working hour; of a ring only what lies before it. */
export function longestTime({ nodes, edges }: Process): number {
  const times = new Map(nodes.map(({ id, term }) => [id, term === null ? 0 : sevenths(term)]))
  const before = Map.groupBy(edges, ({ to }) => to)
  const ends = new Map<string, number>()
  for (const id of inOrder([...times.keys()], edges)) {
    const begins = Math.max(0, ...(before.get(id) ?? []).map(({ from }) => ends.get(from) ?? 0))
    ends.set(id, begins + (times.get(id) ?? 0))
  }
  return Math.max(0, ...ends.values())
}
