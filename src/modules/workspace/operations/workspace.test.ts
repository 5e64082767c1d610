import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as figures from '#modules/indicators/contract.ts'
import { indicators } from '#modules/indicators/index.ts'
import * as units from '#modules/organisation/contract.ts'
import { organisation } from '#modules/organisation/index.ts'
import * as forms from '#modules/reports/contract.ts'
import { reports } from '#modules/reports/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { cityOf } from '#testing/city.ts'
import * as contract from '../contract.ts'
import { workspace } from '../index.ts'

let api: TestApi
let id: (key: string) => string
let reportId: string
beforeAll(async () => {
  api = await testApi({ modules: [organisation, indicators, reports, workspace] })
  id = await cityOf(api, [
    ['tam', '26536', 'Phường Thắng Tam'],
    ['nhi', '26533', 'Phường Thắng Nhì'],
    ['hoa', '26599', 'Phường Hoà Hội'],
  ])
  for (const code of ['done', 'all_cases']) {
    const { problem } = await api.root.call(figures.defineMeasure, {
      code,
      name: { vi: code, en: code },
      nature: 'flow',
      source: 'counted',
      unit: { vi: 'hồ sơ', en: 'dossiers' },
      validFrom: '2020-01-01',
    })
    expect(problem).toBeUndefined()
  }
  await api.root.call(figures.defineIndicator, {
    code: 'I.07',
    group: { code: 'I', name: { vi: 'Chính quyền số', en: 'Digital government' } },
    name: { vi: 'Hồ sơ thực hiện trực tuyến từ xa', en: 'Dossiers filed from afar' },
    kind: 'ratio',
    numerator: '[done]',
    denominator: '[all_cases]',
    validFrom: '2020-01-01',
  })
  await api.root.call(figures.setTarget, { indicator: 'I.07', level: 'city', text: '90%', validFrom: '2020-01-01' })
  const fact = (measure: string, unit: string, day: string, value: string) => ({
    measure,
    unitId: id(unit),
    day,
    value,
  })
  const recorded = await api.root.call(figures.recordFacts, {
    facts: [
      fact('done', 'tam', '2023-03-01', '10'),
      fact('all_cases', 'tam', '2023-03-01', '10'),
      fact('done', 'nhi', '2023-03-02', '0'),
      fact('all_cases', 'nhi', '2023-03-02', '90'),
      fact('done', 'tam', '2022-03-02', '1'),
      fact('all_cases', 'tam', '2022-03-02', '4'),
    ],
  })
  expect(recorded.problem).toBeUndefined()
  reportId = await draft()
})
afterAll(() => api.close())

async function draft(): Promise<string> {
  const saved = await api.root.call(forms.saveTemplate, {
    code: 'bao-cao-9-thang',
    name: 'Báo cáo chuyển đổi số 9 tháng',
    basedOn: 0,
    body: {
      periodKind: 'nine-months',
      regime: 'cut-off',
      header: {
        parentAgency: '',
        agency: 'UBND THÀNH PHỐ VŨNG TÀU',
        place: 'Vũng Tàu',
        typeName: 'BÁO CÁO',
        symbol: 'BC-UBND',
        abstract: 'Tình hình chuyển đổi số',
        bases: [],
        opening: '',
      },
      groups: [],
      sections: [{ key: 's1', number: '1', title: 'Kết quả', level: 1, blocks: [] }],
      closing: '',
      recipients: [],
      signer: { lines: ['CHỦ TỊCH'], name: '' },
    },
  })
  expect(saved.problem).toBeUndefined()
  const drafted = await api.root.call(forms.draftReport, {
    templateId: saved.body.templateId,
    unitId: id('city'),
    period: '2023-9M',
  })
  expect(drafted.problem).toBeUndefined()
  return drafted.body.reportId
}

const over = (unit: string, ...permissions: string[]) =>
  api.as({ grants: permissions.map((permission) => ({ permission, unitId: id(unit), reach: 'subtree' as const })) })

describe('search', () => {
  const found = async (q: string, who = api.root) => {
    const { body, problem } = await who.call(contract.searchEverything, { q })
    expect(problem).toBeUndefined()
    return body.found
  }

  test('is for who has signed in', async () => {
    expect((await api.anonymous.call(contract.searchEverything, { q: 'a' })).status).toBe(401)
  })

  test('finds units, indicators and reports without diacritics, exact marks first', async () => {
    expect((await found('thang tam'))[0]).toMatchObject({
      kind: 'unit',
      id: id('tam'),
      detail: { vi: 'Thành phố Thử' },
    })
    expect((await found('Thắng')).map(({ title }) => title.vi)).toEqual([
      'Phường Thắng Nhì',
      'Phường Thắng Tam',
      expect.stringContaining('9 tháng'),
    ])
    expect((await found('tu xa truc tuyen'))[0]).toMatchObject({ kind: 'indicator', id: 'I.07' })
    expect((await found('from afar'))[0]).toMatchObject({ kind: 'indicator', id: 'I.07' })
    expect((await found('chuyen doi so')).find(({ kind }) => kind === 'report')).toMatchObject({ id: reportId })
    expect((await found('26536'))[0]).toMatchObject({ id: id('tam'), rank: 0 })
    expect((await found('Hòa hội'))[0]).toMatchObject({ id: id('hoa'), rank: 2 })
    expect(await found('không có gì như thế')).toEqual([])
  })

  test('shows only what the asker may read', async () => {
    expect(await found('thang', api.as({ grants: [] }))).toEqual([])
    expect(new Set((await found('thang', over('tam', 'organisation:read'))).map(({ kind }) => kind))).toEqual(
      new Set(['unit']),
    )
    const reports = async (unit: string) =>
      (await found('chuyen doi', over(unit, 'reports:read'))).map((each) => each.id)
    expect(await reports('city')).toEqual([reportId])
    expect(await reports('tam')).toEqual([])
  })

  test('counts each kind and keeps to one when asked', async () => {
    const { body } = await api.root.call(contract.searchEverything, { q: 'thang', kind: 'unit', limit: 1 })
    expect(body.found).toHaveLength(1)
    expect(body.counts).toMatchObject({ unit: 2, report: 1 })
  })

  test('a unit that has ended is found with the day it ended, after those that exist', async () => {
    const made = await api.root.call(units.applyChange, {
      effectiveOn: '2021-02-01',
      acts: [
        {
          kind: 'create',
          to: [
            {
              key: 'old',
              code: '99999',
              name: 'Phường Thắng Cũ',
              kind: 'ward',
              level: 'commune',
              parent: { unitId: id('city') },
            },
          ],
        },
      ],
    })
    const old = made.body.created.old ?? ''
    await api.root.call(units.applyChange, {
      effectiveOn: '2022-02-01',
      acts: [{ kind: 'dissolve', from: [{ unitId: old }] }],
    })
    const names = (await found('Phường Thắng')).map(({ title, endedOn }) => [title.vi, endedOn])
    expect(names.slice(0, 3)).toEqual([
      ['Phường Thắng Nhì', null],
      ['Phường Thắng Tam', null],
      ['Phường Thắng Cũ', '2022-02-01'],
    ])
  })
})

describe('standing', () => {
  test('is refused without the permission, and for a unit that is none', async () => {
    expect((await api.as({ grants: [] }).call(contract.showStanding)).status).toBe(403)
    const unknown = await api.root.call(contract.showStanding, { unitId: '01900000-0000-7000-8000-00000000dead' })
    expect(unknown.problem).toMatchObject({ status: 404, code: 'workspace/unknown-unit' })
  })

  test('shows the unit against its target, with the year before, and 10/10 and 0/90 make 10 of 100', async () => {
    const { body } = await over('city', 'indicators:read').call(contract.showStanding, { period: '2023-9M' })
    expect(body).toMatchObject({ unit: { id: id('city'), name: 'Thành phố Thử' }, level: 'city' })
    expect(body.own).toHaveLength(1)
    const row = body.rows.find(({ item }) => item.code === 'I.07')
    expect(row?.cell).toMatchObject({ numerator: '10', denominator: '100', state: 'reported' })
    expect(row?.cell.targets).toMatchObject([{ level: 'city', text: '90%', verdict: 'missed' }])
    expect(row?.yearBefore).toMatchObject({ numerator: '1', denominator: '4' })
    expect(body.period).toMatchObject({ key: '2023-9M', range: '15/12/2022–14/9/2023' })
  })

  test('begins where people work: the unit and period of the newest report', async () => {
    const { body } = await api.root.call(contract.showStanding)
    expect(body).toMatchObject({ unit: { id: id('city') }, period: { key: '2023-9M' }, own: [] })
  })

  test('a ward sees itself first, in the last quarter that is over when it may read no report', async () => {
    const { body } = await over('tam', 'indicators:read').call(contract.showStanding)
    expect(body).toMatchObject({ unit: { id: id('tam') }, level: 'ward' })
    expect(body.period.key).toMatch(/^\d{4}-Q[1-4]$/)
    expect(body.period.to < new Date().toISOString().slice(0, 10)).toBe(true)
  })
})

describe('latest changes', () => {
  test('tell what happened, newest first, to those whose units it concerns', async () => {
    await api.settle()
    const seen = async (who = api.root) => (await who.call(contract.listActivity, { limit: 100 })).body.activities
    const [first] = await seen()
    expect((await seen()).map(({ event }) => event)).toEqual(
      expect.arrayContaining([
        'reports.drafted',
        'reports.template-saved',
        'indicators.indicator-defined',
        'organisation.change-applied',
      ]),
    )
    expect(first?.at).toMatch(/^\d{4}-/)
    const drafted = (await seen(over('city', 'indicators:read'))).find(({ event }) => event === 'reports.drafted')
    expect(drafted).toMatchObject({ unit: { name: 'Thành phố Thử' }, values: { reportId, period: '2023-9M' } })
    expect((await seen(over('tam', 'indicators:read'))).map(({ event }) => event)).not.toContain('reports.drafted')
    expect((await api.as({ grants: [] }).call(contract.listActivity)).status).toBe(403)
  })

  test('pages follow one another without a gap or a double', async () => {
    const all = (await api.root.call(contract.listActivity, { limit: 100 })).body.activities.map((each) => each.id)
    const paged: string[] = []
    let before: string | null | undefined
    do {
      const { body } = await api.root.call(contract.listActivity, { limit: 2, ...(before && { before }) })
      paged.push(...body.activities.map((each) => each.id))
      before = body.next
    } while (before)
    expect(paged).toEqual(all)
  })
})
