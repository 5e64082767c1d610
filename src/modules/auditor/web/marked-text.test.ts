import fc from 'fast-check'
import { expect, test } from 'vitest'
import { segmentsOf } from './marked-text.ts'

const mark = (id: string, from?: number, to?: number) => ({ id, from, to })
const shape = (text: string, ...marks: ReturnType<typeof mark>[]) =>
  segmentsOf(text, marks).map((segment) => [segment.text, segment.marks.map(({ id }) => id).join('')])

test('overlapping marks cut the text into pieces that know all their marks', () => {
  expect(shape('54.03% (118.103/142.378)', mark('a', 0, 6), mark('b', 0, 24), mark('c', 8, 15))).toEqual([
    ['54.03%', 'ab'],
    [' (', 'b'],
    ['118.103', 'bc'],
    ['/142.378)', 'b'],
  ])
})

test('a mark without a range, or with one outside the text, is about all of it', () => {
  expect(shape('98.27%', mark('a'))).toEqual([['98.27%', 'a']])
  expect(shape('98.27%', mark('a', 40, 50))).toEqual([['98.27%', 'a']])
  expect(shape('98.27%', mark('a', 3, 900))).toEqual([
    ['98.', ''],
    ['27%', 'a'],
  ])
})

test('nothing is lost, doubled or left empty', () => {
  const any = fc.record({
    id: fc.string(),
    from: fc.integer({ min: -3, max: 30 }),
    to: fc.integer({ min: -3, max: 30 }),
  })
  fc.assert(
    fc.property(fc.string({ maxLength: 25 }), fc.array(any, { maxLength: 5 }), (text, marks) => {
      const segments = segmentsOf(text, marks)
      expect(segments.map((segment) => segment.text).join('')).toBe(text)
      expect(segments.every((segment) => segment.text !== '')).toBe(true)
    }),
  )
})
