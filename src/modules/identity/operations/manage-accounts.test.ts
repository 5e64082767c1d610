import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as organisationContract from '#modules/organisation/contract.ts'
import { organisation } from '#modules/organisation/index.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { identify, identity } from '../index.ts'
import { standInBrowser } from '../stand-ins/browser.ts'
import { giveRole, newPerson } from '../stand-ins/people.ts'

let api: TestApi
let city: string
let ward: string
let otherWard: string
/** Manages the accounts of the one ward, and holds nothing else. */
let wardManager: Caller

beforeAll(async () => {
  api = await testApi({ modules: [organisation, identity], identify })
  const unit = async (
    name: string,
    parentId: string | null,
    kind: 'provincial-city' | 'ward',
    level: 'district' | 'commune',
  ) => {
    const { body } = await api.root.call(organisationContract.createUnit, {
      name,
      kind,
      level,
      parentId,
      validFrom: '2020-01-01',
    })
    return body.unitId
  }
  city = await unit('Thành phố Thử', null, 'provincial-city', 'district')
  ward = await unit('Phường Một', city, 'ward', 'commune')
  otherWard = await unit('Phường Hai', city, 'ward', 'commune')
  const grants = ['identity:read', 'identity:manage', 'identity:review'].map((permission) => ({
    permission,
    unitId: ward,
    reach: 'subtree' as const,
  }))
  wardManager = api.as({ name: 'Quản lý phường', grants })
})
beforeEach(() => sql`truncate platform.rate`.execute(api.db))
afterAll(() => api.close())

const reason = 'Theo quyết định phân công'

describe('refusals', () => {
  test('accounts of another unit do not exist for a manager of one', async () => {
    const other = await newPerson(api.url, api.root, { unitId: otherWard })
    const { accountId } = other
    const attempts = [
      await wardManager.call(contract.getAccount, { accountId }),
      await wardManager.call(contract.explainAccount, { accountId }),
      await wardManager.call(contract.disableAccount, { accountId, reason }),
      await wardManager.call(contract.enableAccount, { accountId, reason }),
      await wardManager.call(contract.unlockAccount, { accountId, reason }),
      await wardManager.call(contract.resetPassword, { accountId, reason }),
      await wardManager.call(contract.resetSecondFactor, { accountId, reason }),
      await wardManager.call(contract.endSessions, { accountId, tokensToo: true }),
      await wardManager.call(contract.reviewAccount, { accountId }),
      await wardManager.call(contract.assignRole, { accountId, roleCode: 'x', unitId: ward, reason }),
      await wardManager.call(contract.changeAccount, {
        accountId,
        displayName: 'X',
        email: null,
        officialId: null,
        unitId: ward,
        version: 1,
      }),
    ]
    for (const { problem } of attempts) expect(problem).toMatchObject({ status: 404, code: 'identity/not-found' })
    const list = await wardManager.call(contract.listAccounts)
    expect(list.body.accounts.map(({ id }) => id)).not.toContain(accountId)
    expect((await other.browser.call(contract.ownSecurity)).status).toBe(200)
  })

  test('a manager of one unit makes no accounts elsewhere, and no administrators', async () => {
    const elsewhere = await wardManager.call(contract.createAccount, {
      signInName: 'a.b',
      displayName: 'A',
      unitId: otherWard,
    })
    expect(elsewhere.problem).toMatchObject({ status: 403, code: 'platform/outside-scope' })
    const nowhere = await wardManager.call(contract.createAccount, { signInName: 'a.b', displayName: 'A' })
    expect(nowhere.problem).toMatchObject({ status: 403 })
    const admin = await wardManager.call(contract.createAccount, {
      signInName: 'a.b',
      displayName: 'A',
      unitId: ward,
      kind: 'administrator',
    })
    expect(admin.problem).toMatchObject({ status: 403 })
    const nothing = await wardManager.call(contract.createAccount, {
      signInName: 'a.b',
      displayName: 'A',
      unitId: crypto.randomUUID(),
    })
    expect(nothing.problem).toMatchObject({ status: 404, code: 'identity/unit-not-found' })
  })

  test('nobody gives more than they hold, nor takes over an account that holds more', async () => {
    const person = await newPerson(api.url, api.root, { unitId: ward })
    const { roleCode } = await giveRole(api.root, person.accountId, ['indicators:approve'], { unitId: ward })
    const given = await wardManager.call(contract.assignRole, {
      accountId: person.accountId,
      roleCode,
      unitId: ward,
      reason,
    })
    expect(given.problem).toMatchObject({
      status: 403,
      code: 'identity/more-than-own',
      values: { permission: 'indicators:approve' },
    })
    for (const operation of [contract.resetPassword, contract.resetSecondFactor, contract.enableAccount]) {
      const { problem } = await wardManager.call(operation, { accountId: person.accountId, reason })
      expect(problem).toMatchObject({ status: 403, code: 'identity/more-than-own' })
    }
    const role = await api
      .as({ grants: [{ permission: 'identity:configure', unitId: null, reach: 'subtree' }] })
      .call(contract.saveRole, {
        code: 'qua-quyen',
        name: { vi: 'x', en: 'x' },
        description: { vi: '', en: '' },
        permissions: ['*'],
        version: null,
      })
    expect(role.problem).toMatchObject({ status: 403, code: 'identity/more-than-own' })
  })

  test('nobody disables, promotes or reviews themselves', async () => {
    const person = await newPerson(api.url, api.root, { unitId: ward })
    await giveRole(api.root, person.accountId, ['identity:*'])
    const { roleCode } = await giveRole(api.root, (await newPerson(api.url, api.root)).accountId, ['identity:read'])
    const { accountId, browser } = person
    const attempts = [
      await browser.call(contract.disableAccount, { accountId, reason }),
      await browser.call(contract.assignRole, { accountId, roleCode, unitId: null, reason }),
      await browser.call(contract.resetPassword, { accountId, reason }),
      await browser.call(contract.reviewAccount, { accountId }),
    ]
    for (const { problem } of attempts) expect(problem).toMatchObject({ status: 422, code: 'identity/not-on-oneself' })
  })

  test('names are taken once, an official has one account, a stale change is not written', async () => {
    await api.root.call(contract.createAccount, { signInName: 'Trung.Ten', displayName: 'Một' })
    const again = await api.root.call(contract.createAccount, { signInName: 'trung.ten', displayName: 'Hai' })
    expect(again.problem).toMatchObject({ status: 409, code: 'identity/sign-in-name-taken' })
    const shape = await api.root.call(contract.createAccount, { signInName: 'có dấu', displayName: 'Ba' })
    expect(shape.problem?.errors?.[0]).toMatchObject({ path: 'signInName', code: 'identity/sign-in-name-shape' })
    const officialId = crypto.randomUUID()
    const first = await api.root.call(contract.createAccount, { signInName: 'can.bo.x', displayName: 'X', officialId })
    const second = await api.root.call(contract.createAccount, { signInName: 'can.bo.y', displayName: 'Y', officialId })
    expect(second.problem).toMatchObject({ status: 409, code: 'identity/official-taken' })
    const change = {
      accountId: first.body.accountId,
      displayName: 'X mới',
      email: null,
      officialId,
      unitId: ward,
      version: 1,
    }
    expect((await api.root.call(contract.changeAccount, change)).status).toBe(200)
    expect((await api.root.call(contract.changeAccount, change)).problem).toMatchObject({
      status: 409,
      code: 'platform/changed-meanwhile',
    })
    const seen = await api.root.call(contract.getAccount, { accountId: first.body.accountId })
    expect(seen.body).toMatchObject({ displayName: 'X mới', unitName: 'Phường Một', version: 2 })
  })

  test('roles: codes once, only unheld ones retire, emergency ones are not assigned, periods run forward', async () => {
    const person = await newPerson(api.url, api.root)
    const { roleCode } = await giveRole(api.root, person.accountId, ['organisation:read'])
    const text = { vi: 'x', en: 'x' }
    const again = await api.root.call(contract.saveRole, {
      code: roleCode,
      name: text,
      description: text,
      permissions: ['*'],
      version: null,
    })
    expect(again.problem).toMatchObject({ status: 409, code: 'identity/role-code-taken' })
    const stale = await api.root.call(contract.saveRole, {
      code: roleCode,
      name: text,
      description: text,
      permissions: ['*'],
      version: 9,
    })
    expect(stale.problem).toMatchObject({ code: 'platform/changed-meanwhile' })
    expect((await api.root.call(contract.retireRole, { code: roleCode })).problem).toMatchObject({
      status: 409,
      code: 'identity/role-held',
      values: { holders: 1 },
    })
    const shape = await api.root.call(contract.saveRole, {
      code: 'dang-sai',
      name: text,
      description: text,
      permissions: ['drop table'],
      version: null,
    })
    expect(shape.problem?.errors?.[0]).toMatchObject({ code: 'identity/permission-shape' })
    await api.root.call(contract.saveRole, {
      code: 'khan-cap-1',
      name: text,
      description: text,
      permissions: ['*'],
      emergency: true,
      version: null,
    })
    const emergency = await api.root.call(contract.assignRole, {
      accountId: person.accountId,
      roleCode: 'khan-cap-1',
      unitId: null,
      reason,
    })
    expect(emergency.problem).toMatchObject({ status: 422, code: 'identity/role-is-emergency' })
    const backwards = await api.root.call(contract.assignRole, {
      accountId: person.accountId,
      roleCode,
      unitId: null,
      reason,
      validFrom: '2026-02-01',
      validTo: '2026-01-01',
    })
    expect(backwards.problem).toMatchObject({ code: 'identity/wrong-period' })
  })
})

test('a manager makes an account of the own ward, gives what they hold, and the person gets in once', async () => {
  const created = await wardManager.call(contract.createAccount, {
    signInName: 'moi.phuong.mot',
    displayName: 'Nguyễn Thị Mới',
    unitId: ward,
  })
  const { accountId, temporaryPassword } = created.body
  expect(temporaryPassword).toMatch(/^[A-Z]{2}[a-z]{3}-[a-z]{5}-\d{5}$/)
  const list = await wardManager.call(contract.listAccounts, { search: 'nguyen thi moi' })
  expect(list.body).toMatchObject({
    total: 1,
    accounts: [{ id: accountId, unitName: 'Phường Một', secondFactor: false }],
  })
  const reset = await wardManager.call(contract.resetPassword, { accountId, reason })
  const browser = standInBrowser(api.url)
  const old = await browser.call(contract.signInWithPassword, {
    name: 'moi.phuong.mot',
    password: temporaryPassword ?? '',
  })
  expect(old.body.step).toBe('refused')
  const fresh = await browser.call(contract.signInWithPassword, {
    name: 'moi.phuong.mot',
    password: reset.body.temporaryPassword,
  })
  expect(fresh.body).toEqual({ step: 'signed-in', state: 'must-change-password' })
})

test('a role holds from its day until the day it ends, and what was stays answerable', async () => {
  const person = await newPerson(api.url, api.root, { unitId: ward })
  const { assignmentId } = await giveRole(api.root, person.accountId, ['identity:read'], { unitId: ward })
  expect((await person.browser.call(contract.listAccounts)).status).toBe(200)
  expect((await api.root.call(contract.endAssignment, { assignmentId, validTo: '2020-01-01' })).problem).toMatchObject({
    code: 'identity/wrong-period',
  })
  expect((await api.root.call(contract.endAssignment, { assignmentId })).status).toBe(200)
  expect((await person.browser.call(contract.listAccounts)).status).toBe(403)
  expect((await api.root.call(contract.endAssignment, { assignmentId })).problem).toMatchObject({
    code: 'identity/wrong-period',
  })
  expect((await api.root.call(contract.endAssignment, { assignmentId: crypto.randomUUID() })).problem).toMatchObject({
    status: 404,
  })
})

test('disabling ends sessions and tokens at once, and is announced as an event', async () => {
  const person = await newPerson(api.url, api.root, { unitId: ward })
  await giveRole(api.root, person.accountId, ['identity:read'])
  const { body } = await person.browser.call(contract.createToken, {
    name: 'Kiểm tra',
    rights: [{ permission: 'identity:read', unitId: null, reach: 'subtree' }],
    days: 1,
  })
  const program = standInBrowser(api.url, { authorization: `Bearer ${body.token}` })
  expect((await program.call(contract.listAccounts)).status).toBe(200)
  await api.root.call(contract.disableAccount, { accountId: person.accountId, reason })
  expect((await program.call(contract.listAccounts)).status).toBe(401)
  expect((await person.browser.call(contract.ownSecurity)).status).toBe(401)
  const { rows } =
    await sql`select from platform.event where name = 'identity.account-disabled' and payload->>'accountId' = ${person.accountId}`.execute(
      api.db,
    )
  expect(rows).toHaveLength(1)
  await api.root.call(contract.enableAccount, { accountId: person.accountId, reason })
  expect(
    (
      await standInBrowser(api.url).call(contract.signInWithPassword, {
        name: person.signInName,
        password: person.password,
      })
    ).body.step,
  ).toBe('signed-in')
})

test('who may do it at the ward, and why: by role above, by role at the unit, not by one elsewhere', async () => {
  const above = await newPerson(api.url, api.root, { unitId: city })
  const at = await newPerson(api.url, api.root, { unitId: ward })
  const elsewhere = await newPerson(api.url, api.root, { unitId: otherWard })
  const only = await newPerson(api.url, api.root, { unitId: city })
  await giveRole(api.root, above.accountId, ['reports:*'], { unitId: city })
  await giveRole(api.root, at.accountId, ['reports:sign'], { unitId: ward, reach: 'own' })
  await giveRole(api.root, elsewhere.accountId, ['reports:sign'], { unitId: otherWard })
  await giveRole(api.root, only.accountId, ['reports:sign'], { unitId: city, reach: 'own' })
  const { body } = await api.root.call(contract.explainPermission, { permission: 'reports:sign', unitId: ward })
  const holders = body.holders.map(({ accountId }) => accountId)
  expect(holders.toSorted()).toEqual([above.accountId, at.accountId].toSorted())
  expect(body.holders[0]?.right.reason).toMatchObject({ by: 'role', assignmentReason: 'Theo phân công' })
  const before = await api.root.call(contract.explainPermission, {
    permission: 'reports:sign',
    unitId: ward,
    day: '2024-01-01',
  })
  expect(before.body.holders).toEqual([])
  const own = await at.browser.call(contract.ownRights)
  expect(own.body.rights).toMatchObject([{ permission: 'reports:sign', unitName: 'Phường Một', reach: 'own' }])
  const { body: listed } = await at.browser.call(contract.listRoles)
  expect(listed.roles.length).toBeGreaterThan(0)
})

test('a review keeps the rights as they were, and takes the account off the list until it is due again', async () => {
  const person = await newPerson(api.url, api.root, { unitId: ward })
  await giveRole(api.root, person.accountId, ['reports:read'], { unitId: ward })
  await sql`update identity.account set created_at = created_at - interval '7 months' where id = ${person.accountId}`.execute(
    api.db,
  )
  const due = await wardManager.call(contract.listReviews, { onlyDue: true })
  expect(due.body.due).toBe(1)
  expect(due.body.accounts).toMatchObject([
    { accountId: person.accountId, isDue: true, rights: [{ permission: 'reports:read', unitName: 'Phường Một' }] },
  ])
  const reviewed = await wardManager.call(contract.reviewAccount, {
    accountId: person.accountId,
    note: 'Đúng phân công',
  })
  expect(reviewed.status).toBe(200)
  expect((await wardManager.call(contract.listReviews, { onlyDue: true })).body.due).toBe(0)
  const { rows } = await sql<{
    rights: unknown
  }>`select rights from identity.account_review where id = ${reviewed.body.reviewId}`.execute(api.db)
  expect(rows[0]?.rights).toEqual([{ permission: 'reports:read', unitId: ward, reach: 'subtree' }])
})

test('settings stay within the law', async () => {
  const lax = await api.root.call(contract.changeSetting, { key: 'failures-before-lock', value: 6 })
  expect(lax.problem).toMatchObject({ status: 422, code: 'identity/setting-out-of-bounds', values: { min: 1, max: 5 } })
  expect((await wardManager.call(contract.changeSetting, { key: 'lock-hours', value: 24 })).status).toBe(403)
  await api.root.call(contract.changeSetting, { key: 'lock-hours', value: 24 })
  const { body } = await api.root.call(contract.listSettings)
  expect(body.settings.find(({ key }) => key === 'lock-hours')).toMatchObject({
    value: 24,
    standard: 12,
    min: 12,
    max: 720,
  })
})

test('row security: without the scope of the ward its accounts are not in sight, and no secret is, whoever acts', async () => {
  await newPerson(api.url, api.root, { unitId: ward })
  await newPerson(api.url, api.root, { unitId: otherWard })
  const seen = await api.appDb.transaction().execute(async (tx) => {
    await sql`select set_config('app.actor', '', true), set_config('app.scope', 'some', true), set_config('app.scope_own', ${`{${ward}}`}, true), set_config('app.scope_subtree', '{}', true)`.execute(
      tx,
    )
    const accounts = await sql<{ unitId: string }>`select distinct unit_id from identity.account`.execute(tx)
    const sessions = await sql<{
      unitId: string
    }>`select distinct a.unit_id from identity.session s join identity.account a on a.id = s.account_id`.execute(tx)
    const secrets = await sql<{
      count: number
    }>`select (select count(*) from identity.password) + (select count(*) from identity.sign_in_guard) + (select count(*) from identity.password_history) as count`.execute(
      tx,
    )
    return { accounts: accounts.rows, sessions: sessions.rows, secrets: secrets.rows[0]?.count }
  })
  expect(seen).toEqual({ accounts: [{ unitId: ward }], sessions: [{ unitId: ward }], secrets: 0 })
  const nothing = await api.appDb.transaction().execute((tx) => sql`select from identity.account`.execute(tx))
  expect(nothing.rows).toHaveLength(0)
})
