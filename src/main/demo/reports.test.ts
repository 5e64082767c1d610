import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '#modules/reports/contract.ts'
import { SYSTEM } from '#server/actor.ts'
import { handlersByEvent } from '#server/events.ts'
import { perform } from '#server/operation.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { modules } from '../modules.ts'
import { loadIndicatorsDemo } from './indicators.ts'
import { loadOrganisationDemo } from './organisation.ts'
import { loadReportsDemo } from './reports.ts'

let api: TestApi
let issued: contract.ReportDetail
const operations = modules.flatMap((module) => module.operations)
const deps = {
  perform: async <T>(id: string, input: unknown) => {
    const operation = operations.find(({ endpoint }) => endpoint.id === id)
    if (!operation) throw new Error(id)
    return (await perform(operation, input, { db: api.appDb, actor: SYSTEM, handlers: handlersByEvent([]) })) as T
  },
}
beforeAll(async () => {
  api = await testApi()
  await loadOrganisationDemo(deps)
  await loadIndicatorsDemo(deps)
  await loadReportsDemo(deps)
  const { reports } = (await api.root.call(contract.listReports, { status: 'issued' })).body
  issued = (await api.root.call(contract.getReport, { reportId: reports[0]?.reportId ?? '' })).body
}, 180_000)
afterAll(() => api.close())

/** A table of the report as printed text, row by row. */
function printed(key: string): string[][] {
  const blocks = issued.document.sections.flatMap((section) => section.blocks)
  const table = blocks.find((block) => block.key === key)
  if (table?.kind !== 'table') throw new Error(`no table ${key}`)
  return table.rows.map(({ cells }) => cells.map(({ runs }) => runs.map(({ text }) => text).join('')))
}

test('the report of nine months of 2023 has the sections of the original, in its order', () => {
  expect(issued.document.sections.map(({ number }) => number)).toEqual([
    '1.',
    '2.',
    '3.',
    '4.',
    'a)',
    'b)',
    '5.',
    'a)',
    'b)',
    '6.',
    '6.1.',
    '6.2.',
    '7.',
    '8.',
    '9.',
    '10.',
    '10.1.',
    '10.2.',
    '11.',
  ])
})

test('table 1 is printed as the original prints it, and its total is the sum of its rows', () => {
  const rows = printed('table1')
  expect(rows[0]).toEqual(['I', 'UBND TP. Vũng Tàu', '4.602', '8.187', '0', '0'])
  expect(rows[1]).toEqual(['1', 'Văn phòng HĐND và UBND', '1.207', '139', '0', '0'])
  expect(rows[12]).toEqual(['12', 'Thanh tra Thành phố', '655', '5.211', '230', '78'])
  expect(rows[13]).toEqual(['II', 'UBND các phường, xã'])
  expect(rows[14]).toEqual(['1', 'Phường 1', '1.582', '4.465', '0', '0'])
  expect(rows[15]?.slice(4)).toEqual(['…', '306'])
  expect(rows[30]?.[1]).toBe('Xã Long Sơn')
  expect(rows[31]).toEqual(['', 'Tổng cộng', '54.072', '182.269', '254', '1.724'])
})

test('tables 2 to 5 hold the reported counts, and ratios are computed, not copied', () => {
  expect(printed('table2')[0]).toEqual(['1', 'UBND TP. Vũng Tàu', '62', '62', '18', '18', '4.488', '4.274'])
  expect(printed('table3')[0]?.slice(2)).toEqual(['265', expect.stringContaining('24 loại'), '3.121'])
  expect(printed('table4a')[1]).toEqual(['2', 'UBND phường, xã', '65.158', '64.861', '297'])
  expect(printed('table4b')[0]?.slice(2)).toEqual(['304', '179', '125', '19.404', '4.887', '1.653', '…'])
  expect(printed('table5b')[1]?.slice(2, 5)).toEqual(['67.375', '66.886', '99,27%'])
})

test('table 6 has its five groups, 44 rows, three levels of targets and results with n/d', () => {
  const rows = printed('table6')
  expect(rows.filter((row) => row.length === 1)).toHaveLength(5)
  expect(rows.filter((row) => row.length === 6)).toHaveLength(44)
  const row = rows.find((cells) => cells[1]?.startsWith('Dân số trưởng thành có tài khoản định danh'))
  expect(row?.slice(2, 5)).toEqual(Array(3).fill('30% đến cuối năm là 50%'))
  expect(row?.[5]).toContain('82,95% (118.103/142.378)')
})

test('every number of the report opens to a figure with a formula, and the seal holds', async () => {
  const runs = issued.document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.runs)) : [],
    ),
  )
  const opened = runs.filter(({ figure }) => figure !== undefined)
  expect(opened.length).toBeGreaterThan(200)
  for (const { figure } of opened) expect(issued.document.figures[figure ?? '']?.formula).toBeTruthy()
  const { body } = await api.root.call(contract.verifyReport, { reportId: issued.reportId })
  expect(body.intact).toBe(true)
})

test('the draft of 2026 is filled with the figures of its quarter and says what it lacks', async () => {
  const { reports } = (await api.root.call(contract.listReports, { status: 'drafting' })).body
  const { document } = (await api.root.call(contract.getReport, { reportId: reports[0]?.reportId ?? '' })).body
  const first = document.sections[0]?.blocks[0]
  const said =
    first?.kind === 'text'
      ? first.paragraphs
          .flat()
          .map(({ text }) => text)
          .join('')
      : ''
  expect(said).toMatch(/quý III năm 2026, Phường Vũng Tàu tiếp nhận [\d.]+ hồ sơ, (tăng|giảm)/)
  expect(document.missing.some(({ kind }) => kind === 'text')).toBe(true)
})

test('loading again changes nothing', async () => {
  await loadReportsDemo(deps)
  expect((await api.root.call(contract.listReports)).body.reports).toHaveLength(2)
})
