import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import { buildHeads, citizen, complained } from '#testing/complaints.ts'
import { buildWard, done, received, today, type Ward } from '#testing/ward.ts'
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

const WHY = 'Việc thuộc thẩm quyền của phường bên'
const numbers = async (who: typeof heads.an) =>
  (await done(who.call(contract.listComplaints, { list: 'open', limit: 500 }))).body.complaints.map(({ id }) => id)
const own = async (who: ReturnType<typeof citizen>, id: string) =>
  (await done(who.call(contract.listOwnComplaints, {}))).body.complaints.find((one) => one.id === id)

test('what came to the wrong unit goes to the competent one: number, words and day stay, who had it has it no more, the citizen reads why', async () => {
  const who = citizen(api)
  const sent = await complained(who, ward.one)
  const { body } = await done(
    heads.an.call(contract.handOnComplaint, { complaintId: sent.id, version: 1, unitId: ward.two, reason: WHY }),
  )
  expect(body).toEqual({ number: sent.number, unit: 'Phường Hai' })
  expect((await heads.an.call(contract.getComplaint, { complaintId: sent.id })).status).toBe(404)
  expect(await numbers(heads.an)).not.toContain(sent.id)
  expect(await numbers(heads.chi)).toContain(sent.id)

  const { body: there } = await done(heads.chi.call(contract.getComplaint, { complaintId: sent.id }))
  expect(there).toMatchObject({ number: sent.number, text: sent.text, filedAt: sent.filedAt, dueAt: sent.dueAt })
  expect(there.acts).toMatchObject([
    { act: 'hand-on', from: 'Phường Một', to: 'Phường Hai', reason: WHY, byName: 'Cán bộ thử' },
  ])
  expect(there.may).toEqual(['answer', 'refuse', 'ask', 'hand-on', 'assign'])
  expect(await own(who, sent.id)).toMatchObject({
    unit: 'Phường Hai',
    aboutUnit: 'Phường Một',
    handedOn: [{ from: 'Phường Một', to: 'Phường Hai', reason: WHY }],
  })
  const answer = { complaintId: sent.id, version: there.version, outcome: 'right', text: 'Đã chấn chỉnh' }
  await done(heads.chi.call(contract.answerComplaint, answer))
  const late = { complaintId: sent.id, version: there.version + 1, unitId: ward.one, reason: WHY }
  expect((await heads.chi.call(contract.handOnComplaint, late)).problem).toMatchObject({ code: 'complaints/ended' })
  const { rows } = await sql<{ payload: { number: string } }>`
    select payload from platform.event where name = 'complaints.handed-on'`.execute(api.db)
  expect(rows.map(({ payload }) => payload.number)).toContain(sent.number)
  await api.settle()
})

test('it may be refused again within the term from the last handing on, and the answer stays due as it was', async () => {
  const sent = await complained(citizen(api), ward.one)
  await sql`update complaints.complaint set refuse_by = now() - interval '1 hour' where id = ${sent.id}`.execute(api.db)
  const asked = { complaintId: sent.id, version: 1, reason: 'Không rõ nội dung' }
  expect((await heads.an.call(contract.refuseComplaint, asked)).problem?.code).toBe('complaints/too-late-to-refuse')
  await done(heads.an.call(contract.handOnComplaint, { ...asked, unitId: ward.two }))
  const { body } = await done(heads.chi.call(contract.refuseComplaint, { ...asked, version: 2 }))
  expect(body).toMatchObject({ state: 'refused', dueAt: sent.dueAt, counted: sent.counted })
})

test('a rule holds from its day on: then what is handed on is counted anew', async () => {
  const define = api.as({ grants: [{ permission: 'complaints:*', unitId: null, reach: 'subtree' }] })
  const { body: before } = await done(heads.an.call(contract.listHandOnRules, {}))
  expect(before.rules).toMatchObject([{ clock: 'kept', certainty: 'unverified', source: '', set: null }])
  const sent = await complained(citizen(api), ward.one)
  await sql`update complaints.complaint set filed_at = filed_at - interval '20 days', counted_from = counted_from - interval '20 days',
    due_at = due_at - interval '20 days' where id = ${sent.id}`.execute(api.db)
  const rule = { clock: 'anew', validFrom: today(), source: 'Quy chế thử', certainty: 'text', reason: 'Theo quy chế' }
  const past = await define.call(contract.setHandOnRule, { ...rule, validFrom: '2020-01-01' })
  expect(past.problem).toMatchObject({ code: 'complaints/term-past' })
  expect((await heads.an.call(contract.setHandOnRule, rule)).status).toBe(403)
  const { body: after } = await done(define.call(contract.setHandOnRule, rule))
  expect(after.rules[0]).toMatchObject({ clock: 'anew', set: { byName: 'Người thử', reason: 'Theo quy chế' } })

  const wish = { complaintId: sent.id, version: 1, unitId: ward.two, reason: WHY }
  await done(heads.an.call(contract.handOnComplaint, wish))
  const { body: there } = await done(heads.chi.call(contract.getComplaint, { complaintId: sent.id }))
  expect(there.dueAt >= sent.dueAt).toBe(true)
  expect(there.counted.vi.filter((line) => line.includes('ngày làm việc thứ')).at(-1)).toContain('thứ 15')
  await sql`delete from complaints.hand_on_rule where clock = 'anew'`.execute(api.db)
})

test('it never goes to whom it is about, and not to a unit that is none', async () => {
  const who = citizen(api)
  const wish = { version: 1, reason: WHY }
  // The only head of the second ward is named: it is answered above, and they do not see it.
  const named = await complained(who, ward.one, { topic: 'conduct', officerName: 'kim chi' })
  const { body } = await done(
    heads.an.call(contract.handOnComplaint, { ...wish, complaintId: named.id, unitId: ward.two }),
  )
  expect(body.unit).toMatch(/^Tỉnh/)
  expect((await heads.chi.call(contract.getComplaint, { complaintId: named.id })).status).toBe(404)
  expect((await done(heads.dung.call(contract.getComplaint, { complaintId: named.id }))).body.may).toContain('answer')
  const back = await heads.dung.call(contract.handOnComplaint, {
    complaintId: named.id,
    version: 2,
    reason: WHY,
    unitId: ward.two,
  })
  expect(back.problem).toMatchObject({ status: 422, code: 'complaints/there-already' })

  const plain = await complained(who, ward.one)
  const same = await heads.an.call(contract.handOnComplaint, { ...wish, complaintId: plain.id, unitId: ward.one })
  expect(same.problem).toMatchObject({ status: 422, code: 'complaints/there-already' })
  const none = await heads.an.call(contract.handOnComplaint, { ...wish, complaintId: plain.id, unitId: plain.id })
  expect(none.problem).toMatchObject({ status: 422, code: 'complaints/unknown-unit' })
  const stale = { ...wish, version: 7, complaintId: plain.id, unitId: ward.two }
  expect((await heads.an.call(contract.handOnComplaint, stale)).problem?.code).toBe('complaints/changed-meanwhile')
  const stranger = await heads.chi.call(contract.handOnComplaint, {
    ...wish,
    complaintId: plain.id,
    unitId: ward.two,
  })
  expect(stranger.problem).toMatchObject({ status: 404, code: 'complaints/unknown' })
})

test('inside the unit it is given to who answers there and is not involved; handed on, it is given to nobody', async () => {
  const one = await received({ ...ward, officer: heads.binh })
  const { body: sent } = await done(
    citizen(api).call(contract.complain, { topic: 'fees', text: 'Thu thừa', caseCode: one.code, secret: one.secret }),
  )
  const asked = { complaintId: sent.id, version: 1 }
  const { body } = await done(heads.an.call(contract.listComplaintAssignees, asked))
  expect(body.assignees).toEqual([{ accountId: heads.an.actorId, name: 'Lê Văn An' }])
  for (const caller of [heads.binh, heads.chi]) {
    const refused = await heads.an.call(contract.assignComplaint, { ...asked, assigneeId: caller.actorId })
    expect(refused.problem).toMatchObject({ status: 422, code: 'complaints/not-to-them' })
  }
  const mine = await heads.binh.call(contract.assignComplaint, { ...asked, assigneeId: heads.an.actorId })
  expect(mine.problem).toMatchObject({ status: 403, code: 'complaints/handled-by-you' })
  const { body: given } = await done(
    heads.an.call(contract.assignComplaint, { ...asked, assigneeId: heads.an.actorId }),
  )
  expect(given).toMatchObject({ assigneeName: 'Lê Văn An', acts: [{ act: 'assign', assigneeName: 'Lê Văn An' }] })
  const { body: list } = await done(heads.an.call(contract.listComplaints, { list: 'mine' }))
  expect(list.complaints.map(({ id }) => id)).toEqual([sent.id])
  expect(list.counts.find((counted) => counted.list === 'mine')?.count).toBe(1)
  await done(heads.an.call(contract.handOnComplaint, { ...asked, version: 2, unitId: ward.two, reason: WHY }))
  const { body: there } = await done(heads.chi.call(contract.getComplaint, { complaintId: sent.id }))
  expect(there).toMatchObject({ assigneeName: null, unit: 'Phường Hai' })
})
