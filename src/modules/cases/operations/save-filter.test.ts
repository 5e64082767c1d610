import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendar } from '#modules/calendar/index.ts'
import { organisation } from '#modules/organisation/index.ts'
import { procedures } from '#modules/procedures/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { cases } from '../index.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [organisation, calendar, procedures, cases] })
})
afterAll(() => api.close())

const someone = () => api.as({ grants: [{ permission: 'cases:read', unitId: null, reach: 'subtree' }] })
const filter = { list: 'overdue', filter: { channel: 'online', below: true } } as const

test('a filter is kept for whoever saved it, and for nobody else', async () => {
  const [one, other] = [someone(), someone()]
  await one.call(contract.saveFilter, { name: 'Trực tuyến quá hạn', ...filter })
  const { body } = await one.call(contract.listFilters)
  expect(body.filters).toMatchObject([{ name: 'Trực tuyến quá hạn', ...filter }])
  expect((await other.call(contract.listFilters)).body.filters).toEqual([])
  const id = body.filters[0]?.id
  expect((await other.call(contract.removeFilter, { id })).problem?.code).toBe('cases/filter-not-found')
  expect((await one.call(contract.removeFilter, { id })).body.filters).toEqual([])
})

test('a filter of the same name takes its place', async () => {
  const one = someone()
  await one.call(contract.saveFilter, { name: 'Của tôi', ...filter })
  const { body } = await one.call(contract.saveFilter, { name: 'Của tôi', list: 'mine', filter: {} })
  expect(body.filters).toMatchObject([{ name: 'Của tôi', list: 'mine', filter: {} }])
})

test('fifty are kept, and not one more', async () => {
  const one = someone()
  for (let number = 1; number <= 50; number++)
    expect((await one.call(contract.saveFilter, { name: `Bộ lọc ${number}`, ...filter })).status).toBe(200)
  expect((await one.call(contract.saveFilter, { name: 'Một nữa', ...filter })).problem?.code).toBe(
    'cases/too-many-filters',
  )
  expect((await one.call(contract.listFilters)).body.filters.length).toBe(50)
})

test('what was searched for is not kept: it may be the number of a person', async () => {
  const one = someone()
  const { problem } = await one.call(contract.saveFilter, {
    ...filter,
    name: 'Của chị Thử',
    filter: { ...filter.filter, q: '079090000123' },
  })
  expect(problem).toMatchObject({ status: 400, errors: [{ path: 'filter', code: 'platform/unknown-field' }] })
  expect((await one.call(contract.listFilters)).body.filters).toEqual([])
})
