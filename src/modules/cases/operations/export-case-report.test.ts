import ExcelJs from '@protobi/exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { SYSTEM } from '#server/actor.ts'
import { setRowScope } from '#server/row-security.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { type CaseRows, caseRows } from '#testing/case-rows.ts'
import * as contract from '../contract.ts'
import { countCase } from '../counting.ts'

let api: TestApi
let rows: CaseRows
beforeAll(async () => {
  api = await testApi()
  rows = await caseRows(api)
  for (const competentUnitId of [rows.a, rows.a, rows.b]) {
    const id = await rows.insert({
      competentUnitId,
      receivedAt: '2026-03-02T03:00:00Z',
      channel: 'online',
      onlineLevel: 'full',
    })
    await api.appDb.transaction().execute(async (tx) => {
      await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
      await countCase({ tx, now: new Date(), newId, announce: async () => undefined, actor: SYSTEM }, id, 'thử')
    })
  }
})
afterAll(() => api.close())

const file = async (table: '4a' | '4b' | 'ii-06' | 'index-766', format: 'docx' | 'xlsx' | 'pdf') => {
  const answer = await api.root.call(contract.exportCaseReport, { unitId: rows.city, period: '2026-Q1', table, format })
  expect(answer.problem).toBeUndefined()
  return answer.body as unknown as { name: string; bytes: Uint8Array }
}

test('a table comes as Word, Excel and PDF under a name that says which it is', async () => {
  for (const format of ['docx', 'xlsx', 'pdf'] as const) {
    for (const table of ['4b', 'ii-06', 'index-766'] as const) {
      const { name, bytes } = await file(table, format)
      expect(name).toBe(`Bang-${table}-2025-12-15-2026-03-14.${format}`)
      expect(new TextDecoder('latin1').decode(bytes.slice(0, 4))).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004')
    }
  }
})

test('in Excel totals are sums of the rows and ratios are formulas, so that a reader can follow them', async () => {
  const book = new ExcelJs.Workbook()
  await book.xlsx.load((await file('4a', 'xlsx')).bytes.buffer as ArrayBuffer)
  const sheet = book.worksheets[0]
  const total = sheet?.findRow(13)
  const formulas = [3, 7].map((column) => total?.getCell(column).formula)
  expect(formulas).toEqual(['SUM(C10:C12)', 'IF(F13=0,"",D13/F13)'])
  expect(total?.getCell(3).result).toBe(3)
  // Head of the country, and a table whose own head is in sight while one scrolls and on every page that is printed.
  expect(sheet?.name).toBe('Bảng 4a')
  expect(sheet?.getCell(1, 7).value).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 2, ySplit: 9 })
  expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, printTitlesRow: '8:9' })
})
