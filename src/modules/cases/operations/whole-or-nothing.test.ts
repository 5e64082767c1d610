import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import { buildWard, type Detail, done, PAPER, received, seen, type Ward } from '#testing/ward.ts'
import { actsOf, expectWhole, rowOf, tornApart } from '#testing/whole-cases.ts'
import * as contract from '../contract.ts'
import { NOTHING } from '../domain/fold.ts'

let api: TestApi
let ward: Ward
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
})
afterAll(() => api.close())

test('a process that is killed between the log and the case leaves neither', async () => {
  const one = await received(ward)
  const before = await rowOf(api, one.id)
  // The act is written, then the row of the case cannot be reached: there the process of the database is ended.
  await api.db.transaction().execute(async (tx) => {
    await sql`select from cases.counter where unit_code = ${ward.unitCode} for update`.execute(tx)
    await sql`lock table platform.event in exclusive mode`.execute(tx)
    const acting = ward.officer.call(contract.forwardCase, { ...seen(one), note: '' })
    await endWaiting()
    expect((await acting).status).toBeGreaterThanOrEqual(500)
  })
  expect(await rowOf(api, one.id)).toEqual(before)
  expect(await actsOf(api, one.id)).toHaveLength(1)
  await expectWhole(api, one.id)
  const { body } = await done(ward.officer.call(contract.forwardCase, { ...seen(one), note: '' }))
  expect(body.version).toBe(2)
})

test('an intake that is killed takes no number', async () => {
  const quiet = await buildWard(api)
  await api.db.transaction().execute(async (tx) => {
    await sql`lock table platform.event in exclusive mode`.execute(tx)
    const taking = quiet.officer.call(contract.receiveNewCase, {
      procedureCode: quiet.procedure,
      receivedUnitId: quiet.one,
      channel: 'counter',
      subject: { kind: 'person', name: 'Ai đó' },
      papers: [PAPER],
    })
    await endWaiting()
    expect((await taking).status).toBeGreaterThanOrEqual(500)
  })
  expect((await received(quiet)).code).toMatch(/-0001$/)
})

/** Ends the database's side of whoever waits for a lock, as a crash would. */
async function endWaiting(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ ended: boolean }>`select pg_terminate_backend(pid) as ended from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`.execute(api.db)
    if (rows.length > 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** A way through acts that is different each time, and the same for the same seed. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

type Step = (one: Detail) => Promise<{ status: number; body: Detail }>
const steps: Readonly<Record<string, Step>> = {
  assign: (one) => ward.leader.call(contract.assignCase, { ...seen(one), assigneeId: ward.leader.actorId }),
  forward: (one) => ward.leader.call(contract.forwardCase, { ...seen(one), note: '' }),
  sendBack: (one) => ward.leader.call(contract.sendBackCase, { ...seen(one), stepId: 'work', reason: 'Xem lại' }),
  ask: (one) =>
    ward.leader.call(contract.askSupplement, {
      ...seen(one),
      reason: 'Thiếu',
      papers: [{ code: 'to-khai', form: 'copy' }],
    }),
  supplement: (one) =>
    ward.leader.call(contract.supplementCase, { ...seen(one), papers: [{ code: 'to-khai', form: 'copy' }] }),
  askPayment: (one) =>
    ward.leader.call(contract.askPayment, {
      ...seen(one),
      stopsClock: true,
      reason: 'Phí',
      fees: [{ code: `phi-${one.version}`, name: 'Phí', amountVnd: 10_000 }],
    }),
  pay: (one) =>
    ward.leader.call(contract.confirmPayment, {
      ...seen(one),
      // A part, then the rest.
      amountVnd: Math.max(1, one.outstandingVnd > 7000 ? 6000 : one.outstandingVnd),
      online: true,
      reference: 'GD',
    }),
  waive: (one) =>
    ward.leader.call(contract.waiveFee, {
      ...seen(one),
      feeCode: one.fees.find(({ amountVnd, waivedVnd }) => amountVnd > waivedVnd)?.code ?? 'none',
      amountVnd: Math.max(1, Math.min(4000, one.outstandingVnd)),
      reason: 'Hộ nghèo',
      legalBasis: 'Điều 10',
    }),
  decide: (one) =>
    ward.leader.call(contract.decideCase, { ...seen(one), outcome: 'granted', results: [{ code: 'giay' }] }),
  stop: (one) => ward.leader.call(contract.stopCase, { ...seen(one), reason: 'Dừng', decision: '1/QĐ' }),
  withdraw: (one) => ward.leader.call(contract.withdrawCase, { ...seen(one), reason: 'Rút' }),
  giveBack: (one) => ward.leader.call(contract.returnResult, { ...seen(one), way: 'desk' }),
  reopen: (one) => ward.leader.call(contract.reopenCase, { ...seen(one), reason: 'Mở lại' }),
  twice: async (one) => {
    const two = [1, 2].map(() => ward.leader.call(contract.checkCase, { ...seen(one), papers: [], note: '' }))
    const answers = await Promise.all(two)
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1)
    return answers.find(({ status }) => status === 200) ?? { status: 409, body: one }
  },
}

test.each([1, 2, 3])(
  'whatever is done to a case, it is whole: log, row, result and open pause (way %i)',
  async (seed) => {
    const roll = dice(seed * 7919)
    const names = Object.keys(steps)
    let one = await received(ward)
    let taken = 1
    for (let tried = 0; tried < 40; tried++) {
      const step = steps[names[roll(names.length)] ?? '']
      if (!step) continue
      const { status, body } = await step(one)
      expect([200, 409, 422]).toContain(status)
      if (status !== 200) continue
      one = body
      taken++
      expect(one.version).toBe(taken)
      await expectWhole(api, one.id)
      expect(one.results.length).toBe(one.outcome === null ? 0 : 1)
      const { rows } = await sql<{
        open: number
      }>`select count(*) as open from cases.pause where case_id = ${one.id} and to_at is null`.execute(api.db)
      expect(rows[0]?.open).toBe(one.business === 'supplement' || one.business === 'payment' ? 1 : 0)
    }
    expect(taken).toBeGreaterThan(3)
    expect(NOTHING.version).toBe(0)
  },
)

test('what lists count by state is what the cases say, and so are codes, events and facts', async () => {
  for (const [what, found] of Object.entries(await tornApart(api))) expect({ what, found }).toEqual({ what, found: [] })
})
