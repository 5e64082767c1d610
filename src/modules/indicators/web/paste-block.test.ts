import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBlock, layOut, readBlock } from './paste-block.ts'

const lines = [
  { code: 'out_on_system', names: ['Văn bản đi trên phần mềm', 'Outgoing on the software'] },
  { code: 'in_on_system', names: ['Văn bản đến trên phần mềm', 'Incoming on the software'] },
  { code: 'out_off_system', names: ['Văn bản đi ngoài phần mềm', 'Outgoing elsewhere'] },
]
const table = { lines, columns: 2 }

test('a block from Excel becomes rows and cells, quotes and line breaks inside cells included', () => {
  expect(readBlock('4.602\tđủ\r\n8.187\t"ghi ""chú""\nhai dòng"\r\n')).toEqual([
    ['4.602', 'đủ'],
    ['8.187', 'ghi "chú"\nhai dòng'],
  ])
  expect(readBlock('')).toEqual([['']])
})

test('one cell is not a block, not even with the line break that Excel puts behind it', () => {
  expect(isBlock('4.602\r\n')).toBe(false)
  expect(isBlock('4.602\t5')).toBe(true)
  expect(isBlock('4.602\n5')).toBe(true)
})

test('numbers go down from the cursor, and what does not fit is counted', () => {
  const pasted = layOut(readBlock('1\n2\n3'), { row: 1, column: 0 }, table)
  expect(pasted.cells).toEqual([
    { row: 1, column: 0, text: '1' },
    { row: 2, column: 0, text: '2' },
  ])
  expect(pasted).toMatchObject({ beyond: 1, matched: false })
})

test('a block with names goes to the lines it names, in whatever order and spelling of marks', () => {
  const block = readBlock('Văn bản đến trên phần mềm\t8.187\tđủ\nout_on_system\t4.602\nKhông có dòng này\t9')
  const { cells, beyond, matched } = layOut(block, { row: 0, column: 0 }, table)
  expect(matched).toBe(true)
  expect(cells).toEqual([
    { row: 1, column: 0, text: '8.187' },
    { row: 1, column: 1, text: 'đủ' },
    { row: 0, column: 0, text: '4.602' },
  ])
  expect(beyond).toBe(1)
})

test('any table survives being copied and read back', () => {
  const anyCell = fc
    .string({ unit: fc.constantFrom('a', '1', '"', '\t', '\n', ',', 'đ'), maxLength: 6 })
    .map((text) => text.trim())
  const quote = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  fc.assert(
    fc.property(fc.array(fc.array(anyCell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const copied = `${rows.map((row) => row.map(quote).join('\t')).join('\n')}\n`
      expect(readBlock(copied)).toEqual(rows)
    }),
  )
})

test('nothing is ever laid outside the table', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string(), { minLength: 1 }), { minLength: 1 }),
      fc.nat(4),
      fc.nat(3),
      (block, row, column) => {
        for (const cell of layOut(block, { row, column }, table).cells) {
          expect(cell.row).toBeLessThan(lines.length)
          expect(cell.column).toBeLessThan(table.columns)
        }
      },
    ),
  )
})
