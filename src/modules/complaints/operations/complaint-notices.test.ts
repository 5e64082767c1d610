import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { buildHeads, citizen, complained, round } from '#testing/complaints.ts'
import { buildWard, done, received, type Ward } from '#testing/ward.ts'
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
beforeEach(async () => {
  await sql`delete from platform.rate`.execute(api.db)
  await sql`delete from complaints.notice_read`.execute(api.db)
  await sql`delete from complaints.notice`.execute(api.db)
})
afterAll(() => api.close())

/** What the bell counts; the list it opens has as many. */
async function unread(who: Caller) {
  const { body } = await done(who.call(contract.listComplaintNotices, { unread: true, limit: 500 }))
  expect(body.notices).toHaveLength(body.unread)
  return body.notices
}
const kinds = async (who: Caller) => (await unread(who)).map(({ kind }) => kind)

test('who answers at the unit is told of a new complaint, once read no more, and nobody when it is answered', async () => {
  const sent = await complained(citizen(api), ward.one)
  expect(await unread(heads.an)).toMatchObject([
    { kind: 'filed', number: sent.number, unit: 'Phường Một', read: false },
  ])
  expect(await kinds(heads.binh)).toEqual(['filed'])
  expect(await kinds(heads.chi)).toEqual([])
  // Whoever stands above is told of what is theirs.
  expect(await kinds(heads.dung)).toEqual([])
  const [notice] = await unread(heads.an)
  const read = { noticeIds: [notice?.id ?? ''] }
  expect((await done(heads.chi.call(contract.markComplaintNoticesRead, read))).body.marked).toBe(0)
  expect((await done(heads.an.call(contract.markComplaintNoticesRead, read))).body.marked).toBe(1)
  expect(await kinds(heads.an)).toEqual([])
  const { body: all } = await done(heads.an.call(contract.listComplaintNotices, { unread: false }))
  expect(all.notices).toMatchObject([{ kind: 'filed', read: true }])
  const answer = { complaintId: sent.id, version: 1, outcome: 'not-right', text: 'Đã kiểm tra' }
  await done(heads.an.call(contract.answerComplaint, answer))
  expect(await kinds(heads.binh)).toEqual([])
})

test('whoever is involved or accused is told of nothing', async () => {
  const one = await received({ ...ward, officer: heads.binh })
  for (const topic of ['handling', 'conduct'])
    await done(citizen(api).call(contract.complain, { topic, text: 'Chậm', caseCode: one.code, secret: one.secret }))
  expect(await kinds(heads.an)).toEqual(['filed', 'filed'])
  expect(await kinds(heads.binh)).toEqual([])
})

test('handed on, the other unit is told and the first no more; given to one, that one is told', async () => {
  const sent = await complained(citizen(api), ward.one)
  const wish = { complaintId: sent.id, version: 1 }
  await done(heads.an.call(contract.assignComplaint, { ...wish, assigneeId: heads.binh.actorId }))
  expect(await kinds(heads.binh)).toEqual(['assigned', 'filed'])
  await done(heads.an.call(contract.assignComplaint, { ...wish, version: 2, assigneeId: null }))
  expect(await kinds(heads.binh)).toEqual(['filed'])
  await done(heads.an.call(contract.handOnComplaint, { ...wish, version: 3, unitId: ward.two, reason: 'Sai nơi nhận' }))
  expect(await kinds(heads.an)).toEqual([])
  expect(await unread(heads.chi)).toMatchObject([{ kind: 'handed-on', number: sent.number }])
})

test('each deadline is told of once when it comes near and once when it is over, to whom the complaint was given', async () => {
  const sent = await complained(citizen(api), ward.one)
  await done(
    heads.an.call(contract.assignComplaint, { complaintId: sent.id, version: 1, assigneeId: heads.an.actorId }),
  )
  const due = (hours: number) =>
    sql`update complaints.complaint set due_at = date_trunc('second', now() + ${hours} * interval '1 hour') where id = ${sent.id}`.execute(
      api.db,
    )
  const rounds = async () => {
    await round(api, watchDeadlines)
    await round(api, watchDeadlines)
  }
  await rounds()
  expect(await kinds(heads.an)).toEqual(['filed'])
  await due(3)
  await rounds()
  expect(await kinds(heads.an)).toEqual(['due-soon', 'filed'])
  await due(-3)
  await rounds()
  expect(await kinds(heads.an)).toEqual(['overdue', 'due-soon', 'filed'])
  expect(await kinds(heads.binh)).toEqual(['filed'])
  // The list of what is overdue is what was told of.
  const { body } = await done(heads.an.call(contract.listComplaints, { list: 'overdue' }))
  expect(body.complaints.map(({ id }) => id)).toEqual([sent.id])
})

test('where nobody of the unit may answer any more, whoever stands above is told of the deadline', async () => {
  const sent = await complained(citizen(api), ward.two)
  await sql`update complaints.complaint set due_at = now() - interval '1 hour' where id = ${sent.id}`.execute(api.db)
  await sql`update identity.account set status = 'disabled' where id = ${heads.chi.actorId}`.execute(api.db)
  await round(api, watchDeadlines)
  await sql`update identity.account set status = 'active' where id = ${heads.chi.actorId}`.execute(api.db)
  expect(await unread(heads.dung)).toMatchObject([{ kind: 'overdue', number: sent.number, unit: 'Phường Hai' }])
})
