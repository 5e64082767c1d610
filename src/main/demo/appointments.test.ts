import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayAt } from '#kernel/calendar.ts'
import { getFiguresOfCounters, listDevices } from '#modules/appointments/contract.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { done } from '#testing/ward.ts'
import { loadAppointmentsDemo } from './appointments.ts'
import { loadCalendarDemo } from './calendar.ts'
import { demoDeps } from './load.ts'
import { loadOrganisationDemo } from './organisation.ts'
import { loadProceduresDemo } from './procedures.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
  const deps = demoDeps(api.appDb, () => undefined)
  for (const load of [loadOrganisationDemo, loadCalendarDemo, loadProceduresDemo, loadAppointmentsDemo])
    await load(deps)
}, 240_000)
afterAll(() => api.close())

test('two days of numbers were taken at a paired kiosk, each called after it was taken, most of them rated', async () => {
  const today = dayAt(new Date())
  const asked = { from: addDays(today, -20), to: today, by: 'day' as const }
  const { body } = await done(api.root.call(getFiguresOfCounters, asked))
  expect(body.rows).toHaveLength(2)
  for (const { counts } of body.rows) {
    expect(counts).toMatchObject({ queue_taken: 15, queue_served: 15 - (counts.queue_left ?? 0) })
    expect(counts.queue_waited_minutes).toBeGreaterThan(0)
    expect(counts.queue_ratings).toBeGreaterThan(5)
  }
  const { body: found } = await done(api.root.call(listDevices, {}))
  expect(found.devices.map(({ kind }) => kind)).toEqual(['kiosk'])
})
