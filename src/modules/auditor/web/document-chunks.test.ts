import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, Cell } from '../domain/document.ts'
import { chunksOf } from './document-chunks.ts'

const paragraph = (text: string, page?: number): Block => ({ kind: 'paragraph', text, origin: page ? { page } : {} })
const rowsOf = (count: number, span: (row: number) => number = () => 1) =>
  Array.from({ length: count }, (_, row): Cell[] => [{ text: String(row), row, column: 0, rowSpan: span(row) }])
const tableOf = (count: number, span?: (row: number) => number): Block => ({
  kind: 'table',
  rows: rowsOf(count, span),
  width: 1,
  origin: {},
})

test('every block and every row is in exactly one stretch, in order', () => {
  const block = fc.oneof(
    fc.string({ maxLength: 3000 }).map((text) => paragraph(text)),
    fc.nat(200).map((count) => tableOf(count)),
  )
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
      const chunks = chunksOf(blocks)
      const seen = chunks.flatMap(({ from, to, rows }) =>
        rows
          ? Array.from({ length: rows.to - rows.from }, (_, row) => `${from}.${rows.from + row}`)
          : Array.from({ length: to - from + 1 }, (_, block) => `${from + block}`),
      )
      const all = blocks.flatMap((one, index) =>
        one.kind === 'table' ? one.rows.map((_, row) => `${index}.${row}`) : [`${index}`],
      )
      expect(seen).toEqual(all)
      expect(new Set(chunks.map(({ key }) => key)).size).toBe(chunks.length)
    }),
  )
})

test('no stretch of a long document is much higher than a screen', () => {
  const chunks = chunksOf(Array.from({ length: 300 }, () => paragraph('chữ '.repeat(60))))
  expect(chunks.length).toBeGreaterThan(20)
  expect(Math.max(...chunks.map(({ height }) => height))).toBeLessThanOrEqual(1000)
})

test('a long table is cut, but not through a merged cell', () => {
  const cuts = chunksOf([tableOf(150)]).map(({ rows }) => rows?.from)
  expect(cuts).toEqual([0, 60, 120])
  const merged = chunksOf([tableOf(150, (row) => (row === 58 ? 5 : 1))]).map(({ rows }) => rows?.from)
  expect(merged).toEqual([0, 63, 123])
})

test('a page begins a stretch', () => {
  expect(chunksOf([paragraph('a', 1), paragraph('b', 1), paragraph('c', 2)]).map(({ from }) => from)).toEqual([0, 2])
})

test('a later part of the document goes on counting', () => {
  expect(chunksOf([paragraph('a'), tableOf(2)], 200).map(({ key, from, to }) => [key, from, to])).toEqual([
    ['200', 200, 200],
    ['201.0', 201, 201],
  ])
})
