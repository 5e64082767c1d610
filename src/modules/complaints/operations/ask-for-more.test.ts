import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { buildHeads, citizen, complained, round } from '#testing/complaints.ts'
import { buildWard, done, today, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'
import { watchDeadlines } from '../handlers/watch-deadlines.ts'

let api: TestApi
let ward: Ward
let heads: Awaited<ReturnType<typeof buildHeads>>
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
  heads = await buildHeads(api, ward)
})
beforeEach(() => sql`delete from platform.rate`.execute(api.db))
afterAll(() => api.close())

const QUESTION = 'Bạn đến quầy nào, lúc mấy giờ?'
const ask = async (complaintId: string, version = 1) =>
  (await done(heads.an.call(contract.askForMore, { complaintId, version, question: QUESTION }))).body
const own = async (who: Caller, id: string) => {
  const one = (await done(who.call(contract.listOwnComplaints, {}))).body.complaints.find((shown) => shown.id === id)
  if (!one) throw new Error('The complaint is not shown.')
  return one
}
async function picture(who: Caller): Promise<string> {
  const { default: sharp } = await import('sharp')
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  return who.upload('anh.png', 'image/png', new Uint8Array(bytes))
}
const countOf = async (who: Caller, list: string) =>
  (await done(who.call(contract.listComplaints, { list: 'all' }))).body.counts.find((one) => one.list === list)?.count

test('an official asks, the citizen reads it and says more with a picture, and both stand in the way of the complaint', async () => {
  const who = citizen(api)
  const sent = await complained(who, ward.one)
  const waiting = (await countOf(heads.an, 'waiting')) ?? 0
  const asked = await ask(sent.id)
  expect(asked).toMatchObject({ state: 'open', dueAt: sent.dueAt, pausedAt: null, askedAt: expect.any(String) })
  expect(asked.may).toEqual(['answer', 'refuse', 'take-back', 'hand-on', 'assign'])
  expect(await countOf(heads.an, 'waiting')).toBe(waiting + 1)
  const again = await heads.an.call(contract.askForMore, { complaintId: sent.id, version: 2, question: QUESTION })
  expect(again.problem).toMatchObject({ status: 409, code: 'complaints/asked-already' })

  const seen = await own(who, sent.id)
  expect(seen.enquiries).toMatchObject([{ unit: 'Phường Một', question: QUESTION, closed: null, reply: null }])
  expect(JSON.stringify(seen)).not.toContain('Cán bộ thử')
  const enquiryId = seen.enquiries[0]?.id ?? ''
  const fileId = await picture(who)
  const said = { complaintId: sent.id, enquiryId, text: 'Quầy 2, chín giờ sáng', fileIds: [fileId] }
  const { body: given } = await done(who.call(contract.giveMore, said))
  expect(given).toMatchObject({
    askedAt: null,
    files: [],
    enquiries: [{ closed: 'given', reply: said.text, files: [{ fileId }] }],
  })
  expect((await who.call(contract.giveMore, said)).problem).toMatchObject({ code: 'complaints/asked-no-more' })

  const { body: there } = await done(heads.an.call(contract.getComplaint, { complaintId: sent.id }))
  expect(there.acts).toMatchObject([
    { act: 'ask', byName: 'Cán bộ thử' },
    { act: 'give-more', byName: null },
  ])
  expect(there).toMatchObject({ version: 3, enquiries: [{ reply: said.text, files: [{ fileId }] }] })
  const { body: file } = await done(heads.an.call(contract.getComplaintFile, { complaintId: sent.id, fileId }))
  expect(file.mediaType).toBe('image/webp')
  const { body: bell } = await done(heads.an.call(contract.listComplaintNotices, { unread: true, limit: 500 }))
  expect(bell.notices[0]).toMatchObject({ kind: 'given-more', number: sent.number })
  expect(await countOf(heads.an, 'waiting')).toBe(waiting)
})

test('nobody else says more in their place, files are looked at, and words are asked for', async () => {
  const [who, other] = [citizen(api), citizen(api)]
  const sent = await complained(who, ward.one)
  const { enquiries } = await ask(sent.id)
  const said = { complaintId: sent.id, enquiryId: enquiries[0]?.id ?? '', text: 'Quầy 2' }
  expect((await other.call(contract.giveMore, said)).problem).toMatchObject({ status: 404, code: 'complaints/unknown' })
  expect((await heads.an.call(contract.giveMore, said)).status).toBe(403)
  const page = new TextEncoder().encode('<!doctype html><script>alert(1)</script>')
  const hostile = await who.upload('anh.png', 'image/png', page)
  expect((await who.call(contract.giveMore, { ...said, fileIds: [hostile] })).status).toBe(422)
  const others = await picture(other)
  expect((await who.call(contract.giveMore, { ...said, fileIds: [others] })).status).toBe(404)
  expect((await who.call(contract.giveMore, { ...said, text: '  ' })).status).toBe(400)
  expect((await who.call(contract.askForMore, { complaintId: sent.id, version: 2, question: QUESTION })).status).toBe(
    403,
  )
  const far = await heads.chi.call(contract.askForMore, { complaintId: sent.id, version: 2, question: QUESTION })
  expect(far.status).toBe(404)
  expect((await own(who, sent.id)).enquiries).toMatchObject([{ closed: null, files: [] }])
})

test('a question is taken back, goes with what is handed on, and is closed by the answer', async () => {
  const who = citizen(api)
  const sent = await complained(who, ward.one)
  await ask(sent.id)
  const { body: back } = await done(heads.an.call(contract.takeQuestionBack, { complaintId: sent.id, version: 2 }))
  expect(back).toMatchObject({ askedAt: null, enquiries: [{ closed: 'taken-back' }] })
  expect(back.may).toContain('ask')
  const twice = await heads.an.call(contract.takeQuestionBack, { complaintId: sent.id, version: 3 })
  expect(twice.problem).toMatchObject({ status: 409, code: 'complaints/asked-no-more' })

  await ask(sent.id, 3)
  const wish = { complaintId: sent.id, version: 4, unitId: ward.two, reason: 'Việc của phường bên' }
  await done(heads.an.call(contract.handOnComplaint, wish))
  const { body: there } = await done(heads.chi.call(contract.getComplaint, { complaintId: sent.id }))
  expect(there.askedAt).not.toBeNull()
  const answer = { complaintId: sent.id, version: there.version, outcome: 'right', text: 'Đã chấn chỉnh' }
  const { body: ended } = await done(heads.chi.call(contract.answerComplaint, answer))
  expect(ended).toMatchObject({ state: 'answered', askedAt: null })
  expect(ended.enquiries.map(({ closed }) => closed)).toEqual(['taken-back', 'ended'])
  const late = { complaintId: sent.id, enquiryId: ended.enquiries[1]?.id ?? '', text: 'Quầy 2' }
  expect((await who.call(contract.giveMore, late)).problem).toMatchObject({ code: 'complaints/ended' })
})

test('the term runs on while the citizen is awaited, until a rule with its source says that it stands still', async () => {
  const define = api.as({ grants: [{ permission: 'complaints:*', unitId: null, reach: 'subtree' }] })
  const { body: before } = await done(heads.an.call(contract.listAskRules, {}))
  expect(before.rules).toMatchObject([{ clock: 'running', certainty: 'unverified', source: '', set: null }])
  const rule = { clock: 'paused', validFrom: today(), source: 'Quy chế thử', certainty: 'text', reason: 'Theo quy chế' }
  const past = await define.call(contract.setAskRule, { ...rule, validFrom: '2020-01-01' })
  expect(past.problem).toMatchObject({ code: 'complaints/term-past' })
  expect((await heads.an.call(contract.setAskRule, rule)).status).toBe(403)
  await done(define.call(contract.setAskRule, rule))

  const who = citizen(api)
  const sent = await complained(who, ward.one)
  const asked = await ask(sent.id)
  expect(asked.pausedAt).not.toBeNull()
  expect(asked.counted.en.join()).toContain('the citizen was asked for more')
  // As if twenty days had gone since: it was asked before it was due, and so is not overdue.
  await sql`update complaints.complaint set counted_from = counted_from - interval '30 days', due_at = due_at - interval '30 days',
    paused_at = paused_at - interval '20 days', asked_at = asked_at - interval '20 days' where id = ${sent.id}`.execute(
    api.db,
  )
  await sql`update complaints.enquiry set asked_at = asked_at - interval '20 days' where complaint_id = ${sent.id}`.execute(
    api.db,
  )
  await round(api, watchDeadlines)
  const { body: overdue } = await done(heads.an.call(contract.listComplaints, { list: 'overdue', limit: 500 }))
  expect(overdue.complaints.map(({ id }) => id)).not.toContain(sent.id)
  const said = { complaintId: sent.id, enquiryId: asked.enquiries[0]?.id ?? '', text: 'Quầy 2' }
  const { body: given } = await done(who.call(contract.giveMore, said))
  expect(given.pausedAt).toBeNull()
  expect(new Date(given.dueAt).getTime()).toBeGreaterThan(Date.now())
  expect(given.counted.vi.join()).toContain('chờ công dân bổ sung thông tin')

  // What is late already stays late.
  const late = await complained(who, ward.one)
  await sql`update complaints.complaint set due_at = now() - interval '1 hour' where id = ${late.id}`.execute(api.db)
  expect(await ask(late.id)).toMatchObject({ pausedAt: null, askedAt: expect.any(String) })
  await sql`delete from complaints.ask_rule where clock = 'paused'`.execute(api.db)
})
