import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as cases from '#modules/cases/contract.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { buildProcedure, buildWard, done, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'
import { sealAddress } from '../sign-in.ts'

let api: TestApi
let ward: Ward
let procedureCode: string
beforeAll(async () => {
  api = await testApi({ live: true })
  ward = await buildWard(api)
  procedureCode = await buildProcedure(api)
})
afterAll(() => api.close())

let made = 0
async function citizen(): Promise<Caller> {
  const caller = api.as({ kind: 'citizen', name: 'Công dân' })
  await sql`insert into portal.citizen (id, channel, address_hash, address_sealed, created_at)
    values (${caller.actorId}, 'sms', ${`letters ${made++}`}, ${sealAddress('84912345678', caller.actorId)}, now())`.execute(
    api.db,
  )
  return caller
}

/** An application that was handed in, and the case that came of it. */
async function filed(who: Caller) {
  const { body: draft } = await done(who.call(contract.beginDraft, { procedureCode, unitId: ward.one }))
  const draftId = draft.id
  const fields = { actingFor: 'self', 'subject.name': 'Nguyễn Thị Thử', 'subject.phone': '0912345678' }
  for (const [name, value] of Object.entries({ ...fields, 'paper.to-khai': 'bring' }))
    await done(who.call(contract.keepField, { draftId, name, value }))
  const { body } = await done(who.call(contract.fileDraft, { draftId }))
  const { rows } = await sql<{ id: string }>`select id from cases."case" where code = ${body.caseCode}`.execute(api.db)
  return { draftId, code: body.caseCode, secret: body.secret, caseId: rows[0]?.id ?? '' }
}

async function picture(who: Caller): Promise<string> {
  const { default: sharp } = await import('sharp')
  const bytes = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#ffffff' } })
    .png()
    .toBuffer()
  return who.upload('anh.png', 'image/png', new Uint8Array(bytes))
}

test('a citizen writes about a case of their own, with a picture, and reads the answer with its file', async () => {
  const who = await citizen()
  const { draftId, caseId, code, secret } = await filed(who)
  const fileId = await picture(who)
  await done(who.call(contract.writeOwnLetter, { draftId, text: 'Gửi thêm ảnh', fileIds: [fileId] }))
  const { body: office } = await done(ward.officer.call(cases.listLetters, { caseId }))
  expect(office).toMatchObject({ answersReceipt: false, letters: [{ text: 'Gửi thêm ảnh', files: [{ fileId }] }] })
  await done(ward.officer.call(cases.markLettersRead, { caseId }))
  await done(ward.officer.call(cases.writeLetter, { caseId, text: 'Đã nhận' }))
  const { body: own } = await done(who.call(contract.listOwnLetters, { draftId }))
  expect(own.letters).toMatchObject([
    { side: 'office', text: 'Đã nhận', readAt: null },
    { side: 'citizen', readAt: expect.any(String) },
  ])
  expect((await done(who.call(contract.markOwnLettersRead, { draftId }))).body).toEqual({ marked: 1 })
  const letterId = own.letters[1]?.id ?? ''
  const { body: file } = await done(who.call(contract.getOwnLetterFile, { draftId, letterId, fileId }))
  expect(file.mediaType).toBe('image/webp')
  // What one said when signed in is not for whoever has the receipt.
  expect((await done(api.anonymous.call(cases.lookUpCase, { code, secret }))).body.letters).toEqual([])
})

test('nobody reads, writes or opens what belongs to another’s application or another case', async () => {
  const [owner, other] = [await citizen(), await citizen()]
  const [own, others] = [await filed(owner), await filed(other)]
  const fileId = await picture(owner)
  const { body } = await done(
    owner.call(contract.writeOwnLetter, { draftId: own.draftId, text: 'x', fileIds: [fileId] }),
  )
  const { letterId } = body
  const unknown = { status: 404, code: 'portal/unknown-draft' }
  const { draftId } = own
  expect((await other.call(contract.listOwnLetters, { draftId })).problem).toMatchObject(unknown)
  expect((await other.call(contract.writeOwnLetter, { draftId, text: 'y' })).problem).toMatchObject(unknown)
  expect((await other.call(contract.markOwnLettersRead, { draftId })).problem).toMatchObject(unknown)
  expect((await other.call(contract.getOwnLetterFile, { draftId, letterId, fileId })).problem).toMatchObject(unknown)
  // Through one's own application one does not come to the letter of another case, nor to a file somebody else put in.
  const crossed = { draftId: others.draftId, letterId, fileId }
  expect((await other.call(contract.getOwnLetterFile, crossed)).problem).toMatchObject({ status: 404 })
  const stolen = { draftId: others.draftId, text: 'z', fileIds: [fileId] }
  expect((await other.call(contract.writeOwnLetter, stolen)).problem).toMatchObject({ status: 404 })
  expect((await done(other.call(contract.listOwnLetters, { draftId: others.draftId }))).body.letters).toEqual([])
})

test('a hostile file is not taken with a letter, and nothing of the letter is kept', async () => {
  const who = await citizen()
  const { draftId } = await filed(who)
  const page = new TextEncoder().encode('<!doctype html><script>alert(1)</script>')
  const fileId = await who.upload('anh.png', 'image/png', page)
  const { problem } = await who.call(contract.writeOwnLetter, { draftId, text: 'Ảnh', fileIds: [fileId] })
  expect(problem?.status).toBe(422)
  expect((await done(who.call(contract.listOwnLetters, { draftId }))).body.letters).toEqual([])
})

/** What a line over a topic says while something happens, until it says it or nothing for a second. */
async function hears(who: Caller, topic: string, meanwhile: () => Promise<unknown>): Promise<boolean> {
  const abort = new AbortController()
  const response = await who.fetch(`/api/live?topics=${topic}`, { signal: abort.signal })
  if (response.status !== 200) return false
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  await reader?.read()
  await meanwhile()
  const timer = setTimeout(() => abort.abort(), 2000)
  try {
    for (let said = ''; ; ) {
      said += (await reader?.read())?.value ?? ''
      if (said.includes(`changed\ndata: ${topic}`)) return true
    }
  } catch {
    return false
  } finally {
    clearTimeout(timer)
    abort.abort()
  }
}

test('the page of the citizen, and nobody else, hears that there is news', async () => {
  const [who, other] = [await citizen(), await citizen()]
  const { draftId, caseId } = await filed(who)
  await api.settle()
  const topic = contract.ownTopic(draftId)
  const answer = async () => {
    await done(ward.officer.call(cases.writeLetter, { caseId, text: 'Có tin' }))
    await api.settle()
  }
  expect(await hears(who, topic, answer)).toBe(true)
  expect((await other.fetch(`/api/live?topics=${topic}`)).status).toBe(403)
  expect((await api.root.fetch(`/api/live?topics=${topic}`)).status).toBe(403)
  // Of officials' work a citizen hears nothing, whatever its topic is called.
  for (const foreign of [cases.NOTICES_TOPIC, cases.caseTopic(caseId), cases.unitTopic(ward.one)])
    expect((await who.fetch(`/api/live?topics=${foreign}`)).status).toBe(403)
})

test('a complaint about a case of one’s own goes to the unit that decides it; about another’s there is none', async () => {
  const [who, other] = [await citizen(), await citizen()]
  const { draftId, code } = await filed(who)
  const said = { draftId, topic: 'handling' as const, text: 'Chậm' }
  const { body } = await done(who.call(contract.complainAboutOwnCase, said))
  expect(body).toMatchObject({ about: 'case', caseCode: code, aboutUnit: 'Phường Một', state: 'open' })
  expect((await other.call(contract.complainAboutOwnCase, said)).problem).toMatchObject({
    code: 'portal/unknown-draft',
  })
})
