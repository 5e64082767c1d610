import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as cases from '#modules/cases/contract.ts'
import { type ConnectedWard, connect, connectedWard } from '#testing/exchange.ts'
import { atLeader, type Detail, done, received, seen } from '#testing/ward.ts'
import { momentText } from '../domain/moment.ts'
import { MOODS, type Mood } from '../domain/stand-in.ts'

let place: ConnectedWard
beforeAll(async () => {
  place = await connectedWard()
})
afterAll(() => place.close())

const actsOf = async (caseId: string) => {
  const { rows } = await sql<{ number: number; actorName: string; at: Date }>`
    select number, actor_name, at from cases.act where case_id = ${caseId} order by number`.execute(place.api.db)
  return rows
}
const progressOf = (code: string | null) =>
  place.standIn.state
    .counted()
    .filter((one) => one.code === code && ['CapNhatTienDoHoSoMC', 'progress'].includes(one.service))
const syncOf = async (caseId: string) => (await done(place.api.root.call(cases.getCase, { caseId }))).body

test('whatever the portal does, in the end it was told every act once, in the order of the case, and knows its last state', async () => {
  const anyMoods = fc.array(fc.constantFrom<Mood>(...MOODS), { minLength: 2, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(anyMoods, fc.array(fc.nat(2), { minLength: 2, maxLength: 5 }), async (moods, steps) => {
      place.standIn.behave('well')
      await place.sendAll()
      const made: Detail[] = []
      for (const [turn, mood] of moods.entries()) {
        place.standIn.behave(mood)
        const step = steps[turn % steps.length] ?? 0
        if (step === 0 || made.length === 0) made.push(await received(place.ward))
        else await moveOn(made, step)
        await place.api.settle()
        await place.send(turn % 2 === 0 ? 2 : 200)
      }
      place.standIn.behave('well')
      await place.sendAll()
      expect(await place.open()).toBe(0)
      for (const { id, code } of made) {
        const acts = await actsOf(id)
        const told = progressOf(code)
        const asTold = told.map(({ said }) => [said.NguoiXuLy, said.ThoiDiemXuLy])
        expect(asTold).toEqual(acts.map(({ actorName, at }) => [actorName, momentText(at, 'compact')]))
        expect(new Set(told.map(({ key }) => key)).size).toBe(acts.length)
        const { nationalCode, sync } = await syncOf(id)
        expect(place.standIn.state.dossiers.get(code ?? '')?.TrangThaiHoSo).toBe(String(nationalCode))
        expect(sync).toMatch(/^(sent|confirmed)$/)
      }
    }),
    { numRuns: 8, endOnFailure: true },
  )
}, 240_000)

/** One more act on the last case. */
async function moveOn(made: Detail[], step: number): Promise<void> {
  const last = made.at(-1)
  if (!last) return
  const one = (await done(place.api.root.call(cases.getCase, { caseId: last.id }))).body
  const next =
    one.business === 'received' && step === 1
      ? place.ward.officer.call(cases.assignCase, { ...seen(one), assigneeId: place.ward.officer.actorId })
      : place.ward.officer.call(cases.forwardCase, { ...seen(one), note: '' })
  const { body, problem } = await next
  made[made.length - 1] = problem ? one : body
}

test('a portal that is away for a day parks nothing, and afterwards everything comes', async () => {
  place.standIn.behave('down')
  const one = await received(place.ward)
  await place.api.settle()
  for (let hour = 0; hour < 24; hour++) await place.send(3600)
  const { rows } = await sql<{ state: string; attempts: number }>`
    select state, attempts from exchange.outgoing where case_id = ${one.id} order by act, place`.execute(place.api.db)
  expect(rows).toMatchObject([{ state: 'waiting', attempts: 0 }, { state: 'queued' }])
  expect((await syncOf(one.id)).sync).toBe('pending')
  place.standIn.behave('well')
  await place.sendAll()
  expect(progressOf(one.code)).toHaveLength(1)
  await place.compare()
  expect((await syncOf(one.id)).sync).toBe('confirmed')
})

test('in the flow of 2026 a case gets its code from the portal first, then its dossier, its steps and its states', async () => {
  await connect(place.api, 'flow-2026')
  const one = await atLeader(place.ward)
  await place.sendAll()
  const { rows } = await sql<{ nationalCode: string }>`
    select national_code from exchange.link where case_id = ${one.id}`.execute(place.api.db)
  const code = rows[0]?.nationalCode ?? ''
  expect(code).toMatch(/^G22/)
  const told = place.standIn.state.counted().filter((call) => call.code === code)
  expect(told.map(({ service }) => service)).toEqual(['create', 'progress', 'status', 'progress', 'status'])
  expect(place.standIn.state.dossiers.get(code)).toMatchObject({ MaHoSo: code, SoBienNhan: one.code })
  await place.compare()
  expect((await syncOf(one.id)).sync).toBe('confirmed')
  await connect(place.api, 'one-shot')
})
