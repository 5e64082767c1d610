import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayAt } from '#kernel/calendar.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { delegationsInForce, findOfficialOfAccount, organisation } from '../index.ts'

let api: TestApi
let unitId = ''
let from = ''
let to = ''
const today = dayAt(new Date())
const accountId = '01900000-0000-7000-8000-000000000002'

beforeAll(async () => {
  api = await testApi({ modules: [organisation] })
  const unit = { name: 'Phường thử', kind: 'ward' as const, level: 'commune' as const, validFrom: '2021-01-01' }
  unitId = (await api.root.call(contract.createUnit, unit)).body.unitId
  from = (await api.root.call(contract.createOfficial, { name: 'Võ Ngọc Lan', accountId })).body.id
  to = (await api.root.call(contract.createOfficial, { name: 'Đỗ Văn Thành' })).body.id
  for (const officialId of [from, to]) {
    await api.root.call(contract.holdPosition, { officialId, unitId, title: 'Lãnh đạo', validFrom: '2022-01-01' })
  }
})
afterAll(() => api.close())

const asked = (fields: Record<string, unknown> = {}) => ({
  fromOfficialId: from,
  toOfficialId: to,
  unitId,
  permissions: ['indicators:submit'],
  validFrom: today,
  validTo: addDays(today, 10),
  reason: 'Đi công tác',
  ...fields,
})
const inForce = (day: string) =>
  api.appDb.transaction().execute(async (tx) => (await delegationsInForce(tx, to, day)).map(({ id }) => id))

test('a delegation holds from its first day until before its last, and no longer once revoked', async () => {
  const { body } = await api.root.call(contract.delegate, asked())
  expect(body).toMatchObject({ state: 'in-force', fromName: 'Võ Ngọc Lan', toName: 'Đỗ Văn Thành', reach: 'own' })
  expect(await inForce(addDays(today, -1))).not.toContain(body.id)
  expect(await inForce(today)).toContain(body.id)
  expect(await inForce(addDays(today, 9))).toContain(body.id)
  expect(await inForce(addDays(today, 10))).not.toContain(body.id)

  const revoked = await api.root.call(contract.revokeDelegation, { delegationId: body.id, reason: 'Về sớm' })
  expect(revoked.body).toMatchObject({ state: 'revoked', revokedReason: 'Về sớm' })
  expect(await inForce(today)).not.toContain(body.id)
  const again = await api.root.call(contract.revokeDelegation, { delegationId: body.id, reason: 'Lần nữa' })
  expect(again.problem).toMatchObject({ status: 409, code: 'organisation/delegation-over' })
})

test('the one who reads a delegation learns whose rights it lends', async () => {
  await api.root.call(contract.delegate, asked({ validFrom: addDays(today, 100), validTo: addDays(today, 101) }))
  const rows = await api.appDb.transaction().execute((tx) => delegationsInForce(tx, to, addDays(today, 100)))
  expect(rows).toMatchObject([{ fromOfficialId: from, fromAccountId: accountId, permissions: ['indicators:submit'] }])
  const official = await api.appDb.transaction().execute((tx) => findOfficialOfAccount(tx, accountId))
  expect(official?.id).toBe(from)
})

test('lists are by state', async () => {
  const { body: later } = await api.root.call(contract.delegate, asked({ validFrom: addDays(today, 5) }))
  const listed = async (state: 'to-come' | 'in-force' | 'over' | 'revoked') =>
    (await api.root.call(contract.listDelegations, { state })).body.delegations
  expect((await listed('to-come')).map(({ id }) => id)).toContain(later.id)
  expect((await listed('in-force')).map(({ id }) => id)).not.toContain(later.id)
  for (const state of ['to-come', 'in-force', 'over', 'revoked'] as const) {
    expect((await listed(state)).every((delegation) => delegation.state === state)).toBe(true)
  }
})

test('nobody delegates to themselves, for ever, everything, or without office', async () => {
  const refused = async (fields: Record<string, unknown>) => {
    const { problem } = await api.root.call(contract.delegate, asked(fields))
    return problem?.errors?.[0]?.code ?? problem?.code
  }
  const idle = (await api.root.call(contract.createOfficial, { name: 'Người mới' })).body.id
  expect(await refused({ toOfficialId: from })).toBe('organisation/delegation-to-oneself')
  expect(await refused({ validTo: today })).toBe('organisation/delegation-days')
  expect(await refused({ validTo: addDays(today, 400) })).toBe('organisation/delegation-days')
  expect(await refused({ permissions: ['*'] })).toBe('organisation/permission-not-named')
  expect(await refused({ permissions: ['indicators:*'] })).toBe('organisation/permission-not-named')
  expect(await refused({ permissions: ['organisation:delegate'] })).toBe('organisation/delegation-of-delegation')
  expect(await refused({ toOfficialId: idle })).toBe('organisation/delegation-without-position')
})

test('nobody records a delegation to their own account', async () => {
  const receiver = api.as({ id: accountId, grants: [{ permission: '*', unitId: null, reach: 'subtree' }] })
  const { problem } = await receiver.call(contract.delegate, asked({ fromOfficialId: to, toOfficialId: from }))
  expect(problem).toMatchObject({ status: 422, code: 'organisation/delegation-to-recorder' })
})

test('it takes the right to delegate at that unit', async () => {
  const writer = api.as({ grants: [{ permission: 'organisation:write', unitId: null, reach: 'subtree' }] })
  expect((await writer.call(contract.delegate, asked())).status).toBe(403)
  const unit = { name: 'Phường khác', kind: 'ward' as const, level: 'commune' as const, validFrom: '2021-01-01' }
  const other = (await api.root.call(contract.createUnit, unit)).body.unitId
  const elsewhere = api.as({ grants: [{ permission: 'organisation:delegate', unitId: other, reach: 'own' }] })
  const { problem } = await elsewhere.call(contract.delegate, asked())
  expect(problem).toMatchObject({ status: 403, code: 'organisation/outside-scope' })
})
