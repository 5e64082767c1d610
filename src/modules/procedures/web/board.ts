import type { ProcedureContent, Process, ProcessEdge, ProcessNode } from '../contract.ts'
import type { Answers } from '../domain/answers.ts'
import { inOrder } from '../domain/graph.ts'
import { nextSteps } from '../domain/navigate.ts'
import { freeCode } from './part-code.ts'

// What a hand does on the drawing board. Each returns the process after it; none changes the one given.

/** A step takes so many cells, with room for an arrow and its words. */
const STEP_X = 3
const STEP_Y = 2
const MOST = 200

type Both = ProcessNode['name']
export type Direction = 'left' | 'right' | 'up' | 'down'
const DELTAS: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}

/** A step as it is before anyone has said more about it. */
export const plainNode = (id: string, kind: ProcessNode['kind'], name: Both): ProcessNode => ({
  id,
  kind,
  name,
  role: ROLES[kind],
  holder: kind === 'return' || kind === 'start' ? { kind: 'received' } : { kind: 'competent' },
  term: null,
  consults: [],
  x: 0,
  y: 0,
})

const ROLES: Readonly<Record<ProcessNode['kind'], ProcessNode['role']>> = {
  start: 'receiver',
  work: 'specialist',
  approve: 'leader',
  consult: 'specialist',
  agency: 'specialist',
  clerk: 'clerk',
  return: 'returner',
  end: 'specialist',
}

const plainEdge = (from: string, to: string): ProcessEdge => ({ from, to, when: null, label: null })

/** A straight way through some kinds of steps, to begin with. */
export function straight(kinds: readonly ProcessNode['kind'][], nameOf: (kind: ProcessNode['kind']) => Both): Process {
  const nodes = kinds.map((kind, place) => ({ ...plainNode(kind, kind, nameOf(kind)), x: place * STEP_X }))
  return { nodes, edges: nodes.slice(1).map(({ id }, place) => plainEdge(nodes[place]?.id ?? '', id)) }
}

/** A new step behind the one of `afterId` (before it when that is the end): the ways that led on lead on from the new one. */
export function addStep(process: Process, afterId: string, kind: ProcessNode['kind'], name: Both) {
  const after = process.nodes.find(({ id }) => id === afterId)
  const isEnd = after?.kind === 'end'
  const id = freeCode(
    name.vi,
    process.nodes.map((node) => node.id),
  )
  const x = Math.min(MOST, (after?.x ?? 0) + (isEnd ? 0 : STEP_X))
  const node = { ...plainNode(id, kind, name), x, y: after?.y ?? 0 }
  const isTaken = process.nodes.some((other) => covers(other, node))
  const nodes = process.nodes.map((other) =>
    isTaken && other.x >= x && (isEnd || other.id !== afterId)
      ? { ...other, x: Math.min(MOST, other.x + STEP_X) }
      : other,
  )
  const edges = process.edges.map((edge) => {
    if (isEnd && edge.to === afterId) return { ...edge, to: id }
    if (!isEnd && edge.from === afterId) return { ...edge, from: id }
    return edge
  })
  const joining = isEnd ? plainEdge(id, afterId) : plainEdge(afterId, id)
  return { id, process: { nodes: [...nodes, node], edges: [...edges, joining] } satisfies Process }
}

/** Without the step: what led to it leads on to where it led. Start and end stay. */
export function removeStep(process: Process, id: string): Process {
  const node = process.nodes.find((one) => one.id === id)
  if (!node || node.kind === 'start' || node.kind === 'end') return process
  const into = process.edges.filter(({ to }) => to === id)
  const out = process.edges.filter(({ from }) => from === id)
  const kept = process.edges.filter(({ from, to }) => from !== id && to !== id)
  const joined = into.flatMap((before) =>
    out.map((after) => ({
      from: before.from,
      to: after.to,
      when: before.when ?? after.when,
      label: before.label ?? after.label,
    })),
  )
  const fresh = joined.filter(
    ({ from, to }, place) =>
      from !== to &&
      !kept.some((edge) => edge.from === from && edge.to === to) &&
      joined.findIndex((edge) => edge.from === from && edge.to === to) === place,
  )
  return { nodes: process.nodes.filter((one) => one.id !== id), edges: [...kept, ...fresh] }
}

/** With a way between two steps; as it was when there is one already, or when they are one. */
export function connect(process: Process, from: string, to: string): Process {
  const isThere = process.edges.some((edge) => edge.from === from && edge.to === to)
  return isThere || from === to ? process : { ...process, edges: [...process.edges, plainEdge(from, to)] }
}

export const removeEdge = (process: Process, index: number): Process => ({
  ...process,
  edges: process.edges.filter((_, place) => place !== index),
})

export const changeNode = (process: Process, id: string, change: Partial<ProcessNode>): Process => ({
  ...process,
  nodes: process.nodes.map((node) => (node.id === id ? { ...node, ...change } : node)),
})

export const changeEdge = (process: Process, index: number, change: Partial<ProcessEdge>): Process => ({
  ...process,
  edges: process.edges.map((edge, place) => (place === index ? { ...edge, ...change } : edge)),
})

/** The way asked one place earlier or later among those out of the same step. */
export function reorderEdge(process: Process, index: number, by: -1 | 1): Process {
  const edge = process.edges[index]
  const siblings = process.edges.flatMap(({ from }, place) => (from === edge?.from ? [place] : []))
  const other = siblings[siblings.indexOf(index) + by]
  const swapped = other === undefined ? undefined : process.edges[other]
  if (!edge || !swapped) return process
  const edges = process.edges.map((one, place) => (place === index ? swapped : place === other ? edge : one))
  return { ...process, edges }
}

/** The step one cell further, beyond whatever stands in the way. */
export function moveStep(process: Process, id: string, direction: Direction): Process {
  const node = process.nodes.find((one) => one.id === id)
  if (!node) return process
  const [dx, dy] = DELTAS[direction]
  const others = process.nodes.filter((one) => one.id !== id)
  for (let [x, y] = [node.x + dx, node.y + dy]; isInside(x) && isInside(y); x += dx, y += dy)
    if (!others.some((other) => covers(other, { x, y }))) return changeNode(process, id, { x, y })
  return process
}

/** The step put down on a cell, kept on the board. */
export const placeStep = (process: Process, id: string, x: number, y: number): Process =>
  changeNode(process, id, { x: clamp(x), y: clamp(y) })

const isInside = (at: number) => at >= 0 && at <= MOST
const clamp = (at: number) => Math.min(MOST, Math.max(0, Math.round(at)))
const covers = (a: { x: number; y: number }, b: { x: number; y: number }) =>
  Math.abs(a.x - b.x) < STEP_X - 0.5 && Math.abs(a.y - b.y) < STEP_Y - 0.5

/** Columns by the longest way from the start, rows in the order of the steps: no two steps on one place, ways lead right. */
export function tidy(process: Process): Process {
  const { nodes, edges } = process
  const order = inOrder(
    nodes.map(({ id }) => id),
    edges,
  )
  const columns = new Map<string, number>()
  for (const id of order) {
    const before = edges.filter(({ to }) => to === id).map(({ from }) => columns.get(from) ?? 0)
    columns.set(id, before.length === 0 ? 0 : Math.max(...before) + 1)
  }
  const last = Math.max(0, ...columns.values())
  const rows = new Map<number, number>()
  const placed = nodes.map((node) => {
    // Steps of a ring have no order: they stand behind the others until the ring is mended.
    const column = columns.get(node.id) ?? last + 1
    const row = rows.get(column) ?? 0
    rows.set(column, row + 1)
    return { ...node, x: Math.min(MOST, column * STEP_X), y: Math.min(MOST, row * STEP_Y) }
  })
  return { ...process, nodes: placed }
}

/** Older processes say no place at all: then they are put in order before they are shown. */
export function shown(process: Process): Process {
  const places = new Set(process.nodes.map(({ x, y }) => `${x} ${y}`))
  return places.size < process.nodes.length ? tidy(process) : process
}

/** The nearest step in a direction, mostly that way; undefined at the edge. */
export function neighbour({ nodes }: Process, id: string, direction: Direction): string | undefined {
  const from = nodes.find((node) => node.id === id)
  if (!from) return nodes[0]?.id
  const [dx, dy] = DELTAS[direction]
  const distance = ({ x, y }: ProcessNode) => {
    const [ahead, aside] =
      dx === 0 ? [(y - from.y) * dy, Math.abs(x - from.x)] : [(x - from.x) * dx, Math.abs(y - from.y)]
    return ahead > 0 ? ahead + aside * 3 : Number.POSITIVE_INFINITY
  }
  const best = nodes.filter((node) => distance(node) < Number.POSITIVE_INFINITY)
  return best.toSorted((a, b) => distance(a) - distance(b))[0]?.id
}

/** The steps as a case comes to them: in order, those of a ring last. */
export function stepsInOrder({ nodes, edges }: Process): ProcessNode[] {
  const order = inOrder(
    nodes.map(({ id }) => id),
    edges,
  )
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  return nodes.toSorted((a, b) => place(a.id) - place(b.id))
}

/** The steps a case of these answers goes through, from the start as far as it comes. */
export function wayOf(process: Process, answers: Answers, questions: ProcedureContent['questions']): string[] {
  const way: string[] = []
  let step = process.nodes.find(({ kind }) => kind === 'start')
  while (step && !way.includes(step.id)) {
    way.push(step.id)
    step = nextSteps(process, step.id, answers, questions).step
  }
  return way
}
