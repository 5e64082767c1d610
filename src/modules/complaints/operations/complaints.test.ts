import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as cases from '#modules/cases/contract.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { buildWard, type Detail, done, giveAccount, officer, received, today, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'
import type { ComplaintList } from '../domain/lists.ts'

let api: TestApi
let ward: Ward
let head: Caller
let deputy: Caller
let chair: Caller
const RIGHTS = ['complaints:read', 'complaints:answer']
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
  head = await answering(ward.one)
  deputy = await answering(ward.one)
  chair = await answering(ward.province)
})
// Everyone in the tests calls from one address.
beforeEach(() => sql`delete from platform.rate`.execute(api.db))
afterAll(() => api.close())

/** Someone who answers complaints at a unit, and works on its cases. */
async function answering(unitId: string): Promise<Caller> {
  const caller = officer(api, unitId, RIGHTS)
  await giveAccount(api, caller.actorId, unitId, RIGHTS)
  return caller
}

const citizen = () => api.as({ kind: 'citizen', name: 'Công dân' })
const SAID = { topic: 'handling', text: 'Chậm trả kết quả' } as const
const ofCase = (one: Detail) => ({ caseCode: one.code ?? '', secret: one.secret })
const named = async (name: string, ids: readonly string[]) => {
  for (const id of ids) await sql`update identity.account set display_name = ${name} where id = ${id}`.execute(api.db)
}
const list = async (who: Caller, wanted: ComplaintList) =>
  (await done(who.call(contract.listComplaints, { list: wanted, limit: 500 }))).body

test('a complaint about a case gets a number and a deadline that is shown, is answered by the head, and the citizen reads it', async () => {
  const who = citizen()
  const one = await received(ward)
  const { body } = await done(who.call(contract.complain, { ...SAID, ...ofCase(one) }))
  expect(body).toMatchObject({ number: expect.stringMatching(/^PA-\d{4}-\d{6}$/), state: 'open', unit: 'Phường Một' })
  // Fifteen working days, each of them told.
  expect(body.counted.vi.filter((line) => line.includes('ngày làm việc thứ')).at(-1)).toContain('thứ 15')
  const { complaints, counts } = await list(head, 'open')
  expect(complaints.map(({ id }) => id)).toContain(body.id)
  expect(counts.find((counted) => counted.list === 'open')?.count).toBe(complaints.length)

  const { body: seen } = await done(head.call(contract.getComplaint, { complaintId: body.id }))
  expect(seen).toMatchObject({
    text: SAID.text,
    may: ['answer', 'refuse', 'ask', 'hand-on', 'assign'],
    involved: false,
  })
  const answer = {
    complaintId: body.id,
    version: seen.version,
    outcome: 'right' as const,
    text: 'Xin lỗi, đã chấn chỉnh',
  }
  await done(head.call(contract.answerComplaint, answer))
  expect((await head.call(contract.answerComplaint, answer)).problem).toMatchObject({ code: 'complaints/ended' })
  const { body: own } = await done(who.call(contract.listOwnComplaints, {}))
  expect(own.complaints).toMatchObject([{ state: 'answered', outcome: 'right', answer: answer.text, onTime: true }])
  // That the citizen looked is known.
  const { body: after } = await done(head.call(contract.getComplaint, { complaintId: body.id }))
  expect(after.seenAt).toEqual(expect.any(String))
})

test('who handled the case neither answers nor refuses; who is complained about does not see it; it goes above when nobody else is there', async () => {
  const who = citizen()
  const one = await received({ ...ward, officer: deputy })
  const { body: about } = await done(who.call(contract.complain, { ...SAID, ...ofCase(one) }))
  const { body: seen } = await done(deputy.call(contract.getComplaint, { complaintId: about.id }))
  expect(seen).toMatchObject({ may: [], involved: true })
  const close = { complaintId: about.id, version: 1 }
  const answer = await deputy.call(contract.answerComplaint, { ...close, outcome: 'not-right', text: 'Không đúng' })
  expect(answer.problem).toMatchObject({ status: 403, code: 'complaints/handled-by-you' })
  const refusal = await deputy.call(contract.refuseComplaint, { ...close, reason: 'Không đúng' })
  expect(refusal.problem).toMatchObject({ status: 403, code: 'complaints/handled-by-you' })

  // About conduct: the one who handled it does not even see it, the other head answers.
  const { body: conduct } = await done(who.call(contract.complain, { ...SAID, topic: 'conduct', ...ofCase(one) }))
  expect(conduct.unit).toBe('Phường Một')
  const hidden = await deputy.call(contract.getComplaint, { complaintId: conduct.id })
  expect(hidden.problem).toMatchObject({ status: 404, code: 'complaints/unknown' })
  expect((await list(deputy, 'all')).complaints.map(({ id }) => id)).not.toContain(conduct.id)
  await done(
    head.call(contract.refuseComplaint, { complaintId: conduct.id, version: 1, reason: 'Trùng phản ánh khác' }),
  )

  // Both heads are named: it is answered a level above, and neither of them sees it.
  await named('Lê Văn Trưởng', [head.actorId, deputy.actorId])
  const given = { ...SAID, topic: 'conduct', officerName: 'lê văn trưởng', unitId: ward.one } as const
  const { body: high } = await done(who.call(contract.complain, given))
  expect(high.unit).toMatch(/^Tỉnh/)
  for (const caller of [head, deputy])
    expect((await caller.call(contract.getComplaint, { complaintId: high.id })).status).toBe(404)
  expect((await done(chair.call(contract.getComplaint, { complaintId: high.id }))).body.may).toContain('answer')
  await named('Cán bộ thử', [head.actorId, deputy.actorId])
})

test('counts are those of their lists, also of what is overdue and due soon', async () => {
  const who = citizen()
  const made: string[] = []
  for (const days of ['-1', '0.2', '30']) {
    const { body } = await done(who.call(contract.complain, { ...SAID, unitId: ward.one }))
    await sql`update complaints.complaint set due_at = date_trunc('second', now() + ${days}::numeric * interval '1 day') where id = ${body.id}`.execute(
      api.db,
    )
    made.push(body.id)
  }
  const [late, soon, far] = made
  const ids = async (wanted: ComplaintList) => (await list(head, wanted)).complaints.map(({ id }) => id)
  expect(await ids('overdue')).toContain(late)
  expect(await ids('due-soon')).toContain(soon)
  expect(await ids('due-soon')).not.toContain(far)
  expect(await ids('open')).toEqual(expect.arrayContaining(made))
  const { counts } = await list(head, 'all')
  for (const { list: one, count } of counts) expect((await ids(one)).length, one).toBe(count)
  // Page by page it is the same list.
  const first = (await done(head.call(contract.listComplaints, { list: 'open', limit: 2 }))).body
  const second = (await done(head.call(contract.listComplaints, { list: 'open', limit: 500, after: first.next ?? '' })))
    .body
  expect([...first.complaints, ...second.complaints].map(({ id }) => id)).toEqual(await ids('open'))
  expect((await head.call(contract.listComplaints, { after: 'x' })).status).toBe(400)
})

test('after its time a complaint is answered, not refused', async () => {
  const { body } = await done(citizen().call(contract.complain, { ...SAID, unitId: ward.one }))
  await sql`update complaints.complaint set refuse_by = now() - interval '1 hour' where id = ${body.id}`.execute(api.db)
  const refused = await head.call(contract.refuseComplaint, { complaintId: body.id, version: 1, reason: 'Không rõ' })
  expect(refused.problem).toMatchObject({ status: 409, code: 'complaints/too-late-to-refuse' })
  const { body: seen } = await done(head.call(contract.getComplaint, { complaintId: body.id }))
  expect(seen.may).toEqual(['answer', 'ask', 'hand-on', 'assign'])
})

test('of another ward, another citizen, or without the code nothing is seen', async () => {
  const [who, other] = [citizen(), citizen()]
  const { default: sharp } = await import('sharp')
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const fileId = await who.upload('anh.png', 'image/png', new Uint8Array(bytes))
  const { body } = await done(who.call(contract.complain, { ...SAID, unitId: ward.one, fileIds: [fileId] }))
  const file = { complaintId: body.id, fileId }
  expect((await done(who.call(contract.getOwnComplaintFile, file))).body.mediaType).toBe('image/webp')
  expect((await done(head.call(contract.getComplaintFile, file))).body.bytes.length).toBeGreaterThan(10)
  expect((await other.call(contract.getOwnComplaintFile, file)).status).toBe(404)
  expect((await done(other.call(contract.listOwnComplaints, {}))).body.complaints).toEqual([])
  const far = await answering(ward.two)
  for (const asked of [
    far.call(contract.getComplaint, { complaintId: body.id }),
    far.call(contract.getComplaintFile, file),
    far.call(contract.answerComplaint, { complaintId: body.id, version: 1, outcome: 'right', text: 'x' }),
  ])
    expect((await asked).problem).toMatchObject({ status: 404, code: 'complaints/unknown' })
  const one = await received(ward)
  const wrong = await who.call(contract.complain, { ...SAID, caseCode: one.code, secret: 'AAAA' })
  expect(wrong.problem).toMatchObject({ status: 404, code: 'cases/not-found' })
  expect((await who.call(contract.complain, SAID)).problem).toMatchObject({ code: 'complaints/about-what' })
  expect(
    (await done(api.anonymous.call(cases.lookUpCase, { code: one.code, secret: one.secret }))).body,
  ).not.toHaveProperty('complaints')
})

test('numbers follow each other without a gap, and a citizen sends five a day', async () => {
  const who = citizen()
  const five = await Promise.all(
    [1, 2, 3, 4, 5].map((serial) =>
      done(who.call(contract.complain, { ...SAID, text: `Số ${serial}`, unitId: ward.one })),
    ),
  )
  const serials = five.map(({ body }) => Number(body.number.slice(8))).toSorted((a, b) => a - b)
  expect(serials).toEqual(serials.map((_, place) => (serials[0] ?? 0) + place))
  const sixth = await who.call(contract.complain, { ...SAID, unitId: ward.one })
  expect(sixth.problem).toMatchObject({ status: 429, code: 'complaints/a-day' })
})

test('a term holds from its day on; what was sent before keeps its own', async () => {
  const define = api.as({ grants: [{ permission: 'complaints:*', unitId: null, reach: 'subtree' }] })
  const who = citizen()
  const { body: before } = await done(who.call(contract.complain, { ...SAID, unitId: ward.one }))
  const term = {
    step: 'answer',
    workingDays: 5,
    validFrom: today(),
    source: 'Quyết định thử',
    certainty: 'text',
  } as const
  await done(define.call(contract.setComplaintTerm, { ...term, reason: 'Rút ngắn' }))
  const past = await define.call(contract.setComplaintTerm, { ...term, validFrom: '2020-01-01', reason: 'Rút ngắn' })
  expect(past.problem).toMatchObject({ code: 'complaints/term-past' })
  const { body: after } = await done(who.call(contract.complain, { ...SAID, unitId: ward.one }))
  expect(after.dueAt < before.dueAt).toBe(true)
  const { body: own } = await done(who.call(contract.listOwnComplaints, {}))
  expect(own.complaints.at(-1)?.dueAt).toBe(before.dueAt)
  const { body: terms } = await done(head.call(contract.listComplaintTerms, {}))
  expect(terms.terms[0]).toMatchObject({ workingDays: 5, certainty: 'text', set: { reason: 'Rút ngắn' } })
  // What came with the platform was set by nobody, and names its instrument as people do.
  expect(terms.terms.at(-1)).toMatchObject({ source: 'Quyết định 766/QĐ-TTg, chỉ số 5.2', set: null })
})
