import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '#modules/indicators/contract.ts'
import { indicators } from '#modules/indicators/index.ts'
import * as organisationContract from '#modules/organisation/contract.ts'
import { organisation } from '#modules/organisation/index.ts'
import { SYSTEM } from '#server/actor.ts'
import { handlersByEvent } from '#server/events.ts'
import { perform } from '#server/operation.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { loadIndicatorsDemo } from './indicators.ts'
import { loadOrganisationDemo } from './organisation.ts'

let api: TestApi
let units: { unitId: string; name: string; level: string; kind: string; parentId: string | null }[]
let loadMs = 0
const operations = [...organisation.operations, ...indicators.operations]
const deps = {
  perform: async <T>(id: string, input: unknown) => {
    const operation = operations.find(({ endpoint }) => endpoint.id === id)
    if (!operation) throw new Error(id)
    return (await perform(operation, input, { db: api.appDb, actor: SYSTEM, handlers: handlersByEvent([]) })) as T
  },
}
beforeAll(async () => {
  api = await testApi({ modules: [organisation, indicators] })
  await loadOrganisationDemo(deps)
  const started = Date.now()
  await loadIndicatorsDemo(deps)
  loadMs = Date.now() - started
  units = (await api.root.call(organisationContract.treeAt, { day: '2023-09-14' })).body.units
}, 120_000)
afterAll(() => api.close())

const unit = (name: string) => units.find((one) => one.name === name)?.unitId ?? ''
const CITY = 'Thành phố Vũng Tàu'
const COMMITTEE = 'Ủy ban nhân dân thành phố Vũng Tàu'
const measures = (...codes: string[]) => codes.map((code) => ({ kind: 'measure' as const, code }))

test('loads in seconds, and only once', async () => {
  expect(loadMs).toBeLessThan(60_000)
  await loadIndicatorsDemo(deps)
  const { body } = await api.root.call(contract.listIndicators, { day: '2023-09-14' })
  const ofReport = body.indicators.filter(({ group }) => group.code !== 'MH')
  expect(new Set(ofReport.map(({ rowCode }) => rowCode)).size).toBe(44)
  expect(ofReport).toHaveLength(47)
})

test('table 1 adds up to what the report says: 54.072 out, 182.269 in; 254 and 1.724 off the software', async () => {
  const { body } = await api.root.call(contract.getFigures, {
    items: measures(
      'documents_out_on_system',
      'documents_in_on_system',
      'documents_out_off_system',
      'documents_in_off_system',
    ),
    units: [unit(CITY), unit(COMMITTEE), unit('17 phường, xã thuộc thành phố Vũng Tàu')],
    periods: ['2023-9M'],
  })
  expect(body.cells.map((table) => table.map(([cell]) => cell?.value))).toEqual([
    ['54072', '21393', '32679'],
    ['182269', '100119', '82150'],
    ['254', '246', '8'],
    ['1724', '858', '866'],
  ])
})

test('a figure opens to its source: 98.27% is 23.391/23.802 as printed', async () => {
  const figure = { item: { kind: 'indicator' as const, code: 'I.07' }, unitId: unit(CITY), period: '2023-9M' }
  const { body } = await api.root.call(contract.explainFigure, figure)
  expect(body.cell).toMatchObject({ numerator: '23391', denominator: '23802', state: 'reported' })
  expect(body.checks.every(({ agrees }) => agrees)).toBe(true)
  expect(body.cell.targets.map(({ level, text, verdict }) => `${level} ${text} ${verdict}`)).toEqual([
    'nation 50% met',
    'province 50% met',
    'city 100% near',
  ])
  const { body: rows } = await api.root.call(contract.listSubjects, {
    ...figure,
    item: { kind: 'measure', code: 't6_i_07_n' },
  })
  expect(rows.check).toMatchObject({ sum: '23391', figure: '23391', agrees: true, listed: 1, total: 1 })
  expect(rows.observations[0]).toMatchObject({ raw: '23.391', note: '98.27% (23.391/23.802)' })
  expect(rows.observations[0]?.source).toContain('bảng 6, dòng I.07')
})

test('an answer in words is kept as words, not as zero', async () => {
  const { body } = await api.root.call(contract.getFigures, {
    items: [{ kind: 'indicator', code: 'III.04' }],
    units: [unit(CITY)],
    periods: ['2023-9M'],
  })
  expect(body.cells[0]?.[0]?.[0]).toMatchObject({ state: 'text', note: 'Hiện đang thống kê', numerator: null })
})

test('the seventeen wards of 2023 and the five of 2026 have the same totals', async () => {
  const old = units.filter(
    ({ parentId, level }) => parentId === unit('17 phường, xã thuộc thành phố Vũng Tàu') && level === 'commune',
  )
  expect(old).toHaveLength(17)
  const now = []
  for (const code of ['26506', '26526', '26536', '26542', '26545']) {
    const { body } = await api.root.call(organisationContract.listUnits, { day: '2026-11-21', code, level: 'commune' })
    now.push(body.units[0]?.unitId ?? '')
  }
  const ask = async (ids: string[], structureOn: string) => {
    const { body } = await api.root.call(contract.getFigures, {
      items: measures('documents_out_on_system', 'documents_in_on_system'),
      units: ids,
      periods: ['2023-9M'],
      structureOn,
    })
    return body.cells.map((table) => ({
      sum: table.reduce((sum, [cell]) => sum + Number(cell?.value ?? Number.NaN), 0),
      exact: table.every(([cell]) => cell?.certainty === 'exact'),
    }))
  }
  const before = await ask(
    old.map(({ unitId }) => unitId),
    '2023-09-14',
  )
  expect(before).toEqual([
    { sum: 32679, exact: true },
    { sum: 82150, exact: true },
  ])
  expect(await ask(now, '2026-11-21')).toEqual(before)
})

test('dossiers of 2026 are counted one by one, and the list under a figure adds up to it', async () => {
  const { body: ward } = await api.root.call(organisationContract.listUnits, {
    day: '2026-11-21',
    code: '26506',
    level: 'commune',
  })
  const unitId = ward.units[0]?.unitId ?? ''
  const { body } = await api.root.call(contract.listSubjects, {
    item: { kind: 'measure', code: 'dossiers_received' },
    unitId,
    period: '2026-M10',
    limit: 500,
  })
  expect(body.check.agrees).toBe(true)
  expect(body.check.listed).toBe(body.check.total)
  expect(body.subjects).toHaveLength(body.check.total)
  expect(body.subjects[0]?.subject?.kind).toBe('dossier')
})

test('forms stand at every stage: due, overdue, returned, waiting for approval', async () => {
  const { body } = await api.root.call(contract.listEntryTasks, { day: '2026-11-21' })
  const monthly = body.tasks.filter(({ form }) => form.code === 'bao-cao-thang-phuong-xa')
  const count = (want: (task: (typeof monthly)[number]) => boolean) => monthly.filter(want).length
  expect(count(({ status, overdue }) => status === 'none' && overdue)).toBe(2)
  expect(count(({ status }) => status === 'returned')).toBe(1)
  expect(count(({ period, overdue }) => period.key === '2026-M12' && !overdue)).toBe(5)
})
