import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '#kernel/text.ts'
import { type Entry, search, searchIndex } from './search.ts'

type Row = { code: string; vi: string; en: string; result: readonly string[] }
const demo = JSON.parse(
  readFileSync(new URL('../../../main/demo/data/procedures/procedures.json', import.meta.url), 'utf8'),
) as { procedures: Row[] }
const entries: Entry[] = demo.procedures.map(({ code, vi, en, result }) => ({
  code,
  names: [vi, en, ...result],
  around: [],
}))
const synonyms = [
  { said: 'làm đám cưới', means: 'đăng ký kết hôn' },
  { said: 'sổ đỏ', means: 'cấp Giấy chứng nhận quyền sử dụng đất' },
]
const index = searchIndex(entries, synonyms)
const first = (typed: string) => search(index, typed)[0]?.code

test.each([
  ['lam giay khai sinh cho con', '1.001193'],
  ['làm khai xinh', '1.001193'],
  ['dang ki khaisinh', '1.001193'],
  ['kết hông', '1.000894'],
  ['lam dam cuoi', '1.000894'],
  ['so do', '1.012781'],
  ['giay phep xay nha', '1.013225'],
  ['mo quan karaoke', '1.001029'],
  ['birth registration', '1.001193'],
  ['chung thuc ban sao', '2.000815'],
  ['khai tu', '1.000656'],
  ['ho ngeo', '1.011606'],
])('“%s” leads to %s', (typed, code) => {
  expect(first(typed)).toBe(code)
})

test('what no procedure is about finds nothing', () => {
  expect(search(index, 'vé máy bay đi Paris')).toEqual([])
  expect(search(index, '')).toEqual([])
})

const anyName = fc.constantFrom(...demo.procedures)

test('a whole name finds its procedure first, with marks or without, in any case', () => {
  fc.assert(
    fc.property(anyName, ({ code, vi }) => {
      for (const typed of [vi, fold(vi), vi.toUpperCase(), ` ${vi}  `]) expect(first(typed)).toBe(code)
    }),
    { numRuns: 20 },
  )
})

test('one letter left out, doubled or swapped in a name still leads there', () => {
  const slip = fc.record({
    row: anyName,
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    how: fc.constantFrom(0, 1, 2),
  })
  fc.assert(
    fc.property(slip, ({ row, at, how }) => {
      const text = fold(row.vi)
      const place = Math.floor(at * text.length)
      const [before, letter, after] = [text.slice(0, place), text[place] ?? '', text.slice(place + 1)]
      const typed =
        [before + after, before + letter + letter + after, before + (after[0] ?? '') + letter + after.slice(1)][how] ??
        text
      expect(search(index, typed, 3).map(({ code }) => code)).toContain(row.code)
    }),
    { numRuns: 60 },
  )
})

test('the order of the catalogue does not matter', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), anyName, (shuffled, { vi }) => {
      expect(search(searchIndex(shuffled, synonyms), vi)).toEqual(search(index, vi))
    }),
    { numRuns: 20 },
  )
})

test('a synonym takes nothing away: what was found first without it stays in sight', () => {
  fc.assert(
    fc.property(anyName, anyName, ({ code, vi }, other) => {
      const more = searchIndex(entries, [{ said: vi, means: other.vi }])
      expect(search(more, vi, 5).map((found) => found.code)).toContain(code)
    }),
    { numRuns: 60 },
  )
})

test('any text is answered, and scores fall', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), (typed) => {
      const found = search(index, typed)
      expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a))
    }),
  )
})
