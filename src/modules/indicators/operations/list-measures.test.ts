import { afterAll, beforeAll, expect, test } from 'vitest'
import * as units from '#modules/organisation/contract.ts'
import { organisation } from '#modules/organisation/index.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { indicators } from '../index.ts'

let api: TestApi
let reader: Caller
let ward = ''

beforeAll(async () => {
  api = await testApi({ modules: [organisation, indicators] })
  const { body } = await api.root.call(units.applyChange, {
    effectiveOn: '2021-01-01',
    acts: [
      { kind: 'create', to: [{ key: 'p', code: '77', name: 'Tỉnh Thử', kind: 'province', level: 'province' }] },
      {
        kind: 'create',
        to: [
          { key: 'w', code: '1', name: 'Phường 1', kind: 'ward', level: 'commune', parent: { key: 'p' } },
          { key: 'v', code: '2', name: 'Phường 2', kind: 'ward', level: 'commune', parent: { key: 'p' } },
        ],
      },
    ],
  })
  ward = body.created.w ?? ''
  const second = body.created.v ?? ''
  reader = api.as({ grants: [{ permission: 'indicators:read', unitId: ward, reach: 'own' }] })
  for (const made of [
    measure('signed', 'Văn bản ký số', 'Documents signed', { topic: 'Văn bản' }),
    measure('issued', 'Văn bản phát hành', 'Documents issued', { topic: 'Văn bản' }),
    measure('on_time', 'Hồ sơ đúng hạn', 'Dossiers on time', { topic: 'Hồ sơ', source: 'counted' }),
  ]) {
    expect((await api.root.call(contract.defineMeasure, made)).problem).toBeUndefined()
  }
  for (const made of [form('thang', ['signed', 'issued'], [ward, second, ward]), form('quy', ['issued'], [])]) {
    expect((await api.root.call(contract.defineForm, made)).problem).toBeUndefined()
  }
})
afterAll(() => api.close())

const measure = (code: string, vi: string, en: string, more: object) => ({
  code,
  name: { vi, en },
  nature: 'flow' as const,
  source: 'reported' as const,
  unit: { vi: 'văn bản', en: 'documents' },
  validFrom: '2021-01-01',
  ...more,
})
const form = (code: string, measures: string[], assigned: string[]) => ({
  code,
  name: { vi: `Biểu ${code}`, en: `Form ${code}` },
  periodKind: code === 'quy' ? ('quarter' as const) : ('month' as const),
  dueWorkingDays: 3,
  measures,
  units: assigned,
  validFrom: '2021-01-01',
})
const codesFor = async (search?: string) =>
  (await reader.call(contract.listMeasures, search === undefined ? {} : { search })).body.measures.map(
    ({ code }) => code,
  )

test('who is not signed in, or may not read figures, is told neither measures nor forms', async () => {
  const stranger = api.as({ grants: [{ permission: 'organisation:read', unitId: null, reach: 'subtree' }] })
  expect((await api.anonymous.call(contract.listMeasures, {})).status).toBe(401)
  expect((await api.anonymous.call(contract.listForms, {})).status).toBe(401)
  expect((await stranger.call(contract.listMeasures, {})).status).toBe(403)
  expect((await stranger.call(contract.listForms, {})).status).toBe(403)
  expect((await reader.call(contract.listMeasures, { search: 'a'.repeat(201) })).status).toBe(400)
})

test('a form of an unknown or a counted measure, of an unknown unit, or under a taken code does not come into the list', async () => {
  const codeOf = async (made: ReturnType<typeof form>) => (await api.root.call(contract.defineForm, made)).problem?.code
  expect(await codeOf(form('nam', ['nothing'], []))).toBe('indicators/unknown-measure')
  expect(await codeOf(form('nam', ['signed', 'on_time'], []))).toBe('indicators/measure-is-counted')
  expect(await codeOf(form('nam', ['signed'], ['00000000-0000-7000-8000-000000000000']))).toBe(
    'indicators/unknown-unit',
  )
  expect(await codeOf(form('thang', ['signed'], []))).toBe('indicators/code-taken')
  expect((await reader.call(contract.defineForm, form('nam', ['signed'], []))).status).toBe(403)
  const { body } = await reader.call(contract.listForms, {})
  expect(body.forms.map(({ code }) => code)).toEqual(['quy', 'thang'])
})

test('forms come with their measures in the order of the form and how many units fill them in', async () => {
  const { body } = await reader.call(contract.listForms, {})
  expect(body.forms).toMatchObject([
    { code: 'quy', periodKind: 'quarter', measures: ['issued'], units: 0 },
    {
      code: 'thang',
      name: { vi: 'Biểu thang', en: 'Form thang' },
      periodKind: 'month',
      regime: 'cut-off',
      dueWorkingDays: 3,
      approvalLevels: 1,
      measures: ['signed', 'issued'],
      units: 2,
    },
  ])
})

test('measures come by topic and code, with what they count and where from', async () => {
  const { body } = await reader.call(contract.listMeasures, {})
  expect(body.measures).toMatchObject([
    { code: 'on_time', source: 'counted', topic: 'Hồ sơ' },
    { code: 'issued', source: 'reported', unit: { vi: 'văn bản', en: 'documents' }, rollUp: 'sum', decimals: 0 },
    { code: 'signed', source: 'reported', validFrom: '2021-01-01', validTo: null },
  ])
})

test('a search finds names of both languages without marks, topics and codes; blanks alone find all', async () => {
  expect(await codesFor('ky so')).toEqual(['signed'])
  expect(await codesFor('DOSSIERS')).toEqual(['on_time'])
  expect(await codesFor('on_time')).toEqual(['on_time'])
  expect(await codesFor('văn bản')).toEqual(['issued', 'signed'])
  expect(await codesFor('máy bay')).toEqual([])
  expect(await codesFor('   ')).toEqual(await codesFor())
})
