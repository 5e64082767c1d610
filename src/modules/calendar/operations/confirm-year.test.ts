import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisation } from '#modules/organisation/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { calendar, loadCalendar } from '../index.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [organisation, calendar] })
})
afterAll(() => api.close())

const confirm = (year: number, confirmed: boolean, version: number) =>
  api.root.call(contract.confirmYear, { year, confirmed, version, decision: null, reason: 'theo thông báo' })

test('this year and the next are warned about until both are confirmed', async () => {
  const { body } = await api.root.call(contract.listSpecialDays, {})
  const years = body.near.years.map(({ year }) => year)
  expect(body.near).toMatchObject({ warn: true, years: [{ confirmed: false, version: 0 }, { confirmed: false }] })
  for (const year of years) expect((await confirm(year, true, 0)).status).toBe(200)
  expect((await api.root.call(contract.listSpecialDays, {})).body.near.warn).toBe(false)
  expect((await confirm(years[1] ?? 0, false, 0)).problem?.code).toBe('calendar/changed-since')
  await confirm(years[1] ?? 0, false, 1)
  expect((await api.root.call(contract.listSpecialDays, {})).body.near.warn).toBe(true)
})

test('days count as decided to the end of the last confirmed year', async () => {
  await confirm(2098, true, 0)
  const load = () => api.appDb.transaction().execute((tx) => loadCalendar(tx, null))
  expect((await load()).confirmedThrough).toBe('2098-12-31')
})
