import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { buildHeads, citizen } from '#testing/complaints.ts'
import { buildWard, type Detail, done, received, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'

/** Any sequence of acts, by anybody, on complaints about anybody: none is lost, none is in the hands of whom it concerns. */
let api: TestApi
let ward: Ward
let heads: Record<'an' | 'binh' | 'chi' | 'dung', Caller>
let handled: Detail
const NAMES = { an: 'Lê Văn An', binh: 'Trần Thị Bình', chi: 'Phạm Kim Chi', dung: 'Mai Xuân Dũng' } as const
const PEOPLE = ['an', 'binh', 'chi', 'dung'] as const
const UNITS = ['one', 'two', 'province'] as const
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
  heads = await buildHeads(api, ward)
  handled = await received({ ...ward, officer: heads.binh })
})
afterAll(() => api.close())

const which = fc.nat({ max: 3 })
const by = fc.constantFrom(...PEOPLE)
const anyAct = fc.oneof(
  fc.record({
    act: fc.constant('file' as const),
    topic: fc.constantFrom('handling', 'conduct'),
    unit: fc.constantFrom(...UNITS, 'case' as const),
    named: fc.constantFrom(null, ...PEOPLE),
  }),
  fc.record({ act: fc.constant('hand-on' as const), which, by, unit: fc.constantFrom(...UNITS) }),
  fc.record({ act: fc.constant('hand-on' as const), which, by, unit: fc.constantFrom(...UNITS) }),
  fc.record({ act: fc.constant('assign' as const), which, by, to: fc.constantFrom(null, ...PEOPLE) }),
  fc.record({ act: fc.constantFrom('ask' as const, 'give-more' as const, 'take-back' as const), which, by }),
  fc.record({ act: fc.constantFrom('ask' as const, 'give-more' as const), which, by }),
  fc.record({ act: fc.constant('answer' as const), which, by }),
  fc.record({ act: fc.constant('refuse' as const), which, by }),
)
type Act = typeof anyAct extends fc.Arbitrary<infer T> ? T : never
/** What is known from outside of a complaint that was sent. */
type Sent = { readonly id: string; readonly number: string; readonly who: Caller; handedOn: number; ended: boolean }

async function file({ topic, unit, named }: Extract<Act, { act: 'file' }>): Promise<Sent> {
  const who = citizen(api)
  const about = unit === 'case' ? { caseCode: handled.code, secret: handled.secret } : { unitId: ward[unit] }
  const officerName = named === null ? '' : NAMES[named]
  const said = { topic, text: 'Chậm trả kết quả', officerName, ...about }
  await sql`delete from platform.rate`.execute(api.db)
  const { body } = await done(who.call(contract.complain, said))
  return { id: body.id, number: body.number, who, handedOn: 0, ended: false }
}

type Row = {
  readonly version: number
  readonly state: string
  readonly unitId: string
  readonly assigneeId: string | null
  readonly involved: readonly string[]
  readonly accused: readonly string[]
  readonly received: readonly string[]
  /** The question that waits for the citizen, and whether the complaint says that one does. */
  readonly asked: string | null
  readonly isAsked: boolean
}
async function rowOf(id: string): Promise<Row> {
  const { rows } = await sql<Row>`select c.version, c.state, c.unit_id, c.assignee_id,
      array(select i.account_id::text from complaints.involved i where i.complaint_id = c.id) as involved,
      array(select i.account_id::text from complaints.involved i where i.complaint_id = c.id and i.accused) as accused,
      array(select f.unit_id::text from indicators.fact f join indicators.measure m on m.id = f.measure_id
        where f.subject_id = c.id::text and m.code = 'complaints_received' group by f.unit_id having sum(f.value) <> 0) as received,
      (select e.id::text from complaints.enquiry e where e.complaint_id = c.id and e.closed is null) as asked,
      c.asked_at is not null as is_asked
    from complaints.complaint c where c.id = ${id}`.execute(api.db)
  const [row] = rows
  if (!row) throw new Error('The complaint is lost.')
  return row
}

/** Does an act by somebody, whether they may or not; what is refused is refused in words. */
async function attempt(act: Exclude<Act, { act: 'file' }>, sent: Sent): Promise<void> {
  const before = await rowOf(sent.id)
  const caller = heads[act.by]
  const seen = { complaintId: sent.id, version: before.version }
  const asked = {
    'hand-on': () => caller.call(contract.handOnComplaint, { ...seen, reason: 'Sai nơi nhận', unitId: unitOf(act) }),
    assign: () => caller.call(contract.assignComplaint, { ...seen, assigneeId: personOf(act) }),
    ask: () => caller.call(contract.askForMore, { ...seen, question: 'Ở đâu, khi nào?' }),
    'take-back': () => caller.call(contract.takeQuestionBack, seen),
    'give-more': () => sent.who.call(contract.giveMore, saidTo(sent, before)),
    answer: () => caller.call(contract.answerComplaint, { ...seen, outcome: 'partly', text: 'Đã kiểm tra' }),
    refuse: () => caller.call(contract.refuseComplaint, { ...seen, reason: 'Không rõ nội dung' }),
  }
  const { status, problem } = await asked[act.act]()
  expect([200, 403, 404, 409, 422]).toContain(status)
  if (act.act !== 'give-more' && before.involved.includes(caller.actorId)) expect([403, 404]).toContain(status)
  if (before.state !== 'open') expect([403, 404, 409]).toContain(status)
  const after = await rowOf(sent.id)
  // Who was involved stays so.
  expect(after.involved).toEqual(expect.arrayContaining([...before.involved]))
  expect(after.accused).toEqual(expect.arrayContaining([...before.accused]))
  if (problem !== undefined) expect(after).toEqual(before)
  else if (act.act === 'hand-on') sent.handedOn++
  else if (act.act === 'answer' || act.act === 'refuse') sent.ended = true
}
/** To a question that was never asked where none waits. */
const saidTo = ({ id }: Sent, { asked }: Row) => ({ complaintId: id, enquiryId: asked ?? id, text: 'Ở quầy số 2' })
const unitOf = (act: Act) => ('unit' in act && act.unit !== 'case' ? ward[act.unit] : ward.one)
const personOf = (act: Act) => ('to' in act && act.to !== null ? heads[act.to].actorId : null)

async function holds(sent: Sent): Promise<void> {
  const row = await rowOf(sent.id)
  const { body: own } = await done(sent.who.call(contract.listOwnComplaints, {}))
  expect(own.complaints).toMatchObject([{ id: sent.id, number: sent.number }])
  expect(own.complaints[0]?.handedOn).toHaveLength(sent.handedOn)
  expect(own.complaints[0]?.state === 'open').toBe(!sent.ended)
  expect(row.involved).not.toContain(row.assigneeId)
  expect(row.isAsked).toBe(row.asked !== null)
  if (sent.ended) expect(row.asked).toBeNull()
  expect(own.complaints[0]?.enquiries.filter(({ closed }) => closed === null).map(({ id }) => id)).toEqual(
    row.asked === null ? [] : [row.asked],
  )
  // It counts once, where it is.
  expect(row.received).toEqual([row.unitId])
  const mayAnswer: string[] = []
  for (const person of PEOPLE) {
    const { status, body } = await heads[person].call(contract.getComplaint, { complaintId: sent.id })
    if (row.accused.includes(heads[person].actorId)) expect(status).toBe(404)
    if (status !== 200) continue
    expect(body.involved).toBe(row.involved.includes(heads[person].actorId))
    if (body.may.length > 0) {
      expect(body.involved).toBe(false)
      mayAnswer.push(person)
    }
  }
  // While somebody on the way up is not involved, somebody may answer it.
  const isAnybodyFree = !row.involved.includes(heads.dung.actorId)
  if (!sent.ended && isAnybodyFree) expect(mayAnswer.length).toBeGreaterThan(0)
}

test('no sequence of acts loses a complaint, or gives it to whom it concerns', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 3, maxLength: 14 }), async (acts) => {
      const sent: Sent[] = []
      for (const act of acts) {
        if (act.act === 'file') sent.push(await file(act))
        else if (sent.length > 0) {
          const one = sent[act.which % sent.length]
          if (one) await attempt(act, one)
        }
      }
      for (const one of sent) await holds(one)
      const { rows } = await sql<{ doubles: number }>`
        select count(*)::integer - count(distinct number)::integer as doubles from complaints.complaint`.execute(api.db)
      expect(rows[0]?.doubles).toBe(0)
    }),
    { numRuns: 20 },
  )
})
