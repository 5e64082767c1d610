import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Expression } from '#kernel/rules/expression.ts'
import { checkProcess, longestTime } from './check-process.ts'
import { nextSteps, previousSteps } from './navigate.ts'
import { Process } from './process.ts'
import { sevenths } from './work-amount.ts'

const both = (text: string) => ({ vi: text, en: text })
const isTrue = (name: string): Expression => ({ kind: 'reference', name })
const questions = [{ name: 'hard', label: both('Khó?'), type: 'boolean' as const, choices: [] }]
const limit = (amount: number) => ({
  questions,
  terms: [{ when: null, term: { amount, unit: 'working-hours' as const, rule: 'days' as const } }],
})
const node = (id: string, kind: string, more: object = {}) => ({ id, kind, name: both(id), ...more })
const hours = (amount: number) => ({ term: { amount, unit: 'working-hours' } })

type Raw = { nodes: ReturnType<typeof node>[]; edges: { from: string; to: string; when?: Expression }[] }

/** A valid process: a row of steps, with ways that skip forward under a condition. */
const valid: fc.Arbitrary<Raw> = fc
  .record({
    times: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 12 }),
    skips: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }),
  })
  .map(({ times, skips }) => {
    const steps = times.map((time, index) => node(`b${index}`, index % 2 ? 'approve' : 'work', hours(time)))
    const ids = ['s', ...steps.map(({ id }) => id), 'e']
    const row = ids.slice(1).map((to, index) => ({ from: ids[index] ?? '', to }))
    const forward = new Map<string, { from: string; to: string; when: Expression }>()
    for (const [a, b] of skips) {
      const from = a % (ids.length - 2)
      const to = from + 2 + (b % (ids.length - from - 2))
      const way = { from: ids[from] ?? '', to: ids[to] ?? '', when: isTrue('hard') }
      forward.set(`${way.from} ${way.to}`, way)
    }
    return { nodes: [node('s', 'start'), ...steps, node('e', 'end')], edges: [...forward.values(), ...row] }
  })

const total = ({ nodes }: Raw) =>
  nodes.reduce((sum, one) => sum + ('term' in one ? (one.term as { amount: number }).amount : 0), 0)
const codes = (raw: object, content = limit(10_000)) =>
  checkProcess(Process.parse(raw), content).map(({ code }) => code)

test('a process in order has nothing to mend, and every step leads to the end', () => {
  fc.assert(
    fc.property(valid, fc.boolean(), (raw, hard) => {
      const process = Process.parse(raw)
      expect(checkProcess(process, limit(total(raw)))).toEqual([])
      let at: string | undefined = 's'
      for (let walked = 0; at !== undefined && at !== 'e' && walked < 100; walked++) {
        at = nextSteps(process, at, { hard }).step?.id
      }
      expect(at).toBe('e')
      expect(previousSteps(process, 'e')).toHaveLength(process.nodes.length - 2)
    }),
  )
})

test('one hour over the limit is an error; the longest way is what counts', () => {
  fc.assert(
    fc.property(valid, (raw) => {
      expect(longestTime(Process.parse(raw))).toBe(total(raw) * 7)
      expect(codes(raw, limit(total(raw) - 1))).toEqual(['procedures/over-limit'])
    }),
  )
})

/** Each breaks a valid process in one way, and the finding that has to name it. */
const DEFECTS: readonly (readonly [string, (raw: Raw) => object])[] = [
  ['procedures/no-start', (raw) => ({ ...raw, nodes: raw.nodes.filter(({ kind }) => kind !== 'start') })],
  ['procedures/no-end', (raw) => ({ ...raw, nodes: raw.nodes.filter(({ kind }) => kind !== 'end') })],
  ['procedures/many-starts', (raw) => ({ ...raw, nodes: [...raw.nodes, node('s2', 'start')] })],
  ['procedures/many-ends', (raw) => ({ ...raw, nodes: [...raw.nodes, node('e2', 'end')] })],
  ['procedures/step-id-twice', (raw) => ({ ...raw, nodes: [...raw.nodes, node('b0', 'work', hours(1))] })],
  ['procedures/way-to-nowhere', (raw) => ({ ...raw, edges: [...raw.edges, { from: 'b0', to: 'none' }] })],
  ['procedures/way-twice', (raw) => ({ ...raw, edges: [...raw.edges, { from: 's', to: 'b0' }] })],
  ['procedures/way-into-start', (raw) => ({ ...raw, edges: [...raw.edges, { from: 'b0', to: 's' }] })],
  ['procedures/way-out-of-end', (raw) => ({ ...raw, edges: [...raw.edges, { from: 'e', to: 'b0' }] })],
  [
    'procedures/unreachable-step',
    (raw) => ({
      nodes: [...raw.nodes, node('lost', 'work', hours(1))],
      edges: [...raw.edges, { from: 'lost', to: 'e' }],
    }),
  ],
  [
    'procedures/dead-end',
    (raw) => ({
      nodes: [...raw.nodes, node('pit', 'work', hours(1))],
      edges: [...raw.edges, { from: 'b0', to: 'pit' }],
    }),
  ],
  ['procedures/ring', (raw) => ({ ...raw, edges: [...raw.edges, { from: 'b1', to: 'b0' }] })],
  [
    'procedures/no-otherwise',
    (raw) => ({
      ...raw,
      edges: raw.edges.map((way) => (way.from === 'b0' ? { ...way, when: isTrue('hard') } : way)),
    }),
  ],
  [
    'procedures/consults-nobody',
    (raw) => ({ ...raw, nodes: raw.nodes.map((one) => (one.id === 'b0' ? { ...one, kind: 'consult' } : one)) }),
  ],
  [
    'procedures/bad-condition',
    (raw) => ({ ...raw, edges: [{ from: 'b0', to: 'e', when: isTrue('unknown') }, ...raw.edges.filter(notSkip)] }),
  ],
  [
    'procedures/step-without-time',
    (raw) => ({ ...raw, nodes: raw.nodes.map((one) => (one.id === 'b0' ? { ...one, term: null } : one)) }),
  ],
]
const notSkip = ({ when }: { when?: Expression }) => when === undefined

test.each(DEFECTS)('a planted defect is found: %s', (code, plant) => {
  fc.assert(
    fc.property(valid, (raw) => {
      expect(codes(plant(raw))).toContain(code)
    }),
    { numRuns: 40 },
  )
})

test('a consultation may leave the choice of units to the officer, or name them', () => {
  const consult = (more: object) => ({
    nodes: [node('s', 'start'), node('c', 'consult', { ...hours(1), ...more }), node('e', 'end')],
    edges: [
      { from: 's', to: 'c' },
      { from: 'c', to: 'e' },
    ],
  })
  expect(codes(consult({}))).toEqual(['procedures/consults-nobody'])
  expect(codes(consult({ holder: { kind: 'chosen' } }))).toEqual([])
  expect(codes(consult({ consults: ['01900000-0000-7000-8000-000000000001'] }))).toEqual([])
})

test('times are compared across their units: 1 working day is 8 hours, 7 calendar days are 5 working days', () => {
  const of = (amount: number, unit: 'working-hours' | 'working-days' | 'calendar-days' | 'months' | 'in-day') =>
    sevenths({ amount, unit, rule: 'days' })
  expect(of(1, 'working-days')).toBe(of(8, 'working-hours'))
  expect(of(7, 'calendar-days')).toBe(of(5, 'working-days'))
  expect(of(1, 'months')).toBe(of(30, 'calendar-days'))
  expect(of(0, 'in-day')).toBe(of(8, 'working-hours'))
})

test('more than the shortest of several limits is a warning, more than the longest an error', () => {
  const raw = {
    nodes: [node('s', 'start'), node('w', 'work', hours(10)), node('e', 'end')],
    edges: [
      { from: 's', to: 'w' },
      { from: 'w', to: 'e' },
    ],
  }
  const terms = [limit(12), limit(8)].flatMap((one) => one.terms)
  const found = checkProcess(Process.parse(raw), { questions, terms })
  expect(found).toMatchObject([{ severity: 'warning', values: { hours: 10, limit: 8 } }])
  expect(found[0]?.message.vi).toContain('10 giờ')
})

test('any process, however broken, is checked without fail', () => {
  const id = fc.constantFrom('a', 'b', 'c', 's', 'e')
  const any = fc.record({
    nodes: fc.array(
      fc.record({ id, kind: fc.constantFrom('start', 'work', 'consult', 'end'), name: fc.constant(both('x')) }),
      { minLength: 2, maxLength: 12 },
    ),
    edges: fc.array(fc.record({ from: id, to: id }), { minLength: 1, maxLength: 20 }),
  })
  fc.assert(
    fc.property(any, (raw) => {
      for (const { message } of checkProcess(Process.parse(raw), limit(1))) {
        expect(message.vi.length * message.en.length).toBeGreaterThan(0)
        expect(message.vi + message.en).not.toContain('undefined')
      }
    }),
  )
})
