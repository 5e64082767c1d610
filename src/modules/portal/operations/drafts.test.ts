import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Endpoint } from '#kernel/endpoint.ts'
import { parseFormula } from '#kernel/rules/parse.ts'
import * as cases from '#modules/cases/contract.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { aCitizen } from '#testing/citizens.ts'
import { buildProcedure, buildWard, done, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'

let api: TestApi
let ward: Ward
let birth: string
let counter: string

const both = (vi: string) => ({ vi, en: vi })
const when = (formula: string) => {
  const parsed = parseFormula(formula)
  if (!('expression' in parsed)) throw new Error(formula)
  return parsed.expression
}

beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
  birth = await buildProcedure(api, {
    name: both('Đăng ký khai sinh'),
    questions: [{ name: 'authorised', label: both('Được ủy quyền?'), type: 'boolean' }],
    papers: [
      { code: 'to-khai', name: both('Tờ khai'), forms: ['original'] },
      { code: 'uy-quyen', name: both('Văn bản ủy quyền'), forms: ['original'], when: when('[authorised]') },
    ],
  })
  counter = await buildProcedure(api, { onlineLevel: 'none' })
})
afterAll(() => api.close())

const citizen = () => aCitizen(api)

const WHOLE = {
  actingFor: 'self',
  'subject.name': 'Nguyễn Thị Thử',
  'subject.phone': '0912345678',
  'paper.to-khai': 'bring',
}

async function begun(who: Caller, fields: Record<string, unknown> = {}): Promise<string> {
  const { body } = await done(who.call(contract.beginDraft, { procedureCode: birth, unitId: ward.one }))
  for (const [name, value] of Object.entries(fields))
    await done(who.call(contract.keepField, { draftId: body.id, name, value }))
  return body.id
}

async function filed(who: Caller) {
  const draftId = await begun(who, WHOLE)
  return (await done(who.call(contract.fileDraft, { draftId }))).body
}

/** The case of the officer's side by its code. */
async function officers(code: string) {
  const { rows } = await sql<{
    id: string
    version: number
  }>`select id, version from cases."case" where code = ${code}`.execute(api.db)
  const [row] = rows
  if (!row) throw new Error(`There is no case ${code}.`)
  return { caseId: row.id, version: row.version }
}

test('what is kept field by field is there on another device, and begun again it is the same', async () => {
  const who = await citizen()
  const draftId = await begun(who, { 'subject.name': 'Trần Văn Thử', 'answers.authorised': true })
  const { body } = await done(who.call(contract.getDraft, { draftId }))
  expect(body.fields).toMatchObject({ unitId: ward.one, 'subject.name': 'Trần Văn Thử' })
  expect(body.procedure.papers.map(({ code }) => code)).toEqual(['to-khai', 'uy-quyen'])
  expect(await begun(who)).toBe(draftId)
})

test('forged fields are refused: names the form does not have, and files of others', async () => {
  const [who, other] = [await citizen(), await citizen()]
  const draftId = await begun(who)
  for (const name of ['answers.other', 'paper.none', 'caseId', 'consent.everything', '__proto__'])
    expect((await who.call(contract.keepField, { draftId, name, value: 'x' })).problem).toMatchObject({ status: 400 })
  const fileId = await other.upload('a.pdf', 'application/pdf', new TextEncoder().encode('%PDF-1.4'))
  const stolen = await who.call(contract.keepField, {
    draftId,
    name: 'paper.to-khai',
    value: { fileId, name: 'a.pdf' },
  })
  expect(stolen.problem).toMatchObject({ status: 404 })
})

test('handed in it becomes a case that an officer receives, once; what is missing is named at its field', async () => {
  const who = await citizen()
  const draftId = await begun(who, { ...WHOLE, actingFor: 'child', 'subject.phone': '' })
  const { problem } = await who.call(contract.fileDraft, { draftId })
  expect(problem?.errors?.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['representative.name', 'representative.ground', 'representative.proof']),
  )
  for (const [name, value] of Object.entries(WHOLE)) await done(who.call(contract.keepField, { draftId, name, value }))
  const { body } = await done(who.call(contract.fileDraft, { draftId }))
  expect(body.caseCode).toContain(ward.unitCode)
  expect((await who.call(contract.fileDraft, { draftId })).problem).toMatchObject({ code: 'portal/draft-closed' })
  await done(ward.officer.call(cases.receiveCase, await officers(body.caseCode)))
  const { body: own } = await done(who.call(contract.getOwnCase, { draftId }))
  expect(own.case).toMatchObject({ code: body.caseCode, dueAt: expect.any(String) })
  expect(own.case.counted.vi.length).toBeGreaterThan(0)
  const { body: list } = await done(who.call(contract.listOwn, {}))
  expect(list.rows).toMatchObject([{ id: draftId, state: 'filed', caseCode: body.caseCode }])
})

test('asked for a supplement, the citizen hands it in and the case goes on; it may be rated, and withdrawn', async () => {
  const who = await citizen()
  const { draftId, caseCode } = await filed(who)
  const none = await who.call(contract.supplementOwnCase, { draftId, files: [{ fileId: draftId, name: 'x' }] })
  expect(none.problem).toMatchObject({ status: 409 })
  await done(ward.officer.call(cases.receiveCase, await officers(caseCode)))
  await done(
    ward.officer.call(cases.askSupplement, {
      ...(await officers(caseCode)),
      reason: 'Ảnh mờ',
      papers: [{ code: 'to-khai', name: 'Giấy chứng sinh', form: 'copy' }],
    }),
  )
  expect((await done(who.call(contract.getOwnCase, { draftId }))).body.case.asked).toMatchObject({ reason: 'Ảnh mờ' })
  const fileId = await who.upload('giay.txt', 'text/plain', new TextEncoder().encode('Giấy'))
  const bad = await who.call(contract.supplementOwnCase, { draftId, files: [{ fileId, name: 'giay.txt' }] })
  expect(bad.problem?.status).toBe(422)
  const { body } = await done(
    who.call(contract.supplementOwnCase, { draftId, files: [{ fileId: await png(who), name: 'Giấy chứng sinh' }] }),
  )
  expect(body).toMatchObject({ business: 'received', asked: null })
  await done(who.call(contract.rateOwnCase, { draftId, stars: 4, words: 'Nhanh' }))
  await done(who.call(contract.withdrawOwnCase, { draftId, reason: 'Không cần nữa' }))
  expect((await done(who.call(contract.getOwnCase, { draftId }))).body).toMatchObject({
    rating: { stars: 4, words: 'Nhanh' },
    case: { business: 'withdrawn' },
  })
})

async function png(who: Caller): Promise<string> {
  const { default: sharp } = await import('sharp')
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#ffffff' } })
    .png()
    .toBuffer()
  return who.upload('giay.png', 'image/png', new Uint8Array(bytes))
}

test('consent is asked by purpose, kept with its words, and its withdrawal too', async () => {
  const who = await citizen()
  const draftId = await begun(who, { 'consent.messages': true })
  await done(who.call(contract.keepField, { draftId, name: 'consent.messages', value: false, language: 'en' }))
  const { rows } = await sql<{ given: boolean; textHash: string; language: string }>`
    select given, text_hash, language from portal.consent where draft_id = ${draftId} order by id`.execute(api.db)
  expect(rows.map(({ given, language }) => [given, language])).toEqual([
    [true, 'vi'],
    [false, 'en'],
  ])
  expect(rows[0]?.textHash).not.toBe(rows[1]?.textHash)
})

test('thrown away, nothing that was written stays', async () => {
  const who = await citizen()
  const draftId = await begun(who, WHOLE)
  await done(who.call(contract.dropDraft, { draftId }))
  expect((await sql`select from portal.draft_field where draft_id = ${draftId}`.execute(api.db)).rows).toEqual([])
  expect((await who.call(contract.keepField, { draftId, name: 'actingFor', value: 'self' })).problem).toMatchObject({
    status: 409,
  })
})

test('a procedure of the counter is not begun online', async () => {
  const { problem } = await (await citizen()).call(contract.beginDraft, { procedureCode: counter })
  expect(problem).toMatchObject({ code: 'portal/not-online' })
})

test('whatever a citizen asks of another’s application: it is not there, nothing changes, and it is logged', async () => {
  const [owner, other] = [await citizen(), await citizen()]
  const open = await begun(owner, WHOLE)
  const closed = (await filed(await citizen())).draftId
  const asks: readonly (readonly [Endpoint, Record<string, unknown>])[] = [
    [contract.getDraft, {}],
    [contract.keepField, { name: 'subject.name', value: 'Kẻ khác' }],
    [contract.keepField, { name: 'form.ho_ten', value: 'Kẻ khác' }],
    [contract.readDraft, {}],
    [contract.printDraft, {}],
    [contract.dropDraft, {}],
    [contract.fileDraft, {}],
    [contract.getOwnCase, {}],
    [contract.supplementOwnCase, { files: [{ fileId: open, name: 'x' }] }],
    [contract.withdrawOwnCase, { reason: 'x' }],
    [contract.rateOwnCase, { stars: 1 }],
  ]
  const state = async () =>
    (
      await sql<{
        all: string
      }>`select md5(string_agg(to_jsonb(d)::text || coalesce(to_jsonb(f)::text, ''), '' order by d.id, f.name)) as all
      from portal.draft d left join portal.draft_field f on f.draft_id = d.id`.execute(api.db)
    ).rows[0]?.all
  const logged = async () =>
    (
      await sql<{ count: number }>`select count(*) as count from platform.audit
      where actor_id = ${other.actorId} and outcome = 'portal/unknown-draft'`.execute(api.db)
    ).rows[0]?.count ?? 0
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...asks), fc.constantFrom(open, closed), async ([endpoint, more], draftId) => {
      const [before, known] = [await state(), await logged()]
      const { problem } = await other.call(endpoint, { draftId, ...more })
      expect(problem).toMatchObject({ status: 404, code: 'portal/unknown-draft' })
      expect(await state()).toBe(before)
      expect(await logged()).toBe(known + 1)
    }),
    { numRuns: 30 },
  )
  expect((await done(other.call(contract.listOwn, {}))).body.rows).toEqual([])
})

test('row security shows a citizen no application but their own, and no case at all', async () => {
  const who = await citizen()
  await filed(await citizen())
  const seen = await api.appDb.transaction().execute(async (tx) => {
    await sql`select set_config('app.actor', ${who.actorId}, true), set_config('app.scope', 'some', true)`.execute(tx)
    const drafts = await sql`select from portal.draft`.execute(tx)
    const files = await sql`select from cases."case"`.execute(tx)
    return [drafts.rows.length, files.rows.length]
  })
  expect(seen).toEqual([0, 0])
})
