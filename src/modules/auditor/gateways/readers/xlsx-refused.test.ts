import { describe, expect, test } from 'vitest'
import { sheetOf, type XlsxParts, xlsxFile } from './sheet-file.fixture.ts'
import { readXlsx } from './xlsx.ts'

describe('what is refused', () => {
  const row = (cells: string) => `<sheetData><row r="1">${cells}</row></sheetData>`
  const file = (content: string, more: Partial<XlsxParts> = {}) => xlsxFile({ sheets: { A: content }, ...more })
  test.each([
    ['100,000 columns', file(row('<c><v>1</v></c>'.repeat(100_000))), 'auditor/file-too-wide'],
    ['a cell in the last column', file(sheetOf({ A1: 1, XFD1: 2 })), 'auditor/file-too-wide'],
    ['a column beyond the last', file(row('<c r="ZZZZ1"/>')), 'auditor/file-too-wide'],
    [
      'two cells a million rows apart joined',
      file(
        `${sheetOf({ A1: 'a', B1048576: 'b', BXX1: 'c' })}<mergeCells><mergeCell ref="A1:BXX1048576"/></mergeCells>`,
      ),
      'auditor/file-too-long',
    ],
    ['entities', file('', { strings: '<!DOCTYPE a [<!ENTITY b "c">]>' }), 'auditor/file-entities'],
    ['macros', file('', { more: { 'xl/vbaProject.bin': 'x' } }), 'auditor/file-macro'],
    ['an embedded program', file('', { more: { 'xl/embeddings/oleObject1.bin': 'x' } }), 'auditor/file-objects'],
    ['100,000 elements in each other', file('<a>'.repeat(100_000) + '</a>'.repeat(100_000)), 'auditor/file-too-deep'],
    ['XML that does not close', file('<sheetData>'), 'auditor/file-unreadable'],
    ['a bomb', file('', { more: { 'xl/sharedStrings.xml': new Uint8Array(210 * 1024 * 1024) } }), 'auditor/file-bomb'],
  ])('%s', async (_, bytes, fault) => {
    expect(await readXlsx(bytes, 'a.xlsx')).toMatchObject({ fault })
  })

  test('more rows than any report', async () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(220_000)
    expect(await readXlsx(file(`<sheetData>${rows}</sheetData>`), 'a.xlsx')).toEqual({
      fault: 'auditor/file-too-long',
      values: { limit: 200_000, sheet: 'A' },
    })
  })

  test('one long text in very many cells', async () => {
    const strings = `<si><t>${'x'.repeat(30_000)}</t></si>`
    const cells = '<row><c t="s"><v>0</v></c></row>'.repeat(2000)
    const bytes = file(`<sheetData>${cells}</sheetData>`, { strings })
    expect(await readXlsx(bytes, 'a.xlsx')).toEqual({ fault: 'auditor/file-too-long' })
  })

  test('very many joined cells that lie over each other', async () => {
    const joined = '<mergeCell ref="A1:ALL1000"/>'.repeat(1000)
    const bytes = file(`${sheetOf({ A1: 'a', ALL1000: 'b' })}<mergeCells>${joined}</mergeCells>`)
    expect(await readXlsx(bytes, 'a.xlsx')).toMatchObject({ fault: 'auditor/file-too-long' })
  })
})
