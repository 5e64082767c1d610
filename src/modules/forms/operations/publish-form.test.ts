import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisation } from '#modules/organisation/index.ts'
import * as procedureContract from '#modules/procedures/contract.ts'
import { procedures } from '#modules/procedures/index.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { both, formOf, goodAnswers, rule, sampleForm } from '../domain/sample.fixture.ts'
import { forms, formsOfProcedure, requireAnswers } from '../index.ts'

let api: TestApi
let writer: Caller
let publisher: Caller
beforeAll(async () => {
  api = await testApi({ modules: [organisation, procedures, forms] })
  const holder = (...permissions: string[]) =>
    api.as({ grants: permissions.map((permission) => ({ permission, unitId: null, reach: 'subtree' as const })) })
  writer = holder('forms:read', 'forms:write', 'forms:publish')
  publisher = holder('forms:read', 'forms:publish')
})
afterAll(() => api.close())

let next = 0
const newCode = () => `to-khai-${next++}`

/** A form with a published version since 1 February 2026; its code and version id. */
async function published(definition = sampleForm()) {
  const code = newCode()
  await writer.call(contract.createForm, { code, definition })
  const { status, body } = await publisher.call(contract.publishForm, { code, revision: 1, validFrom: '2026-02-01' })
  expect(status).toBe(200)
  return { code, versionId: body.version.id, hash: body.version.hash }
}

test('what one person wrote another publishes; then everybody may read it, and before nobody outside', async () => {
  const code = newCode()
  const made = await writer.call(contract.createForm, { code, definition: sampleForm() })
  expect(made.body).toMatchObject({ revision: 1, coverage: { conditions: 4, reached: 4 } })
  expect((await api.anonymous.call(contract.getForm, { code })).problem?.code).toBe('forms/unknown-form')
  const own = await writer.call(contract.publishForm, { code, revision: 1, validFrom: '2026-02-01' })
  expect([own.status, own.problem?.code]).toEqual([403, 'forms/own-publication'])
  const { body } = await publisher.call(contract.publishForm, { code, revision: 1, validFrom: '2026-02-01' })
  expect(body.version).toMatchObject({ state: 'published', number: 1, fieldCount: 27, validFrom: '2026-02-01' })
  const seen = await api.anonymous.call(contract.getForm, { code })
  expect(seen.body.definition.title).toEqual(both('Tờ khai thử'))
  expect(seen.body.version.hash).toBe(body.version.hash)
})

test('errors of the linter forbid publishing and are named', async () => {
  const code = newCode()
  const definition = formOf([{ kind: 'text', name: 'a', label: both(''), showIf: rule('[b] = 1') }])
  await writer.call(contract.createForm, { code, definition })
  const { status, problem } = await publisher.call(contract.publishForm, { code, revision: 1, validFrom: '2026-02-01' })
  expect([status, problem?.code]).toEqual([422, 'forms/not-publishable'])
  expect(problem?.errors?.map((error) => error.code)).toEqual(['forms/lint-unlabelled', 'forms/lint-bad-rule'])
  const linted = await writer.call(contract.lintForm, { definition })
  expect(linted.body.findings.map((finding) => finding.code)).toEqual(['forms/lint-unlabelled', 'forms/lint-bad-rule'])
})

test('a draft saved by two people is refused to the second; a version begins after the one before', async () => {
  const { code, versionId } = await published()
  const changed = { ...sampleForm(), title: both('Tờ khai mới') }
  const first = await writer.call(contract.saveFormDraft, { code, revision: null, definition: changed })
  expect(first.body.revision).toBe(1)
  const second = await writer.call(contract.saveFormDraft, { code, revision: null, definition: changed })
  expect([second.status, second.problem?.code]).toEqual([409, 'forms/draft-changed'])
  await writer.call(contract.saveFormDraft, { code, revision: 1, definition: changed })
  const stale = await publisher.call(contract.publishForm, { code, revision: 1, validFrom: '2026-03-01' })
  expect(stale.problem?.code).toBe('forms/draft-changed')
  const early = await publisher.call(contract.publishForm, { code, revision: 2, validFrom: '2026-02-01' })
  expect(early.problem?.code).toBe('forms/version-not-later')
  const { body } = await publisher.call(contract.publishForm, { code, revision: 2, validFrom: '2026-03-01' })
  const old = await api.anonymous.call(contract.getForm, { code, day: '2026-02-20' })
  expect(old.body.version).toMatchObject({ id: versionId, validTo: '2026-03-01' })
  const differences = await api.anonymous.call(contract.formDifferences, {
    code,
    before: versionId,
    after: body.version.id,
  })
  expect(differences.body.differences).toMatchObject([{ part: 'form', code: 'title', kind: 'changed' }])
})

test('the list tells what is in force, by procedure and by words; drafts only to who may read them', async () => {
  const procedureCode = '1.900001'
  await api.root.call(procedureContract.saveField, { code: 'ho-tich', name: both('Hộ tịch') })
  await api.root.call(procedureContract.createProcedure, {
    code: procedureCode,
    content: {
      name: both('Thủ tục thử'),
      fieldCode: 'ho-tich',
      onlineLevel: 'full',
      levels: ['commune'],
      applicants: ['citizen'],
      channels: ['counter', 'online'],
      steps: both(''),
      requirements: both(''),
      papers: [],
      results: [{ code: 'kq', name: both('Kết quả') }],
      fees: [],
      terms: [{ term: { amount: 1, unit: 'in-day' } }],
      legalBasis: [{ number: '1', title: 'Luật' }],
    },
  })
  const code = newCode()
  const unknown = await writer.call(contract.createForm, {
    code,
    procedures: [procedureCode],
    definition: sampleForm(),
  })
  expect(unknown.problem?.code).toBe('forms/unknown-procedure')
  const decision = { number: '1', on: '2026-01-01', kind: 'new' }
  const other = api.as({ grants: [{ permission: 'procedures:*', unitId: null, reach: 'subtree' }] })
  await other.call(procedureContract.publishVersion, {
    code: procedureCode,
    revision: 1,
    decision,
    validFrom: '2026-01-02',
  })
  await writer.call(contract.createForm, {
    code,
    procedures: [procedureCode],
    definition: { ...sampleForm(), title: both('Tìm thấy tôi') },
  })
  const drafts = await writer.call(contract.listForms, { show: 'drafts', search: 'tim thay' })
  expect(drafts.body.forms.map((form) => form.code)).toEqual([code])
  expect((await api.anonymous.call(contract.listForms, { show: 'drafts' })).status).toBe(403)
  await publisher.call(contract.publishForm, { code, revision: 1, validFrom: '2026-02-01' })
  const listed = await api.anonymous.call(contract.listForms, { procedureCode })
  expect(listed.body.forms).toMatchObject([{ code, hasDraft: false, version: { procedures: [procedureCode] } }])
  const found = await api.appDb.transaction().execute((tx) => formsOfProcedure(tx, procedureCode, '2026-03-01'))
  expect(found.map((form) => form.code)).toEqual([code])
})

test('answers are checked as in the browser, and what is handed in is stricter', async () => {
  const { code, versionId, hash } = await published()
  const good = await api.anonymous.call(contract.checkAnswers, { code, versionId, answers: goodAnswers() })
  expect(good.body).toMatchObject({
    complete: true,
    values: { tong: 1_200_000, dien_thoai: '0912345678' },
    troubles: [],
  })
  const forged = await api.anonymous.call(contract.checkAnswers, {
    code,
    versionId,
    answers: { ...goodAnswers(), giam_ho: 'A', la: 1 },
  })
  expect(forged.body).toMatchObject({
    complete: false,
    troubles: [
      { path: '', code: 'forms/unknown-answer', message: { vi: 'Biểu mẫu không có mục “la”.' } },
      { path: 'giam_ho', code: 'forms/hidden-answer' },
    ],
  })
  const keep = (answers: unknown) =>
    api.appDb.transaction().execute((tx) => requireAnswers(tx, { versionId, answers, now: new Date() }))
  expect((await keep(goodAnswers())).hash).toBe(hash)
  await expect(keep({ ...goodAnswers(), ho_ten: 5 })).rejects.toMatchObject({
    code: 'forms/bad-answers',
    errors: [{ path: 'answers.ho_ten', code: 'forms/wrong-type' }],
  })
  const unit = { unitId: '01890000-0000-7000-8000-000000000001', place: 'bịa', line: '' }
  const nowhere = await api.anonymous.call(contract.checkAnswers, {
    code,
    versionId,
    answers: { ...goodAnswers(), noi_o: unit },
  })
  expect(nowhere.body.troubles).toMatchObject([{ path: 'noi_o', code: 'forms/unknown-unit' }])
})

test('a draft on an earlier version is brought to the one in force', async () => {
  const { code, versionId } = await published(
    formOf([
      { kind: 'text', name: 'cu', label: both('Cũ') },
      { kind: 'text', name: 'a', label: both('A') },
    ]),
  )
  await writer.call(contract.saveFormDraft, {
    code,
    revision: null,
    definition: formOf([
      { kind: 'text', name: 'a', label: both('A') },
      { kind: 'text', name: 'moi', label: both('Mới'), required: true },
    ]),
  })
  await publisher.call(contract.publishForm, { code, revision: 1, validFrom: '2026-03-01' })
  const { body } = await api.anonymous.call(contract.moveAnswers, {
    code,
    fromVersionId: versionId,
    answers: { cu: 'x', a: 'y' },
  })
  expect(body).toMatchObject({
    answers: { a: 'y' },
    aside: { cu: 'x' },
    notices: [
      { field: 'cu', what: 'removed' },
      { field: 'moi', what: 'new' },
    ],
  })
})

test('the schema of a form and the places of a day are open to anyone', async () => {
  const { code, hash } = await published()
  const { body } = await api.anonymous.call(contract.formSchema, { code })
  expect(body).toMatchObject({ hash, schema: { title: 'Tờ khai thử', additionalProperties: false } })
  const units = await api.anonymous.call(contract.listAddressUnits, { search: 'vung tau' })
  expect(units.body.units).toEqual([])
})
