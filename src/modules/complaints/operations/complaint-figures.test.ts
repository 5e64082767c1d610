import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as cases from '#modules/cases/contract.ts'
import * as figures from '#modules/indicators/contract.ts'
import type { Caller, TestApi } from '#testing/api.ts'
import { testApi } from '#testing/api.ts'
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

/** This month. */
const PERIOD = () => today().replace(/^(\d{4})-(\d\d).*$/, '$1-M$2')
async function figure(code: string, unitId: string): Promise<number> {
  const items = [{ kind: 'measure', code: `complaints_${code}` }]
  const { body } = await done(api.root.call(figures.getFigures, { items, units: [unitId], periods: [PERIOD()] }))
  return Number(body.cells[0]?.[0]?.[0]?.value ?? 0)
}
const counts = async (unitId: string) => ({
  received: await figure('received', unitId),
  inTime: await figure('answered_in_time', unitId),
  late: await figure('answered_late', unitId),
  refused: await figure('refused', unitId),
})

test('what is received, answered and refused counts at once, at the unit and above; handed on, it counts at the other', async () => {
  const end = async (who: Caller, sent: { id: string }, version = 1) =>
    done(who.call(contract.answerComplaint, { complaintId: sent.id, version, outcome: 'right', text: 'Đã chấn chỉnh' }))
  const [first, second, third, fourth] = [
    await complained(citizen(api), ward.one),
    await complained(citizen(api), ward.one, { topic: 'rules' }),
    await complained(citizen(api), ward.one),
    await complained(citizen(api), ward.one),
  ]
  expect(await counts(ward.one)).toEqual({ received: 4, inTime: 0, late: 0, refused: 0 })
  await end(heads.an, first)
  await sql`update complaints.complaint set due_at = now() - interval '1 day' where id = ${second.id}`.execute(api.db)
  await end(heads.an, second)
  await done(heads.an.call(contract.refuseComplaint, { complaintId: third.id, version: 1, reason: 'Trùng' }))
  await done(
    heads.an.call(contract.handOnComplaint, { complaintId: fourth.id, version: 1, unitId: ward.two, reason: 'Sai' }),
  )
  expect(await counts(ward.one)).toEqual({ received: 3, inTime: 1, late: 1, refused: 1 })
  expect(await counts(ward.two)).toEqual({ received: 1, inTime: 0, late: 0, refused: 0 })
  expect(await counts(ward.province)).toEqual({ received: 4, inTime: 1, late: 1, refused: 1 })

  const { body } = await done(
    api.root.call(figures.getFigures, {
      items: [{ kind: 'indicator', code: 'PA.01' }],
      units: [ward.province],
      periods: [PERIOD()],
    }),
  )
  expect(body.cells[0]?.[0]?.[0]).toMatchObject({ numerator: '2', denominator: '3' })
  // The number opens to its complaints.
  const { body: opened } = await done(
    api.root.call(figures.listSubjects, {
      item: { kind: 'measure', code: 'complaints_received' },
      unitId: ward.two,
      period: PERIOD(),
    }),
  )
  const subject = opened.subjects.find((one) => one.subject?.id === fourth.id)?.subject
  expect(subject).toEqual({ kind: 'complaint', id: fourth.id, label: fourth.number })
})

test('lines 5.1 and 5.2 of the 766 index count complaints and open to them; of which cases somebody complained is known to 5.4', async () => {
  const asked = { unitId: ward.province, period: PERIOD(), regime: 'cut-off' as const }
  const { body } = await done(api.root.call(cases.index766, asked))
  const counted = body.lines.filter(({ measures }) => measures !== null)
  expect(counted.map(({ id, opens }) => [id, opens])).toEqual([
    ['5.1', 'records'],
    ['5.2', 'records'],
  ])
  for (const { id, measures, numerator, denominator } of counted) {
    for (const [part, count] of Object.entries({ numerator, denominator })) {
      const code = measures?.[part === 'numerator' ? 'numerator' : 'denominator'] ?? ''
      const item = { kind: 'measure', code }
      const { body: opened } = await done(api.root.call(figures.listSubjects, { ...asked, item, limit: 500 }))
      expect([id, part, opened.subjects.reduce((sum, { value }) => sum + Number(value), 0)]).toEqual([id, part, count])
    }
  }
  const [line] = counted
  expect(line?.denominator).toBeGreaterThan(line?.numerator ?? 0)

  const one = await received(ward)
  await done(
    citizen(api).call(contract.complain, { topic: 'handling', text: 'Chậm', caseCode: one.code, secret: one.secret }),
  )
  const { rows } = await sql<{ why: string }>`select why from cases.discontent where case_id = ${one.id}`.execute(
    api.db,
  )
  expect(rows).toEqual([{ why: 'complaint' }])
})
