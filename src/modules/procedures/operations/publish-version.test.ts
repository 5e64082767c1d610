import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisation } from '#modules/organisation/index.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { findInForce, getVersion, listInForce, procedures } from '../index.ts'

let api: TestApi
let writer: Caller
let publisher: Caller
let reader: Caller
beforeAll(async () => {
  api = await testApi({ modules: [organisation, procedures] })
  const holder = (...permissions: string[]) =>
    api.as({ grants: permissions.map((permission) => ({ permission, unitId: null, reach: 'subtree' as const })) })
  writer = holder('procedures:read', 'procedures:write', 'procedures:publish')
  publisher = holder('procedures:read', 'procedures:write', 'procedures:publish')
  reader = holder('procedures:read')
  await writer.call(contract.saveField, { code: 'ho-tich', name: both('Hộ tịch') })
})
afterAll(() => api.close())

const both = (text: string) => ({ vi: text, en: text })
const content = (more: object = {}) => ({
  name: both('Đăng ký khai sinh'),
  fieldCode: 'ho-tich',
  onlineLevel: 'full',
  levels: ['commune'],
  applicants: ['citizen'],
  channels: ['counter', 'online'],
  steps: both('Nộp hồ sơ.'),
  requirements: both(''),
  papers: [{ code: 'to-khai', name: both('Tờ khai'), forms: ['original'] }],
  results: [{ code: 'giay-khai-sinh', name: both('Giấy khai sinh') }],
  fees: [],
  terms: [{ term: { amount: 1, unit: 'in-day' } }],
  legalBasis: [{ number: '60/2014/QH13', title: 'Luật Hộ tịch', effectiveOn: '2016-01-01' }],
  ...more,
})
const decision = { number: '12/QĐ-UBND', on: '2026-01-05', kind: 'new' }
let next = 0
const newCode = () => `1.${String(100_000 + next++)}`
/** A procedure with a published version since 1 February 2026. */
async function published(more: object = {}): Promise<string> {
  const code = newCode()
  await writer.call(contract.createProcedure, { code, content: content(more) })
  const { status } = await publisher.call(contract.publishVersion, {
    code,
    revision: 1,
    decision,
    validFrom: '2026-02-01',
  })
  expect(status).toBe(200)
  return code
}

test('what one person wrote another publishes; then everybody may read it, and before nobody outside', async () => {
  const code = newCode()
  const made = await writer.call(contract.createProcedure, { code, content: content() })
  expect(made.body).toMatchObject({ revision: 1, findings: [] })
  expect((await api.anonymous.call(contract.getProcedure, { code })).problem?.code).toBe('procedures/unknown-procedure')
  const own = await writer.call(contract.publishVersion, { code, revision: 1, decision, validFrom: '2026-02-01' })
  expect([own.status, own.problem?.code]).toEqual([403, 'procedures/own-publication'])
  const { body } = await publisher.call(contract.publishVersion, {
    code,
    revision: 1,
    decision,
    validFrom: '2026-02-01',
  })
  expect(body.version).toMatchObject({ state: 'published', validFrom: '2026-02-01', validTo: null, number: 1 })
  expect(body).toMatchObject({
    dueOn: '2026-01-12',
    onTime: false,
    late: { vi: expect.stringContaining('2026-01-12') },
  })
  const seen = await api.anonymous.call(contract.getProcedure, { code, day: '2026-03-01' })
  expect(seen.body).toMatchObject({ inForce: true, processes: [], content: { name: both('Đăng ký khai sinh') } })
})

test('whoever may publish what they wrote does', async () => {
  const code = newCode()
  const chief = api.as({ grants: [{ permission: 'procedures:*', unitId: null, reach: 'subtree' }] })
  await chief.call(contract.createProcedure, { code, content: content() })
  const { status } = await chief.call(contract.publishVersion, { code, revision: 1, decision, validFrom: '2026-02-01' })
  expect(status).toBe(200)
})

test('a code is given once, names its shape, and its field has to be there', async () => {
  const code = await published()
  const again = await writer.call(contract.createProcedure, { code, content: content() })
  expect([again.status, again.problem?.code]).toEqual([409, 'procedures/code-taken'])
  const bad = await writer.call(contract.createProcedure, { code: '1.2', content: content() })
  expect(bad.problem?.errors?.[0]).toMatchObject({ path: 'code', code: 'procedures/bad-code' })
  const field = await writer.call(contract.createProcedure, { code: newCode(), content: content({ fieldCode: 'no' }) })
  expect(field.problem?.errors?.[0]).toMatchObject({ path: 'content.fieldCode', code: 'procedures/unknown-field' })
})

test('a draft saved by two people at once is refused to the second', async () => {
  const code = await published()
  const first = await writer.call(contract.saveDraft, { code, revision: null, content: content({ sets: 2 }) })
  expect(first.body.revision).toBe(1)
  const second = await publisher.call(contract.saveDraft, { code, revision: null, content: content({ sets: 3 }) })
  expect([second.status, second.problem?.code]).toEqual([409, 'procedures/draft-changed'])
  const third = await publisher.call(contract.saveDraft, { code, revision: 1, content: content({ sets: 3 }) })
  expect(third.body.revision).toBe(2)
  const late = await writer.call(contract.saveDraft, { code, revision: 1, content: content({ sets: 4 }) })
  expect(late.problem?.code).toBe('procedures/draft-changed')
  const stale = await writer.call(contract.publishVersion, { code, revision: 1, decision, validFrom: '2026-03-01' })
  expect(stale.problem?.code).toBe('procedures/draft-changed')
})

test('a new version ends the one before; validity never overlaps; a running case keeps its version', async () => {
  const code = await published()
  const old = await api.appDb.transaction().execute((tx) => findInForce(tx, code, '2026-06-01'))
  await writer.call(contract.saveDraft, { code, revision: null, content: content({ sets: 2 }) })
  const publish = (validFrom: string) =>
    publisher.call(contract.publishVersion, {
      code,
      revision: 1,
      decision: { ...decision, kind: 'amended' },
      validFrom,
    })
  for (const day of ['2026-01-15', '2026-02-01']) {
    expect((await publish(day)).problem).toMatchObject({ code: 'procedures/version-not-later', status: 409 })
  }
  expect((await publish('2026-07-01')).status).toBe(200)
  await api.appDb.transaction().execute(async (tx) => {
    const sets = async (day: string) => (await findInForce(tx, code, day))?.content.sets
    expect([
      await sets('2026-01-31'),
      await sets('2026-02-01'),
      await sets('2026-06-30'),
      await sets('2026-07-01'),
    ]).toEqual([undefined, 1, 1, 2])
    expect((await getVersion(tx, old?.id ?? '')).content.sets).toBe(1)
    expect((await listInForce(tx, '2026-08-01')).filter((one) => one.code === code)).toHaveLength(1)
  })
})

test('a draft with errors is kept, and not published until they are mended', async () => {
  const code = newCode()
  const wrong = content({ channels: ['counter'], papers: [content().papers[0], content().papers[0]] })
  const made = await writer.call(contract.createProcedure, { code, content: wrong })
  expect(made.body.findings.map((one) => one.code)).toEqual([
    'procedures/part-code-twice',
    'procedures/full-without-online',
  ])
  const refused = await publisher.call(contract.publishVersion, {
    code,
    revision: 1,
    decision,
    validFrom: '2026-02-01',
  })
  expect(refused.problem).toMatchObject({
    status: 422,
    code: 'procedures/not-publishable',
    errors: [{ path: 'papers.to-khai' }, { path: 'channels' }],
  })
  const future = await publisher.call(contract.publishVersion, {
    code,
    revision: 1,
    decision: { ...decision, on: '2199-01-01' },
    validFrom: '2199-02-01',
  })
  expect(future.problem?.code).toBe('procedures/decision-to-come')
})

test('an abolished procedure is no longer in force from its day on, and can be brought back later', async () => {
  const code = await published()
  const abolish = (from: string) =>
    publisher.call(contract.abolishProcedure, { code, decision: { number: '9/QĐ-UBND', on: '2026-04-01' }, from })
  expect((await abolish('2026-01-01')).problem?.code).toBe('procedures/version-not-later')
  expect((await abolish('2026-05-01')).body.version).toMatchObject({
    state: 'abolished',
    decision: { kind: 'abolished' },
  })
  expect((await abolish('2026-06-01')).problem?.code).toBe('procedures/nothing-to-abolish')
  const on = async (day: string) => (await api.anonymous.call(contract.getProcedure, { code, day })).body.inForce
  expect([await on('2026-04-30'), await on('2026-05-01')]).toEqual([true, false])
  await writer.call(contract.saveDraft, { code, revision: null, content: content() })
  const back = await publisher.call(contract.publishVersion, { code, revision: 1, decision, validFrom: '2026-09-01' })
  expect(back.status).toBe(200)
  expect([await on('2026-08-31'), await on('2026-09-01')]).toEqual([false, true])
})

test('two versions are told apart part by part; a draft is compared only by who may read it', async () => {
  const code = await published({
    fees: [{ code: 'le-phi', kind: 'levy', name: both('Lệ phí'), amountVnd: 8000, validFrom: '2026-01-01' }],
  })
  const papers = [{ code: 'giay-chung-sinh', name: both('Giấy chứng sinh'), forms: ['original'] }]
  const fees = [{ code: 'le-phi', kind: 'levy', name: both('Lệ phí'), amountVnd: 5000, validFrom: '2026-01-01' }]
  await writer.call(contract.saveDraft, {
    code,
    revision: null,
    content: content({ papers, fees, name: both('Khai sinh') }),
  })
  const { versions } = (await reader.call(contract.getProcedure, { code })).body
  const [after = '', before = ''] = versions.map(({ id }) => id)
  const { body } = await reader.call(contract.compareVersions, { code, before, after })
  expect(body.differences.map(({ part, kind, code: of, fields }) => [part, kind, of, fields.join()])).toEqual([
    ['name', 'changed', null, ''],
    ['papers', 'removed', 'to-khai', ''],
    ['papers', 'added', 'giay-chung-sinh', ''],
    ['fees', 'changed', 'le-phi 2026-01-01', 'amountVnd'],
  ])
  expect((await api.anonymous.call(contract.compareVersions, { code, before, after })).status).toBe(404)
})

test('rights over one unit do not write or publish what holds everywhere', async () => {
  const unitId = '01900000-0000-7000-8000-000000000001'
  const local = api.as({ grants: [{ permission: 'procedures:*', unitId, reach: 'subtree' }] })
  const made = await local.call(contract.createProcedure, { code: newCode(), content: content() })
  expect([made.status, made.problem?.code]).toEqual([403, 'organisation/outside-scope'])
  expect((await local.call(contract.saveField, { code: 'x', name: both('X') })).status).toBe(403)
  expect((await reader.call(contract.saveField, { code: 'x', name: both('X') })).status).toBe(403)
})
