import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { organisation } from '../index.ts'

let api: TestApi
let officeId = ''
let closedId = ''
beforeAll(async () => {
  api = await testApi({ modules: [organisation] })
  const office = (name: string) => ({
    name,
    kind: 'office' as const,
    level: 'province' as const,
    validFrom: '2021-01-01',
  })
  officeId = (await api.root.call(contract.createUnit, office('Văn phòng'))).body.unitId
  closedId = (await api.root.call(contract.createUnit, office('Phòng đã đóng'))).body.unitId
  await api.root.call(contract.applyChange, {
    effectiveOn: '2023-01-01',
    acts: [{ kind: 'dissolve', from: [{ unitId: closedId }] }],
  })
})
afterAll(() => api.close())

const official = async (name: string) => (await api.root.call(contract.createOfficial, { name })).body.id
const hold = (officialId: string, fields: Record<string, unknown> = {}) =>
  api.root.call(contract.holdPosition, {
    officialId,
    unitId: officeId,
    title: 'Chánh Văn phòng',
    validFrom: '2022-01-01',
    ...fields,
  })

describe('a position', () => {
  test('is held from a day, seen on it, and gone from the day on which it ends', async () => {
    const officialId = await official('Nguyễn Văn An')
    const { body: position } = await hold(officialId)
    const seen = async (day: string) =>
      (await api.root.call(contract.listOfficialsOfUnit, { unitId: officeId, day })).body.positions.map(({ id }) => id)
    expect(await seen('2021-12-31')).not.toContain(position.id)
    expect(await seen('2022-01-01')).toContain(position.id)

    const ended = await api.root.call(contract.endPosition, { positionId: position.id, validTo: '2024-01-01' })
    expect(ended.body).toMatchObject({ officialName: 'Nguyễn Văn An', validTo: '2024-01-01' })
    expect(await seen('2023-12-31')).toContain(position.id)
    expect(await seen('2024-01-01')).not.toContain(position.id)
    const history = await api.root.call(contract.listOfficialsOfUnit, {
      unitId: officeId,
      day: '2024-01-01',
      history: true,
    })
    expect(history.body.positions.map(({ id }) => id)).toContain(position.id)

    const again = await api.root.call(contract.endPosition, { positionId: position.id, validTo: '2025-01-01' })
    expect(again.problem).toMatchObject({ status: 409, code: 'organisation/position-ended' })
    const before = await api.root.call(contract.endPosition, { positionId: position.id, validTo: '2021-01-01' })
    expect(before.problem).toMatchObject({ status: 422, code: 'organisation/position-days' })
  })

  test('does not outlive its unit, nor begin before it', async () => {
    const officialId = await official('Lê Thị Bình')
    const outlives = await hold(officialId, { unitId: closedId })
    expect(outlives.problem).toMatchObject({ status: 422, code: 'organisation/position-outside-unit' })
    expect(outlives.problem?.detail).toContain('Phòng đã đóng')
    expect((await hold(officialId, { unitId: closedId, validTo: '2023-01-01' })).status).toBe(200)
    expect((await hold(officialId, { validFrom: '2020-01-01' })).problem?.code).toBe(
      'organisation/position-outside-unit',
    )
  })

  test('is not held twice by one person at one time, but again later', async () => {
    const officialId = await official('Trần Văn Cường')
    await hold(officialId, { validTo: '2023-01-01' })
    expect((await hold(officialId)).problem).toMatchObject({ status: 409, code: 'organisation/position-twice' })
    expect((await hold(officialId, { validFrom: '2023-01-01' })).status).toBe(200)
  })

  test('is recorded only where the right reaches', async () => {
    const officialId = await official('Phạm Thị Dung')
    const clerk = api.as({ grants: [{ permission: 'organisation:write', unitId: closedId, reach: 'subtree' }] })
    const asked = { officialId, unitId: officeId, title: 'Chuyên viên', validFrom: '2022-01-01' }
    expect((await clerk.call(contract.holdPosition, asked)).problem).toMatchObject({
      code: 'organisation/outside-scope',
    })
  })

  test('leaves an event', async () => {
    const officialId = await official('Hoàng Văn Em')
    const { body } = await hold(officialId)
    const events = await api.db
      .$extendTables<{ 'platform.event': { name: string; payload: { positionId?: string } } }>()
      .selectFrom('platform.event')
      .select(['name', 'payload'])
      .where('name', '=', 'organisation.position-held')
      .execute()
    expect(events.map(({ payload }) => payload.positionId)).toContain(body.id)
  })
})

describe('officials', () => {
  test('are found by name without marks, in the order of given names, with what they hold', async () => {
    const officialId = await official('Đặng Thuỳ Trâm')
    await official('Vũ Thuỳ Anh')
    await hold(officialId, { title: 'Phó Chánh Văn phòng' })
    const { body } = await api.root.call(contract.listOfficials, { search: 'thuy' })
    expect(body.officials.map(({ name }) => name)).toEqual(['Vũ Thuỳ Anh', 'Đặng Thuỳ Trâm'])
    expect(body.officials[1]?.positions).toMatchObject([{ title: 'Phó Chánh Văn phòng', unitName: 'Văn phòng' }])
  })

  test('have one account at most', async () => {
    const accountId = '01900000-0000-7000-8000-000000000001'
    const first = await api.root.call(contract.createOfficial, { name: 'Một', accountId })
    expect(first.status).toBe(200)
    const second = await api.root.call(contract.createOfficial, { name: 'Hai', accountId })
    expect(second.problem).toMatchObject({ status: 409, code: 'organisation/account-taken' })
  })
})
