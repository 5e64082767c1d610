import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GridCell } from '../domain/grid.ts'
import { packRows, unpackRows } from './packed-rows.ts'

const cell = fc.record({
  kind: fc.constantFrom<GridCell['kind'][]>('text', 'number', 'formula', 'error'),
  text: fc.oneof(fc.constantFrom('1', '=1', 'Đơn vị', ''), fc.string()),
})
const rows = fc.array(
  fc.record({ number: fc.integer({ min: 1, max: 1_048_576 }), cells: fc.array(fc.option(cell, { nil: undefined })) }),
)

test('rows come out of the packing as they went in', () => {
  fc.assert(
    fc.property(rows, (given) => {
      expect(unpackRows(packRows(given))).toEqual(given)
    }),
  )
})

test('a cell that stands in many rows travels once; a number is not the text that looks like it', () => {
  const text = { kind: 'text', text: '26506' } as const
  const number = { kind: 'number', text: '26506' } as const
  const packed = packRows([
    { number: 1, cells: [text, undefined, number] },
    { number: 9, cells: [{ ...text }] },
  ])
  expect(packed.cells).toEqual([text, number])
  expect(structuredClone(packed)).toEqual(packed)
})
