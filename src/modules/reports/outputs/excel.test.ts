import ExcelJs from '@protobi/exceljs'
import { beforeAll, expect, test } from 'vitest'
import { excelOf } from './excel.ts'
import { sampleReport } from './report.fixture.ts'

const book = new ExcelJs.Workbook()
beforeAll(async () => {
  // The library's declaration of Buffer is older than Node's.
  await book.xlsx.load((await excelOf(sampleReport())) as unknown as ArrayBuffer)
})

const sheet = (name: string) => book.worksheets.find((one) => one.name.includes(name)) ?? book.worksheets[0]
/** The value of `D7/C7` or of `SUM(C5:C6,C8:C8)` from the sheet's own cells. */
function computed(name: string, formula: string): number {
  const at = (place: string): number => {
    const cell = sheet(name)?.getCell(place)
    return cell?.formula ? computed(name, cell.formula) : Number(cell?.value ?? 0)
  }
  const ratio = /^IF\((\w+)=0,"",(\w+)\/(\w+)\)$/.exec(formula)
  if (ratio) return at(ratio[2] ?? '') / at(ratio[3] ?? '')
  const ranges = /^SUM\((.+)\)$/.exec(formula)?.[1]?.split(',') ?? []
  return ranges.reduce((sum, range) => {
    const [, letter = '', from, , to] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? []
    for (let row = Number(from); row <= Number(to); row++) sum += at(`${letter}${row}`)
    return sum
  }, 0)
}

function formulas(name: string) {
  const found: { place: string; formula: string; result: unknown; format: string }[] = []
  sheet(name)?.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.formula)
        found.push({ place: cell.address, formula: cell.formula, result: cell.result, format: cell.numFmt })
    }),
  )
  return found
}

test('ratios are formulas whose value is the figure of the report', () => {
  const ratios = [...formulas('table1'), ...formulas('table2')].filter(({ formula }) => formula.startsWith('IF('))
  expect(ratios.length).toBeGreaterThanOrEqual(7)
  for (const { formula, result, format } of ratios) {
    const name = formulas('table1').some((one) => one.formula === formula && one.result === result)
      ? 'table1'
      : 'table2'
    expect(computed(name, formula)).toBeCloseTo(Number(result), 12)
    expect(format).toBe('0.00%')
  }
  expect(formulas('table2').map(({ result }) => result)).toEqual([0.75, 0.75, 0.75])
})

test('totals are sums of the rows above, and the total ratio divides the sums', () => {
  const sums = formulas('table1').filter(({ formula }) => formula.startsWith('SUM('))
  expect(sums.map(({ result }) => result)).toEqual([4 * 1234, 4 * 4936])
  for (const { formula, result } of sums) expect(computed('table1', formula)).toBe(result)
})

test('headings are merged as printed, and repeat on every page of a landscape A4', () => {
  const table = sheet('table1')
  const merges = table?.model.merges ?? []
  expect(merges.length).toBeGreaterThanOrEqual(4)
  expect(table?.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9, fitToWidth: 1 })
  expect(table?.pageSetup.printTitlesRow).toMatch(/^\d+:\d+$/)
})

test('text that looks like a formula is text', () => {
  const texts: string[] = []
  sheet('table1')?.eachRow((row) =>
    row.eachCell((cell) => void (typeof cell.value === 'string' && texts.push(cell.value))),
  )
  expect(texts).toContain(`'=HYPERLINK("x")`)
})

test('every sheet says that the figures are for show, and a row with two parts has two ratios', () => {
  for (const one of book.worksheets) expect(one.getCell('A1').value).toBe('DỮ LIỆU MINH HỌA')
  expect(formulas('table2')).toHaveLength(3)
})
