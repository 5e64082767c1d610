import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { buildHeads, citizen, complained } from '#testing/complaints.ts'
import { buildWard, done, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'

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

const WHY = 'Việc của phường bên'
const gone = async (who: Caller) => (await done(who.call(contract.listHandedOn, { limit: 500 }))).body.complaints
const handOn = (who: Caller, complaintId: string, version: number, unitId: string) =>
  done(who.call(contract.handOnComplaint, { complaintId, version, unitId, reason: WHY }))

test('whoever handed it on sees where it is, its state and deadline, and the words they had read; not the answer', async () => {
  const who = citizen(api)
  const sent = await complained(who, ward.one)
  await handOn(heads.an, sent.id, 1, ward.two)
  expect(await gone(heads.an)).toMatchObject([
    { number: sent.number, unit: 'Phường Hai', from: 'Phường Một', reason: WHY, state: 'open', dueAt: sent.dueAt },
  ])
  const { body } = await done(heads.binh.call(contract.getHandedOn, { complaintId: sent.id }))
  expect(body).toMatchObject({ text: sent.text, unit: 'Phường Hai', askedAt: null })
  // The unit that has it asks and answers: that it did is seen, not what.
  const question = { complaintId: sent.id, version: 2, question: 'Số nhà nào?' }
  const { body: asked } = await done(heads.chi.call(contract.askForMore, question))
  const said = { complaintId: sent.id, enquiryId: asked.enquiries[0]?.id ?? '', text: 'Nhà số 12 ngõ 3' }
  await done(who.call(contract.giveMore, said))
  const answer = { complaintId: sent.id, version: 4, outcome: 'right', text: 'Đã sửa giấy hẹn' }
  await done(heads.chi.call(contract.answerComplaint, answer))
  const { body: after } = await done(heads.an.call(contract.getHandedOn, { complaintId: sent.id }))
  expect(after).toMatchObject({ state: 'answered', onTime: true, answeredAt: expect.any(String) })
  expect(JSON.stringify(after)).not.toMatch(/Số nhà nào|ngõ 3|sửa giấy hẹn/)
  // Reading it stands in the log like any reading.
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from platform.audit
    where operation = 'complaints.get-handed-on' and actor_id = ${heads.an.actorId}`.execute(api.db)
  expect(rows[0]?.count).toBe(1)
})

test('nobody sees there what did not leave them, what came back, or what is about them', async () => {
  const who = citizen(api)
  const [there, back, about] = [
    await complained(who, ward.one),
    await complained(who, ward.one),
    await complained(who, ward.one, { topic: 'conduct', officerName: 'Trần Thị Bình' }),
  ]
  for (const { id } of [there, back, about]) await handOn(heads.an, id, 1, ward.two)
  await handOn(heads.chi, back.id, 2, ward.one)
  const ids = async (caller: Caller) => (await gone(caller)).map(({ id }) => id)
  expect(await ids(heads.an)).toEqual(expect.arrayContaining([there.id, about.id]))
  expect(await ids(heads.an)).not.toContain(back.id)
  expect(await ids(heads.binh)).not.toContain(about.id)
  expect((await heads.binh.call(contract.getHandedOn, { complaintId: about.id })).status).toBe(404)
  expect(await ids(heads.chi)).toEqual([back.id])
  // Both wards are below the province: it has them in its lists.
  expect(await gone(heads.dung)).toEqual([])
  expect(await gone(api.root)).toEqual([])
  const strange = await heads.chi.call(contract.getHandedOn, { complaintId: there.id })
  expect(strange.problem).toMatchObject({ status: 404, code: 'complaints/unknown' })
  expect((await who.call(contract.listHandedOn, {})).status).toBe(403)
  // Page by page it is the same list.
  const first = (await done(heads.an.call(contract.listHandedOn, { limit: 1 }))).body
  const second = (await done(heads.an.call(contract.listHandedOn, { limit: 500, before: first.next ?? '' }))).body
  expect([...first.complaints, ...second.complaints].map(({ id }) => id)).toEqual(await ids(heads.an))
})
