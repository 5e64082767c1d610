import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCsv } from './csv.ts'

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

test('whatever stands in quoted cells comes back as it was', () => {
  const anyCell = fc.string({ unit: 'grapheme', maxLength: 12 })
  fc.assert(
    fc.property(
      fc
        .integer({ min: 2, max: 5 })
        .chain((width) =>
          fc.array(fc.array(anyCell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
        ),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n'),
      (rows, separator, lineEnd) => {
        const heading = rows[0]?.map((_, index) => `column${index}`) ?? []
        const text = [heading.join(separator), ...rows.map((row) => row.map(quoted).join(separator))].join(lineEnd)
        expect(readCsv(`\uFEFF${text}${lineEnd}`)).toEqual([heading, ...rows])
      },
    ),
  )
})

test('cells without quotation marks lose the spaces around them; the separator is that of the heading', () => {
  expect(readCsv('mã; tên\n26506 ; Phường 1, cũ')).toEqual([
    ['mã', 'tên'],
    ['26506', 'Phường 1, cũ'],
  ])
})

test('a quotation mark that is never closed is named with its row', () => {
  expect(readCsv('code,name\n1,"Phường')).toEqual({ row: 2, reason: 'unclosed quotation mark' })
})
