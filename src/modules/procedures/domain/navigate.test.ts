import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Expression } from '#kernel/rules/expression.ts'
import { firstStep, nextSteps, previousSteps } from './navigate.ts'
import { NODE_KINDS, Process } from './process.ts'

const both = (text: string) => ({ vi: text, en: text })
const isTrue = (name: string): Expression => ({ kind: 'reference', name })
const node = (id: string, kind: string = 'work') => ({ id, kind, name: both(id) })

const process = Process.parse({
  nodes: [node('s', 'start'), node('check'), node('ask', 'consult'), node('sign', 'approve'), node('e', 'end')],
  edges: [
    { from: 's', to: 'check' },
    { from: 'check', to: 'sign' },
    { from: 'check', to: 'ask', when: isTrue('difficult') },
    { from: 'ask', to: 'sign' },
    { from: 'sign', to: 'e' },
  ],
})

test('the first condition that holds leads on, else the way without one; the rest an officer may choose', () => {
  const from = (id: string, answers: object) => {
    const { step, others } = nextSteps(process, id, answers as never)
    return [step?.id, ...others.map(({ id: other }) => other)]
  }
  expect(firstStep(process)?.id).toBe('check')
  expect(from('check', {})).toEqual(['sign', 'ask'])
  expect(from('check', { difficult: true })).toEqual(['ask', 'sign'])
  expect(from('check', { difficult: 'yes' })).toEqual(['sign', 'ask'])
  expect(from('e', {})).toEqual([undefined])
  expect(from('nowhere', {})).toEqual([undefined])
})

test('a case may be sent back to every step that leads here, the nearest first, never to the start', () => {
  expect(previousSteps(process, 'sign').map(({ id }) => id)).toEqual(['check', 'ask'])
  expect(previousSteps(process, 'check')).toEqual([])
})

test('any process, rings and loose ends too, has an answer for every step', () => {
  const ids = ['a', 'b', 'c', 'd']
  const id = fc.constantFrom(...ids)
  const any = fc.record({
    nodes: fc
      .array(fc.record({ id, kind: fc.constantFrom(...NODE_KINDS), name: fc.constant(both('x')) }), { minLength: 2 })
      .map((nodes) => nodes.slice(0, 80)),
    edges: fc.array(fc.record({ from: id, to: id, when: fc.constantFrom(null, isTrue('x')) }), { minLength: 1 }),
  })
  fc.assert(
    fc.property(any, id, fc.boolean(), (raw, at, x) => {
      const parsed = Process.parse(raw)
      const { step, others } = nextSteps(parsed, at, { x })
      const targets = parsed.edges.filter(({ from }) => from === at).map(({ to }) => to)
      for (const each of [...(step ? [step] : []), ...others]) expect(targets).toContain(each.id)
      expect(others).not.toContain(step)
      const back = previousSteps(parsed, at).map(({ id: before }) => before)
      expect(new Set(back).size).toBe(back.length)
      expect(back).not.toContain(at)
      firstStep(parsed, { x })
    }),
  )
})
