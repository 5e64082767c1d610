import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisation } from '#modules/organisation/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { procedures, publicationFacts } from '../index.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [organisation, procedures] })
  await api.root.call(contract.saveField, { code: 'ho-tich', name: { vi: 'Hộ tịch', en: 'Civil status' } })
  await api.root.call(contract.saveField, { code: 'dat-dai', name: { vi: 'Đất đai', en: 'Land' } })
  await publish('1.000001', { name: { vi: 'Đăng ký khai sinh', en: 'Birth' } }, '2026-01-02', '2026-01-10')
  await publish('1.000002', { name: { vi: 'Đăng ký kết hôn', en: 'Marriage' }, onlineLevel: 'partial' })
  await publish('1.000003', {
    name: { vi: 'Đăng ký đất đai', en: 'Land' },
    fieldCode: 'dat-dai',
    levels: ['province', 'commune'],
    applicants: ['enterprise'],
    papers: [],
    steps: both(''),
  })
  await api.root.call(contract.createProcedure, { code: '1.000004', content: content({ name: both('Dự thảo') }) })
})
afterAll(() => api.close())

const both = (text: string) => ({ vi: text, en: text })
const content = (more: object = {}) => ({
  name: both('Thủ tục'),
  fieldCode: 'ho-tich',
  onlineLevel: 'full',
  levels: ['commune'],
  applicants: ['citizen'],
  channels: ['counter', 'online'],
  steps: both('Nộp hồ sơ.'),
  requirements: both(''),
  papers: [{ code: 'to-khai', name: both('Tờ khai'), forms: ['original'] }],
  results: [{ code: 'ket-qua', name: both('Kết quả') }],
  fees: [
    {
      code: 'le-phi',
      kind: 'levy',
      name: both('Lệ phí'),
      amountVnd: 20_000,
      validFrom: '2026-01-01',
      exemptions: [{ who: both('Trẻ em'), percent: 100, when: { kind: 'reference', name: 'child' } }],
    },
  ],
  terms: [{ term: { amount: 3, unit: 'working-days' } }],
  legalBasis: [{ number: '60/2014/QH13', title: 'Luật Hộ tịch', effectiveOn: '2026-01-09' }],
  questions: [{ name: 'child', label: both('Trẻ em?'), type: 'boolean' }],
  ...more,
})
async function publish(code: string, more: object, on = '2026-01-05', validFrom = '2026-02-01') {
  await api.root.call(contract.createProcedure, { code, content: content(more) })
  const decision = { number: '1/QĐ-UBND', on, kind: 'new' }
  const { status, problem } = await api.root.call(contract.publishVersion, { code, revision: 1, decision, validFrom })
  expect(problem).toBeUndefined()
  expect(status).toBe(200)
}
const codes = async (input: object) =>
  (await api.anonymous.call(contract.listProcedures, { day: '2026-03-01', ...input })).body.procedures.map(
    ({ code }) => code,
  )

test('the catalogue is found without marks, by code and by field, and filtered', async () => {
  expect(await codes({})).toEqual(['1.000001', '1.000002', '1.000003'])
  expect(await codes({ search: 'khai sinh' })).toEqual(['1.000001'])
  expect(await codes({ search: 'KET HON dang' })).toEqual(['1.000002'])
  expect(await codes({ search: '000003' })).toEqual(['1.000003'])
  expect(await codes({ search: 'ho tich' })).toEqual(['1.000001', '1.000002'])
  expect(await codes({ search: '%' })).toEqual([])
  expect(await codes({ fieldCode: 'dat-dai' })).toEqual(['1.000003'])
  expect(await codes({ level: 'province' })).toEqual(['1.000003'])
  expect(await codes({ onlineLevel: 'partial' })).toEqual(['1.000002'])
  expect(await codes({ applicant: 'enterprise' })).toEqual(['1.000003'])
  expect(await codes({ day: '2026-01-15' })).toEqual(['1.000001'])
})

test('pages follow one another and miss nothing', async () => {
  const seen: string[] = []
  let after: string | undefined
  do {
    const { body } = await api.anonymous.call(contract.listProcedures, { day: '2026-03-01', limit: 2, after })
    expect(body.total).toBe(3)
    seen.push(...body.procedures.map(({ code }) => code))
    after = body.next ?? undefined
  } while (after)
  expect(seen).toEqual(['1.000001', '1.000002', '1.000003'])
})

test('drafts are listed for who may read them only', async () => {
  const refused = await api.anonymous.call(contract.listProcedures, { show: 'drafts' })
  expect([refused.status, refused.problem?.code]).toEqual([403, 'platform/not-allowed'])
  const { body } = await api.root.call(contract.listProcedures, { show: 'drafts' })
  expect(body.procedures.map(({ code }) => code)).toEqual(['1.000004'])
})

test('fields say how many procedures are in force', async () => {
  const { body } = await api.anonymous.call(contract.listFields, {})
  expect(body.fields.map(({ code, inForce }) => [code, inForce])).toEqual([
    ['dat-dai', 1],
    ['ho-tich', 2],
  ])
})

test('answers decide fees: a child pays nothing', async () => {
  const ask = async (answers: object) =>
    (await api.anonymous.call(contract.previewCase, { code: '1.000001', day: '2026-03-01', answers })).body.totalVnd
  expect([await ask({}), await ask({ child: true }), await ask({ child: 'true' })]).toEqual([20_000, 0, 20_000])
  const none = await api.anonymous.call(contract.previewCase, { code: '1.000004' })
  expect([none.status, none.problem?.code]).toEqual([404, 'procedures/not-in-force'])
})

test('a procedure without papers or steps is not whole', async () => {
  const { body } = await api.root.call(contract.checkCompleteness, { day: '2026-03-01' })
  expect(body).toMatchObject({ complete: 2, total: 3 })
  expect(body.procedures).toMatchObject([{ code: '1.000003', missing: ['steps', 'papers'] }])
})

test('a decision is due before its legal basis takes effect, publication after the decision; one late is late', async () => {
  const { body } = await api.root.call(contract.listPublicationFacts, { from: '2026-01-01', to: '2026-02-01' })
  // Decided on Friday 2 and Monday 5 January; five working days before 9 January is 2 January.
  expect(body.decided).toEqual({ numerator: 1, denominator: 3, unknown: 0 })
  expect(body.facts[0]).toMatchObject({
    code: '1.000001',
    decisionDueOn: '2026-01-02',
    decidedOnTime: true,
    publicationDueOn: '2026-01-09',
    publishedOnTime: false,
  })
  const inside = await api.appDb
    .transaction()
    .execute((tx) => publicationFacts(tx, { from: '2026-01-01', to: '2026-02-01', today: '2026-03-01' }))
  expect(inside).toHaveLength(3)
})

test('a draft whose decision is recorded counts as late once its time is over', async () => {
  const decision = { number: '2/QĐ-UBND', on: '2026-01-05', kind: 'new' }
  const stale = await api.root.call(contract.recordDecision, { code: '1.000004', revision: 7, decision })
  expect(stale.problem?.code).toBe('procedures/draft-changed')
  const { body } = await api.root.call(contract.recordDecision, { code: '1.000004', revision: 1, decision })
  expect(body.publicationDueOn).toBe('2026-01-12')
  const facts = await api.root.call(contract.listPublicationFacts, { from: '2026-01-01', to: '2026-02-01' })
  expect(facts.body.published).toEqual({ numerator: 0, denominator: 1 })
})

test('a period ends after it begins and spans two years at most', async () => {
  for (const to of ['2026-01-01', '2029-01-01']) {
    const { problem } = await api.root.call(contract.listPublicationFacts, { from: '2026-01-01', to })
    expect(problem?.errors?.[0]).toMatchObject({ path: 'to', code: 'procedures/bad-period' })
  }
})

test('the time allowed is a setting', async () => {
  const rule = { announcer: 'province' as const, decideDaysBefore: 5, publishDaysAfter: 7, source: 'thử' }
  await api.root.call(contract.savePublicationRule, rule)
  const { body } = await api.root.call(contract.listPublicationRules, {})
  expect(body.rules).toContainEqual(rule)
  const { body: facts } = await api.root.call(contract.listPublicationFacts, { from: '2026-01-01', to: '2026-02-01' })
  expect(facts.facts[0]?.publicationDueOn).toBe('2026-01-13')
})
