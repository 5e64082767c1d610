import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#kernel/calendar.ts'
import { newId } from '#kernel/id.ts'
import { createOfficial, delegate, holdPosition } from '#modules/organisation/contract.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { buildWard, done, giveAccount, received, seen, today, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'

let api: TestApi
let ward: Ward
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
})
afterAll(() => api.close())

/** An official of the unit, known to sign in with the account. */
async function hold(name: string, unitId: string, account: string | null): Promise<string> {
  const { body } = await done(api.root.call(createOfficial, { name, accountId: account }))
  const position = { officialId: body.id, unitId, title: 'Chuyên viên', validFrom: '2026-01-01' }
  await done(api.root.call(holdPosition, position))
  return body.id
}

test('a case can be given to the officials of the unit who sign in, and the list offers just those', async () => {
  const accountId = newId()
  await giveAccount(api, accountId, ward.one, ['cases:process'])
  await hold('Trần Văn Việc', ward.one, accountId)
  await hold('Lê Thị Giấy', ward.one, null)
  await hold('Phạm Phường Khác', ward.two, newId())
  const { body } = await done(ward.officer.call(contract.listAssignees, { unitId: ward.one }))
  expect(body.people).toEqual([{ accountId, name: 'Trần Văn Việc', title: 'Chuyên viên' }])
  const one = await received(ward)
  const assigned = await done(ward.leader.call(contract.assignCase, { ...seen(one), assigneeId: accountId, note: '' }))
  expect(assigned.body.assigneeName).toBe('Trần Văn Việc')
})

test('nobody is given a case who may not process cases of the unit at that moment', async () => {
  const [reads, elsewhere, ended, off] = [newId(), newId(), newId(), newId()]
  await giveAccount(api, reads, ward.one, ['cases:read', 'cases:receive'])
  await giveAccount(api, elsewhere, ward.two, ['cases:process'])
  await giveAccount(api, ended, ward.one, ['cases:*'])
  await giveAccount(api, off, ward.one, ['cases:*'])
  await sql`update identity.assignment set valid_to = '2026-01-01' where account_id = ${ended}`.execute(api.db)
  await sql`update identity.account set status = 'disabled' where id = ${off}`.execute(api.db)
  const { body: before } = await done(ward.officer.call(contract.listAssignees, { unitId: ward.one }))
  const one = await received(ward)
  for (const assigneeId of [reads, elsewhere, ended, off]) {
    await hold('Người Không Quyền', ward.one, assigneeId)
    const { problem } = await ward.leader.call(contract.assignCase, { ...seen(one), assigneeId })
    expect(problem).toMatchObject({
      status: 422,
      code: 'cases/assignee-without-right',
      detail: 'Người Không Quyền hiện không có quyền xử lý hồ sơ của đơn vị này.',
    })
    const forwarded = await ward.officer.call(contract.forwardCase, { ...seen(one), note: '', assigneeId })
    expect(forwarded.problem?.code).toBe('cases/assignee-without-right')
  }
  const { body } = await done(ward.officer.call(contract.listAssignees, { unitId: ward.one }))
  expect(body.people).toEqual(before.people)
})

test('a right that was delegated counts as long as the delegation does', async () => {
  const [from, to] = [newId(), newId()]
  await giveAccount(api, from, ward.one, ['cases:process'])
  await giveAccount(api, to, ward.two, ['cases:read'])
  const [fromOfficialId, toOfficialId] = [
    await hold('Người Giao', ward.one, from),
    await hold('Người Nhận', ward.one, to),
  ]
  await sql`update identity.account set official_id = ${fromOfficialId} where id = ${from}`.execute(api.db)
  await sql`update identity.account set official_id = ${toOfficialId} where id = ${to}`.execute(api.db)
  const one = await received(ward)
  const give = () => ward.leader.call(contract.assignCase, { ...seen(one), assigneeId: to })
  expect((await give()).problem?.code).toBe('cases/assignee-without-right')
  await done(
    api.root.call(delegate, {
      fromOfficialId,
      toOfficialId,
      unitId: ward.one,
      permissions: ['cases:process'],
      validFrom: today(),
      validTo: addDays(today(), 1),
      reason: 'Đi công tác',
    }),
  )
  expect((await give()).body.assigneeName).toBe('Người Nhận')
})

test('a case that is sent back to somebody who may not process it any more waits for whom it is given to', async () => {
  const one = await received(ward)
  const assigneeId = newId()
  await giveAccount(api, assigneeId, ward.one, ['cases:process'])
  await hold('Người Sắp Đi', ward.one, assigneeId)
  const { body: taken } = await done(ward.leader.call(contract.assignCase, { ...seen(one), assigneeId }))
  const { body: above } = await done(ward.leader.call(contract.forwardCase, { ...seen(taken), note: '' }))
  await sql`update identity.account set status = 'disabled' where id = ${assigneeId}`.execute(api.db)
  const back = { ...seen(above), stepId: 'work', reason: 'Xem lại' }
  const { body } = await done(ward.leader.call(contract.sendBackCase, back))
  expect(body).toMatchObject({ stepId: 'work', unit: { unitId: ward.one }, assigneeId: null })
})
