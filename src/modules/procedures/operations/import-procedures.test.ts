import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisation } from '#modules/organisation/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { procedures } from '../index.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [organisation, procedures] })
  await api.root.call(contract.saveField, { code: 'ho-tich', name: both('Hộ tịch') })
})
afterAll(() => api.close())

const both = (text: string) => ({ vi: text, en: text })
const content = (more: object = {}) => ({
  name: both('=HYPERLINK("x")'),
  fieldCode: 'ho-tich',
  onlineLevel: 'full',
  levels: ['commune'],
  applicants: ['citizen'],
  channels: ['counter', 'online'],
  steps: both('Nộp hồ sơ.'),
  requirements: both(''),
  papers: [],
  results: [{ code: 'ket-qua', name: both('Kết quả') }],
  fees: [{ code: 'le-phi', kind: 'levy', name: both('Lệ phí'), amountVnd: 8000, validFrom: '2026-01-01' }],
  terms: [{ term: { amount: 3, unit: 'working-days' } }],
  legalBasis: [{ number: '60/2014/QH13', title: 'Luật Hộ tịch' }],
  ...more,
})
const process = {
  nodes: [
    { id: 's', kind: 'start', name: both('Nhận') },
    { id: 'e', kind: 'end', name: both('Hết') },
  ],
  edges: [{ from: 's', to: 'e' }],
}
const bring = (rows: unknown[], dryRun = false) =>
  api.root.call(contract.importProcedures, { format: contract.EXPORT_FORMAT, procedures: rows, dryRun })
const codes = async (show: 'in-force' | 'drafts') =>
  (await api.root.call(contract.listProcedures, { show, day: '2026-03-01' })).body.procedures.map(({ code }) => code)

test('a dry run says what would become of each row and stores nothing', async () => {
  const { body } = await bring([{ code: '1.000001', content: content() }], true)
  expect(body).toEqual({ stored: false, rows: [{ index: 0, code: '1.000001', outcome: 'new', faults: [] }] })
  expect(await codes('drafts')).toEqual([])
})

test('each bad row is named with its place, and then nothing is stored', async () => {
  const { body } = await bring([
    { code: '1.000001', content: content() },
    { code: '1.000001', content: content() },
    { code: 'x', content: content() },
    { code: '1.000002', content: content({ fieldCode: 'none', terms: [] }) },
    { code: '1.000003', content: content({ fieldCode: 'none' }) },
    'nonsense',
    { code: '1.000004', content: content(), process: { nodes: [], edges: [] } },
  ])
  expect(body.stored).toBe(false)
  expect(body.rows.map(({ outcome }) => outcome)).toEqual(['new', ...Array.from({ length: 6 }, () => 'faulty')])
  expect(body.rows.flatMap(({ index, faults }) => faults.map(({ path, code }) => `${index} ${path} ${code}`))).toEqual([
    '1 code procedures/part-code-twice',
    '2 code procedures/bad-code',
    '3 content.terms platform/too-short',
    '4 content.fieldCode procedures/unknown-field',
    '5  platform/invalid-field',
    '6 process.nodes platform/too-short',
    '6 process.edges platform/too-short',
  ])
  expect(body.rows[4]?.faults[0]?.message.vi).toContain('“none”')
  expect(await codes('drafts')).toEqual([])
})

test('what was exported comes in elsewhere as drafts, and here as nothing new', async () => {
  await bring([{ code: '1.000001', content: content(), process }])
  const decision = { number: '1/QĐ-UBND', on: '2026-01-05', kind: 'new' as const }
  await api.root.call(contract.publishVersion, { code: '1.000001', revision: 1, decision, validFrom: '2026-02-01' })
  const head = (await api.root.call(contract.listProcesses, { code: '1.000001' })).body.processes[0]
  await api.root.call(contract.publishProcess, { id: head?.id ?? '', revision: 1 })

  const file = await api.root.call(contract.exportProcedures, { format: 'json', day: '2026-03-01' })
  const read = JSON.parse(new TextDecoder().decode(file.body.bytes)) as {
    procedures: { code: string; content: object }[]
  }
  expect(read.procedures).toHaveLength(1)
  expect((await bring(read.procedures)).body.rows[0]?.outcome).toBe('unchanged')
  const changed = read.procedures.map((row) => ({ ...row, content: { ...row.content, sets: 2 } }))
  expect((await bring(changed)).body.rows[0]?.outcome).toBe('draft')
  const again = await bring(read.procedures)
  expect(again.body.rows[0]?.faults[0]?.code).toBe('procedures/draft-exists')
  expect((await bring(changed)).body.rows[0]?.outcome).toBe('unchanged')
  const elsewhere = read.procedures.map((row) => ({ ...row, code: '2.000009' }))
  expect((await bring(elsewhere)).body).toMatchObject({ stored: true, rows: [{ outcome: 'new' }] })
})

test('the list leaves as a workbook whose cells are values, never formulas', async () => {
  const { body } = await api.root.call(contract.exportProcedures, { format: 'xlsx', day: '2026-03-01' })
  const { default: excel } = await import('@protobi/exceljs')
  const book = new excel.Workbook()
  await book.xlsx.load(body.bytes.buffer as ArrayBuffer)
  const sheet = book.worksheets[0]
  const row = sheet?.getRow(5)
  expect([row?.getCell(2).value, row?.getCell(3).value, row?.getCell(10).value]).toEqual([
    '1.000001',
    '=HYPERLINK("x")',
    'Lệ phí: 8.000',
  ])
  // The head is in sight while one scrolls, and on every page that is printed.
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', xSplit: 3, ySplit: 4 })
  expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, printTitlesRow: '4:4' })
  expect(sheet?.getCell('A2').value).toBe('Có hiệu lực ngày 01/03/2026: 1 thủ tục')
})

test('more rows than can be looked at once are refused', async () => {
  const { status } = await bring(Array.from({ length: contract.MOST_IMPORTED + 1 }, () => ({})))
  expect(status).toBe(400)
})
