import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as units from '#modules/organisation/contract.ts'
import { organisation } from '#modules/organisation/index.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { indicators } from '../index.ts'

let api: TestApi
let ward = ''
let other = ''
let clerk: Caller
let cityOfficer: Caller
let provinceOfficer: Caller

beforeAll(async () => {
  api = await testApi({ modules: [organisation, indicators] })
  const { body } = await api.root.call(units.applyChange, {
    effectiveOn: '2021-01-01',
    acts: [
      {
        kind: 'create',
        to: [
          { key: 'province', code: '77', name: 'Tỉnh Thử', kind: 'province', level: 'province' },
          {
            key: 'city',
            code: '747',
            name: 'Thành phố Thử',
            kind: 'provincial-city',
            level: 'district',
            parent: { key: 'province' },
          },
          { key: 'ward', code: '1', name: 'Phường 1', kind: 'ward', level: 'commune', parent: { key: 'city' } },
          { key: 'other', code: '2', name: 'Phường 2', kind: 'ward', level: 'commune', parent: { key: 'city' } },
        ],
      },
    ],
  })
  const { province = '', city = '' } = body.created
  ward = body.created.ward ?? ''
  other = body.created.other ?? ''
  const all = (unitId: string, reach: 'own' | 'subtree', ...permissions: string[]) =>
    permissions.map((permission) => ({ permission, unitId, reach }))
  clerk = api.as({
    name: 'Cán bộ phường',
    grants: all(ward, 'own', 'indicators:read', 'indicators:write', 'indicators:submit', 'indicators:approve'),
  })
  cityOfficer = api.as({
    name: 'Lãnh đạo thành phố',
    grants: all(city, 'subtree', 'indicators:read', 'indicators:approve'),
  })
  provinceOfficer = api.as({
    name: 'Lãnh đạo tỉnh',
    grants: all(province, 'subtree', 'indicators:read', 'indicators:approve'),
  })
  for (const code of ['signed', 'issued']) {
    await api.root.call(contract.defineMeasure, {
      code,
      name: { vi: code, en: code },
      nature: 'flow',
      source: 'reported',
      unit: { vi: 'văn bản', en: 'documents' },
      decimals: 1,
      validFrom: '2021-01-01',
    })
  }
  await api.root.call(contract.defineForm, {
    code: 'thang',
    name: { vi: 'Báo cáo tháng', en: 'Monthly report' },
    periodKind: 'month',
    approvalLevels: 2,
    measures: ['signed', 'issued'],
    units: [ward, other],
    validFrom: '2021-01-01',
  })
})
afterAll(() => api.close())

const place = (period: string) => ({ form: 'thang', unitId: ward, period })
const typed = (signed: string, issued: string) => [
  { measure: 'signed', raw: signed },
  { measure: 'issued', raw: issued },
]
async function draft(period: string, entries: object[] = typed('1', '2')): Promise<string> {
  const { body, problem } = await clerk.call(contract.saveObservations, { ...place(period), entries })
  expect(problem).toBeUndefined()
  return body.sheetId
}
const figure = async (period: string, standing: 'submitted' | 'approved' = 'submitted') => {
  const items = [{ kind: 'measure', code: 'signed' }]
  const { body } = await provinceOfficer.call(contract.getFigures, {
    items,
    units: [ward],
    periods: [period],
    standing,
  })
  return body.cells[0]?.[0]?.[0]
}

test('1.234,5 and 1234.5 are one number; what is no number is marked and cannot be submitted', async () => {
  const { body } = await clerk.call(contract.saveObservations, {
    ...place('2026-M01'),
    entries: typed('1.234,5', '1234.5'),
  })
  expect(body.entries.map(({ value }) => value)).toEqual(['1234.5', '1234.5'])
  const sheetId = await draft('2026-M01', typed('12%', '5'))
  const { body: sheet } = await clerk.call(contract.getSheet, place('2026-M01'))
  expect(sheet.entries[0]).toMatchObject({ raw: '12%', value: null, wrong: 'indicators/number-percent' })
  const { problem } = await clerk.call(contract.submitSheet, { sheetId })
  expect(problem?.code).toBe('indicators/wrong-values')
})

test('a draft is nobody’s figure; what is submitted is', async () => {
  const sheetId = await draft('2026-M02', typed('7', '9'))
  expect(await figure('2026-M02')).toMatchObject({ state: 'missing', value: null })
  await clerk.call(contract.submitSheet, { sheetId })
  expect(await figure('2026-M02')).toMatchObject({ state: 'reported', value: '7' })
})

test('every cell must be answered: a number, zero, not applicable, or a reason in words', async () => {
  const sheetId = await draft('2026-M03', [{ measure: 'signed', raw: '0' }])
  const { problem } = await clerk.call(contract.submitSheet, { sheetId })
  expect(problem).toMatchObject({ code: 'indicators/values-left-out', values: { count: 1 } })
  await draft('2026-M03', [{ measure: 'issued', raw: '', note: 'Đang thống kê' }])
  expect((await clerk.call(contract.submitSheet, { sheetId })).status).toBe(200)
  const items = ['signed', 'issued'].map((code) => ({ kind: 'measure' as const, code }))
  const { body } = await clerk.call(contract.getFigures, { items, units: [ward], periods: ['2026-M03'] })
  expect(body.cells.map((table) => table[0]?.[0])).toMatchObject([
    { state: 'zero', value: '0' },
    { state: 'text', value: null, note: 'Đang thống kê' },
  ])
})

test('a part larger than its whole is refused, and both numbers are named', async () => {
  const group = { code: 'S', name: { vi: 'Thử', en: 'Test' } }
  const name = { vi: 'Văn bản ký số', en: 'Documents signed' }
  const sides = { numerator: '[signed]', denominator: '[issued]' }
  await api.root.call(contract.defineIndicator, {
    code: 'S.1',
    group,
    name,
    kind: 'ratio',
    ...sides,
    validFrom: '2021-01-01',
  })
  const sheetId = await draft('2026-M07', typed('9', '8'))
  const { problem } = await clerk.call(contract.submitSheet, { sheetId })
  expect(problem?.errors?.[0]).toMatchObject({
    code: 'indicators/part-above-whole',
    values: { numerator: '9', denominator: '8', indicator: 'S.1' },
  })
})

describe('the chain', () => {
  test('ward, city, province: each in turn, and nobody in another’s name', async () => {
    const sheetId = await draft('2026-M04')
    await clerk.call(contract.submitSheet, { sheetId })
    // The ward's own clerk holds the permission to approve, but over the ward only.
    expect((await clerk.call(contract.approveSheet, { sheetId })).status).toBe(403)
    const { body: waiting } = await cityOfficer.call(contract.listApprovals, {})
    expect(waiting.sheets.map((row) => row.sheetId)).toContain(sheetId)
    expect((await cityOfficer.call(contract.approveSheet, { sheetId })).body).toMatchObject({ status: 'approved' })
    expect((await cityOfficer.call(contract.approveSheet, { sheetId })).status).toBe(403)
    expect(await figure('2026-M04', 'approved')).toMatchObject({ value: null })
    expect((await provinceOfficer.call(contract.approveSheet, { sheetId })).body).toMatchObject({ status: 'final' })
    expect(await figure('2026-M04', 'approved')).toMatchObject({ value: '1' })
    const { problem } = await provinceOfficer.call(contract.approveSheet, { sheetId })
    expect(problem).toMatchObject({ status: 409, code: 'indicators/cannot-act' })
  })

  test('what was submitted is locked until it is returned, with a comment', async () => {
    const sheetId = await draft('2026-M05')
    await clerk.call(contract.submitSheet, { sheetId })
    const again = await clerk.call(contract.saveObservations, { ...place('2026-M05'), entries: typed('5', '6') })
    expect(again.problem?.code).toBe('indicators/locked')
    expect((await cityOfficer.call(contract.returnSheet, { sheetId, comment: '' })).status).toBe(400)
    await cityOfficer.call(contract.returnSheet, { sheetId, comment: 'Thiếu văn bản mật' })
    const { body } = await clerk.call(contract.getSheet, place('2026-M05'))
    expect(body).toMatchObject({ status: 'returned', may: { write: true } })
    expect(body.steps.at(-1)).toMatchObject({ act: 'return', comment: 'Thiếu văn bản mật', by: 'Lãnh đạo thành phố' })
  })

  test('reopened with a reason, changed with a reason: what was reported stays beside what is known now', async () => {
    const sheetId = await draft('2026-M06', typed('10', '20'))
    await clerk.call(contract.submitSheet, { sheetId })
    await cityOfficer.call(contract.approveSheet, { sheetId })
    await provinceOfficer.call(contract.approveSheet, { sheetId })
    await provinceOfficer.call(contract.reopenSheet, { sheetId, comment: 'Phường báo sót một văn bản' })
    await draft('2026-M06', typed('11', '20'))
    const { problem } = await clerk.call(contract.submitSheet, { sheetId })
    expect(problem?.code).toBe('indicators/reason-needed')
    await clerk.call(contract.submitSheet, { sheetId, comment: 'Bổ sung một văn bản' })
    const { body } = await clerk.call(contract.historyOfObservation, {
      measure: 'signed',
      unitId: ward,
      period: '2026-M06',
    })
    expect(body.versions.map(({ value, reason, recordedBy }) => [value, reason, recordedBy])).toEqual([
      ['11', 'Bổ sung một văn bản', 'Cán bộ phường'],
      ['10', '', 'Cán bộ phường'],
    ])
    const issued = await clerk.call(contract.historyOfObservation, {
      measure: 'issued',
      unitId: ward,
      period: '2026-M06',
    })
    expect(issued.body.versions).toHaveLength(1)
  })

  test('the clerk of one ward writes nothing for another', async () => {
    const { status } = await clerk.call(contract.saveObservations, {
      form: 'thang',
      unitId: other,
      period: '2026-M07',
      entries: typed('1', '1'),
    })
    expect(status).toBe(403)
  })
})

test('a year is made of its months when nobody reported the year; missing months leave it open', async () => {
  for (let month = 1; month <= 12; month++) {
    const sheetId = await draft(`2024-M${String(month).padStart(2, '0')}`, typed(String(month), '100'))
    await clerk.call(contract.submitSheet, { sheetId })
  }
  expect(await figure('2024-Y')).toMatchObject({ value: '78', state: 'reported' })
  expect(await figure('2024-9M')).toMatchObject({ value: '45' })
  expect(await figure('2025-Y')).toMatchObject({ value: null, state: 'missing' })
  const { body } = await clerk.call(contract.listSubjects, {
    item: { kind: 'measure', code: 'signed' },
    unitId: ward,
    period: '2024-Y',
  })
  expect(body.observations).toHaveLength(12)
  expect(body.check).toMatchObject({ sum: '78', agrees: true })
})

test('tasks and completeness tell due from overdue, and what is not theirs is not listed', async () => {
  const { body } = await clerk.call(contract.listEntryTasks, { day: '2026-09-15' })
  expect(new Set(body.tasks.map(({ unit }) => unit.name))).toEqual(new Set(['Phường 1']))
  expect(body.tasks.find(({ period }) => period.key === '2026-M09')).toMatchObject({
    dueOn: '2026-09-16',
    overdue: false,
  })
  expect(body.tasks.find(({ period }) => period.key === '2026-M08')).toMatchObject({
    dueOn: '2026-08-18',
    overdue: true,
  })
  const { body: map } = await clerk.call(contract.completeness, { form: 'thang', year: 2024 })
  expect(map.rows.map(({ unit, cells }) => [unit.name, cells[0]?.state])).toEqual([
    ['Phường 1', 'submitted'],
    ['Phường 2', 'missing'],
  ])
})
