import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Process } from '../contract.ts'
import { checkProcess } from '../domain/check-process.ts'
import {
  addStep,
  connect,
  type Direction,
  moveStep,
  neighbour,
  removeStep,
  reorderEdge,
  shown,
  stepsInOrder,
  straight,
  tidy,
  wayOf,
} from './board.ts'

const KINDS = ['work', 'approve', 'clerk', 'agency'] as const
const named = (vi: string) => ({ vi, en: vi })
const plain = straight(['start', 'work', 'end'], named)
const terms = [{ when: null, term: { amount: 9, unit: 'working-days' as const, rule: 'days' as const } }]
const errorsIn = (process: Process) =>
  checkProcess(process, { questions: [], terms }).filter(({ severity }) => severity === 'error')

/** Processes as they come about by adding, connecting forward, moving and removing. */
const acts = fc.array(
  fc.record({
    act: fc.constantFrom('add', 'remove', 'move', 'join'),
    at: fc.nat(30),
    to: fc.nat(30),
    kind: fc.constantFrom(...KINDS),
    direction: fc.constantFrom<Direction>('left', 'right', 'up', 'down'),
  }),
  { maxLength: 25 },
)

function build(
  list: readonly { act: string; at: number; to: number; kind: (typeof KINDS)[number]; direction: Direction }[],
) {
  return list.reduce<Process>((process, { act, at, to, kind, direction }) => {
    const steps = stepsInOrder(process)
    const [id, other] = [steps[at % steps.length]?.id ?? '', steps[to % steps.length]?.id ?? '']
    if (act === 'add') return addStep(process, id, kind, named(kind)).process
    if (act === 'remove') return removeStep(process, id)
    if (act === 'move') return moveStep(process, id, direction)
    // Only forward: a ring is for the check to find.
    return at % steps.length < to % steps.length ? connect(process, id, other) : process
  }, plain)
}

test('whatever is added, moved, joined forward or removed, every step stays between start and end', () => {
  fc.assert(
    fc.property(acts, (list) => {
      expect(errorsIn(build(list))).toEqual([])
    }),
  )
})

test('tidied, no two steps stand on one place and every way leads to the right', () => {
  fc.assert(
    fc.property(acts, (list) => {
      const process = tidy(build(list))
      expect(new Set(process.nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(process.nodes.length)
      const x = new Map(process.nodes.map((node) => [node.id, node.x]))
      for (const { from, to } of process.edges) expect(x.get(to)).toBeGreaterThan(x.get(from) ?? 0)
      expect(tidy(process)).toEqual(process)
    }),
  )
})

test('a step moved by keys never lands on another one', () => {
  fc.assert(
    fc.property(acts, fc.constantFrom<Direction>('left', 'right', 'up', 'down'), fc.nat(30), (list, direction, at) => {
      const process = tidy(build(list))
      const id = process.nodes[at % process.nodes.length]?.id ?? ''
      const { nodes } = moveStep(process, id, direction)
      expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length)
    }),
  )
})

test('a new step stands behind the chosen one and takes over its ways; before the end it stands in front', () => {
  const { id, process } = addStep(plain, 'work', 'approve', named('Ký duyệt'))
  expect(id).toBe('ky-duyet')
  expect(stepsInOrder(process).map((step) => step.id)).toEqual(['start', 'work', 'ky-duyet', 'end'])
  const last = addStep(process, 'end', 'clerk', named('Ký duyệt'))
  expect(stepsInOrder(last.process).map((step) => step.id)).toEqual(['start', 'work', 'ky-duyet', 'ky-duyet-2', 'end'])
})

test('start and end are not removed, and steps without places are put in order', () => {
  expect(removeStep(plain, 'start')).toBe(plain)
  expect(removeStep(plain, 'end')).toBe(plain)
  const heap = { ...plain, nodes: plain.nodes.map((node) => ({ ...node, x: 0, y: 0 })) }
  expect(shown(heap).nodes.map(({ x }) => x)).toEqual([0, 3, 6])
})

test('arrow keys walk to the step that stands there', () => {
  expect(neighbour(plain, 'start', 'right')).toBe('work')
  expect(neighbour(plain, 'end', 'left')).toBe('work')
  expect(neighbour(plain, 'start', 'up')).toBeUndefined()
})

test('a case takes the first way that holds, and the order of ways can be changed', () => {
  const branched: Process = {
    nodes: addStep(plain, 'start', 'consult', named('hoi')).process.nodes,
    edges: [
      { from: 'start', to: 'hoi', when: { kind: 'reference', name: 'q' }, label: null },
      { from: 'start', to: 'work', when: null, label: null },
      { from: 'hoi', to: 'work', when: null, label: null },
      { from: 'work', to: 'end', when: null, label: null },
    ],
  }
  const questions = [{ name: 'q', label: named('q'), type: 'boolean' as const, choices: [] }]
  expect(wayOf(branched, { q: true }, questions)).toEqual(['start', 'hoi', 'work', 'end'])
  expect(wayOf(branched, {}, questions)).toEqual(['start', 'work', 'end'])
  expect(reorderEdge(branched, 1, -1).edges.map(({ to }) => to)).toEqual(['work', 'hoi', 'work', 'end'])
  expect(reorderEdge(branched, 0, -1)).toEqual(branched)
})
