import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { organisation } from '#modules/organisation/index.ts'
import { SYSTEM } from '#server/actor.ts'
import { handlerContext } from '#server/events.ts'
import { setRowScope } from '#server/row-security.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { totpCode } from '../credentials/totp.ts'
import { disableUnused } from '../handlers/disable-unused.ts'
import { tidy } from '../handlers/tidy.ts'
import { createFirstAdministrator, identify, identity } from '../index.ts'
import { standInBrowser } from '../stand-ins/browser.ts'
import { giveRole, newPerson } from '../stand-ins/people.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [organisation, identity], identify })
})
beforeEach(() => sql`truncate platform.rate`.execute(api.db))
afterAll(() => api.close())

const MINUTE = 60_000
const at = (sessionToken: string | null, ms: number, passive = false) =>
  identify(
    {
      sessionToken,
      deviceToken: null,
      bearer: null,
      address: '',
      userAgent: '',
      now: new Date(Date.now() + ms),
      passive,
    },
    api.appDb,
  )

async function runSchedule(schedule: typeof tidy, now: Date) {
  await api.appDb.transaction().execute(async (tx) => {
    await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
    await schedule.run(handlerContext(tx, new Map(), now))
  })
}

describe('the clock of a session', () => {
  test('fifteen idle minutes lock it, use keeps it open, a look in the background does not', async () => {
    const { browser } = await newPerson(api.url, api.root)
    const token = browser.cookie()
    expect(await at(token, 14 * MINUTE, true)).toMatchObject({ restricted: null })
    expect(await at(token, 15 * MINUTE)).toMatchObject({ restricted: 'identity/locked', grants: [] })
    expect(await at(token, 14 * MINUTE)).toMatchObject({ restricted: null })
    expect(await at(token, 28 * MINUTE)).toMatchObject({ restricted: null })
    expect(await at(token, 43 * MINUTE)).toMatchObject({ restricted: 'identity/locked' })
    // Locked stays locked: a look at it is no use of it.
    expect(await at(token, 43 * MINUTE + 1)).toMatchObject({ restricted: 'identity/locked' })
  })

  test('it is seen at most once a minute', async () => {
    const { browser, accountId } = await newPerson(api.url, api.root)
    const seen = async () => {
      const { rows } = await sql<{
        lastSeenAt: Date
      }>`select last_seen_at from identity.session where account_id = ${accountId} and ended_at is null`.execute(api.db)
      return rows[0]?.lastSeenAt.getTime()
    }
    const before = await seen()
    await at(browser.cookie(), 0.5 * MINUTE)
    expect(await seen()).toBe(before)
    await at(browser.cookie(), 1.5 * MINUTE)
    expect(await seen()).toBeGreaterThan(before ?? 0)
  })

  test('twelve hours end it however busy it is', async () => {
    const { browser } = await newPerson(api.url, api.root)
    for (let minutes = 10; minutes < 12 * 60; minutes += 10) await at(browser.cookie(), minutes * MINUTE)
    expect(await at(browser.cookie(), 12 * 60 * MINUTE)).toBeNull()
  })

  test('an administrator’s password is to be changed after sixty days', async () => {
    const { browser, accountId } = await newPerson(api.url, api.root, { kind: 'administrator' })
    const { body } = await browser.call(contract.beginTotpEnrolment)
    await browser.call(contract.confirmTotpEnrolment, { code: totpCode(body.secret, new Date()) })
    expect((await browser.call(contract.currentSession)).body.state).toBe('signed-in')
    await sql`update identity.password set changed_at = changed_at - interval '61 days' where account_id = ${accountId}`.execute(
      api.db,
    )
    expect((await browser.call(contract.currentSession)).body.state).toBe('must-change-password')
  })
})

describe('a locked screen', () => {
  test('allows nothing but unlocking and leaving', async () => {
    const { browser, accountId } = await newPerson(api.url, api.root)
    await giveRole(api.root, accountId, ['identity:read'])
    await browser.call(contract.lockSession)
    expect((await browser.call(contract.currentSession)).body).toMatchObject({
      state: 'locked',
      permissions: [],
      unlockBy: ['password'],
    })
    expect((await browser.call(contract.listAccounts)).problem).toMatchObject({ status: 403, code: 'identity/locked' })
    expect((await browser.call(contract.ownSecurity)).problem).toMatchObject({ status: 403, code: 'identity/locked' })
    expect((await browser.call(contract.signOut)).status).toBe(200)
    expect(browser.cookie()).toBeNull()
  })

  test('opens with the password under a new token, and the old one is worth nothing', async () => {
    const { browser, password } = await newPerson(api.url, api.root)
    await browser.call(contract.lockSession)
    const before = browser.cookie() ?? ''
    expect((await browser.call(contract.unlockSession, { password: 'khong dung' })).body).toMatchObject({
      step: 'refused',
      code: 'identity/password-wrong',
    })
    expect((await browser.call(contract.unlockSession, {})).body).toMatchObject({
      step: 'refused',
      code: 'identity/passkey-refused',
    })
    expect((await browser.call(contract.unlockSession, { password })).body.step).toBe('signed-in')
    expect((await browser.call(contract.currentSession)).body.state).toBe('signed-in')
    const old = standInBrowser(api.url)
    old.plant(before)
    expect((await old.call(contract.currentSession)).body.state).toBe('anonymous')
  })

  test('ends the session at the fifth wrong password', async () => {
    const { browser } = await newPerson(api.url, api.root)
    await browser.call(contract.lockSession)
    for (let attempt = 1; attempt <= 4; attempt++)
      await browser.call(contract.unlockSession, { password: 'khong dung' })
    const { body } = await browser.call(contract.unlockSession, { password: 'khong dung' })
    expect(body).toMatchObject({ step: 'refused', code: 'identity/locked-out' })
    expect((await browser.call(contract.currentSession)).body.state).toBe('anonymous')
  })
})

describe('changing the password', () => {
  test('refuses a wrong one, a common one, one’s name, and the one before', async () => {
    const { browser, password, signInName } = await newPerson(api.url, api.root)
    const wanted = 'Biển 7 rộng trời cao'
    expect((await browser.call(contract.changePassword, { current: 'sai', wanted })).problem).toMatchObject({
      status: 422,
      code: 'identity/password-wrong',
    })
    const codes = async (typed: string) => {
      const { problem } = await browser.call(contract.changePassword, { current: password, wanted: typed })
      return problem?.errors?.map(({ code }) => code)
    }
    expect(await codes('Password1234567!')).toContain('identity/password-common')
    expect(await codes(`${signInName}A1!`)).toContain('identity/password-own-name')
    expect(await codes(password.normalize('NFD'))).toEqual(['identity/password-used-before'])
    expect((await browser.call(contract.changePassword, { current: password, wanted })).status).toBe(200)
  })

  test('an administrator does not come back to any of the last ten', async () => {
    const { browser, password } = await newPerson(api.url, api.root, { kind: 'administrator' })
    let current = password
    for (let turn = 1; turn <= 9; turn++) {
      await sql`truncate platform.rate`.execute(api.db)
      const wanted = `Sóng thứ ${turn} vào bờ`
      expect((await browser.call(contract.changePassword, { current, wanted })).status).toBe(200)
      current = wanted
    }
    const back = await browser.call(contract.changePassword, { current, wanted: password })
    expect(back.problem?.errors).toMatchObject([{ code: 'identity/password-used-before', values: { history: 10 } }])
    await browser.call(contract.changePassword, { current, wanted: 'Sóng thứ mười vào bờ' })
    const later = await browser.call(contract.changePassword, { current: 'Sóng thứ mười vào bờ', wanted: password })
    expect(later.status).toBe(200)
  })

  test('ends every other session, and the wrong current one counts as a failed attempt', async () => {
    const person = await newPerson(api.url, api.root)
    const other = standInBrowser(api.url)
    await other.call(contract.signInWithPassword, { name: person.signInName, password: person.password })
    await person.browser.call(contract.changePassword, { current: person.password, wanted: 'Biển 7 rộng trời cao' })
    expect((await other.call(contract.currentSession)).body.state).toBe('anonymous')
    expect((await person.browser.call(contract.currentSession)).body.state).toBe('signed-in')
    for (let attempt = 1; attempt <= 5; attempt++) {
      await person.browser.call(contract.changePassword, { current: 'sai', wanted: 'Trời 8 cao biển rộng' })
    }
    expect((await person.browser.call(contract.currentSession)).body.state).toBe('anonymous')
  })
})

describe('sessions', () => {
  test('are listed, and ended one by one or all at once; another’s cannot be', async () => {
    const person = await newPerson(api.url, api.root)
    const stranger = await newPerson(api.url, api.root)
    const second = standInBrowser(api.url, { 'user-agent': 'May thu hai' })
    await second.call(contract.signInWithPassword, { name: person.signInName, password: person.password })
    const { body } = await person.browser.call(contract.ownSecurity)
    expect(body.sessions).toHaveLength(2)
    const other = body.sessions.find(({ current }) => !current)
    expect(other?.userAgent).toBe('May thu hai')
    expect((await stranger.browser.call(contract.endOwnSession, { sessionId: other?.id ?? '' })).problem).toMatchObject(
      { status: 404 },
    )
    await person.browser.call(contract.endOwnSession, { sessionId: other?.id ?? '' })
    expect((await second.call(contract.ownSecurity)).status).toBe(401)
    await second.call(contract.signInWithPassword, { name: person.signInName, password: person.password })
    expect((await person.browser.call(contract.signOutEverywhere)).body.ended).toBe(2)
    expect((await second.call(contract.ownSecurity)).status).toBe(401)
    expect((await person.browser.call(contract.ownSecurity)).status).toBe(401)
  })
})

describe('access tokens', () => {
  const everywhere = { unitId: null, reach: 'subtree' as const }

  test('never hold more than their account, nor longer than allowed, and make no tokens themselves', async () => {
    const person = await newPerson(api.url, api.root)
    await giveRole(api.root, person.accountId, ['identity:read'])
    const ask = (permission: string, days = 1) =>
      person.browser.call(contract.createToken, { name: 'x', rights: [{ permission, ...everywhere }], days })
    expect((await ask('identity:manage')).problem).toMatchObject({ status: 422, code: 'identity/more-than-own' })
    expect((await ask('*')).problem).toMatchObject({ code: 'identity/more-than-own' })
    expect((await ask('identity:read', 91)).problem).toMatchObject({
      code: 'identity/token-too-long',
      values: { most: 90 },
    })
    const { body } = await ask('identity:read')
    const program = standInBrowser(api.url, { authorization: `Bearer ${body.token}` })
    expect((await program.call(contract.listAccounts)).status).toBe(200)
    expect((await program.call(contract.listReviews)).status).toBe(403)
    for (const attempt of [
      await program.call(contract.createToken, {
        name: 'x',
        rights: [{ permission: 'identity:read', ...everywhere }],
        days: 1,
      }),
      await program.call(contract.changePassword, { current: 'x', wanted: 'y' }),
      await program.call(contract.ownSecurity),
    ]) {
      expect(attempt.problem).toMatchObject({ status: 403, code: 'identity/needs-session' })
    }
  })

  test('are stored only as a hash, are shown once, and end by revoking, by their day, and with the right they were cut from', async () => {
    const person = await newPerson(api.url, api.root)
    const { assignmentId } = await giveRole(api.root, person.accountId, ['identity:read'])
    const make = async () =>
      (
        await person.browser.call(contract.createToken, {
          name: 'Đồng bộ',
          rights: [{ permission: 'identity:read', ...everywhere }],
          days: 2,
        })
      ).body
    const one = await make()
    const two = await make()
    const { rows } = await sql<{ row: string }>`select t::text as row from identity.api_token t`.execute(api.db)
    expect(rows.some(({ row }) => row.includes(one.token) || row.includes(one.token.slice(3)))).toBe(false)
    const own = await person.browser.call(contract.ownSecurity)
    expect(JSON.stringify(own.body.tokens)).not.toContain(one.token)
    const use = ({ token }: { token: string }, ms = 0) =>
      identify(
        {
          sessionToken: null,
          deviceToken: null,
          bearer: token,
          address: '',
          userAgent: '',
          now: new Date(Date.now() + ms),
          passive: false,
        },
        api.appDb,
      )
    expect(await use(one)).toMatchObject({
      kind: 'token',
      id: person.accountId,
      grants: [{ permission: 'identity:read' }],
    })
    expect(await use(one, 2 * 86_400_000)).toBeNull()
    expect((await person.browser.call(contract.revokeToken, { tokenId: one.tokenId })).status).toBe(200)
    expect(await use(one)).toBeNull()
    expect((await person.browser.call(contract.revokeToken, { tokenId: one.tokenId })).problem).toMatchObject({
      status: 404,
    })
    await api.root.call(contract.endAssignment, { assignmentId })
    expect(await use(two)).toMatchObject({ grants: [] })
    expect(await use({ token: 'not-one-of-ours' })).toBeNull()
  })
})

describe('emergency rights', () => {
  const text = { vi: 'Khẩn cấp', en: 'Emergency' }
  const reason = 'Máy chủ của phường ngừng hoạt động lúc nửa đêm'

  test('need the permission, an emergency role, a time within the setting and a reason that says something', async () => {
    const person = await newPerson(api.url, api.root)
    await api.root.call(contract.saveRole, {
      code: 'khan-cap',
      name: text,
      description: text,
      permissions: ['administration:*'],
      emergency: true,
      version: null,
    })
    const open = (changes: object = {}) =>
      person.browser.call(contract.openBreakGlass, { roleCode: 'khan-cap', minutes: 30, reason, ...changes })
    expect((await open()).status).toBe(403)
    const { roleCode } = await giveRole(api.root, person.accountId, ['identity:break-glass'])
    expect((await open({ reason: 'Cần gấp' })).problem).toMatchObject({ code: 'identity/reason-too-short' })
    expect((await open({ minutes: 121 })).problem).toMatchObject({
      code: 'identity/too-long-open',
      values: { most: 120 },
    })
    expect((await open({ roleCode })).problem).toMatchObject({ code: 'identity/role-not-emergency' })
    expect((await open({ roleCode: 'khong-co' })).problem).toMatchObject({ status: 404 })
  })

  test('hold while they last, are seen by whoever oversees, are logged as an event, and can be closed', async () => {
    const person = await newPerson(api.url, api.root)
    const stranger = await newPerson(api.url, api.root)
    await giveRole(api.root, person.accountId, ['identity:break-glass'])
    await giveRole(api.root, stranger.accountId, ['identity:break-glass'])
    const opened = await person.browser.call(contract.openBreakGlass, { roleCode: 'khan-cap', minutes: 30, reason })
    expect(opened.body).toMatchObject({ accountId: person.accountId, reason, open: true })
    const { permissions, breakGlass } = (await person.browser.call(contract.currentSession)).body
    expect(permissions).toEqual(['administration:*', 'identity:break-glass'])
    expect(breakGlass).toMatchObject([{ own: true }])
    expect((await api.root.call(contract.listBreakGlass)).body.uses[0]).toMatchObject({
      id: opened.body.id,
      open: true,
    })
    expect((await stranger.browser.call(contract.currentSession)).body.breakGlass).toEqual([])
    const token = person.browser.cookie()
    await sql`update identity.session set last_seen_at = now() + interval '20 minutes' where account_id = ${person.accountId}`.execute(
      api.db,
    )
    const later = await at(token, 31 * MINUTE)
    expect(later?.grants.map(({ permission }) => permission)).toEqual(['identity:break-glass'])
    const { rows } =
      await sql`select from platform.event where name = 'identity.break-glass-opened' and payload->>'breakGlassId' = ${opened.body.id}`.execute(
        api.db,
      )
    expect(rows).toHaveLength(1)
    expect(
      (await stranger.browser.call(contract.closeBreakGlass, { breakGlassId: opened.body.id })).problem,
    ).toMatchObject({ status: 404 })
    expect((await api.root.call(contract.closeBreakGlass, { breakGlassId: opened.body.id })).status).toBe(200)
    expect((await person.browser.call(contract.currentSession)).body.permissions).toEqual(['identity:break-glass'])
    expect(
      (await person.browser.call(contract.closeBreakGlass, { breakGlassId: opened.body.id })).problem,
    ).toMatchObject({ status: 404 })
  })
})

test('forty-five unused days disable an account; emergency accounts stay', async () => {
  const person = await newPerson(api.url, api.root)
  const { body } = await api.root.call(contract.createAccount, {
    signInName: 'khan.cap.a',
    displayName: 'Khẩn cấp A',
    kind: 'break-glass',
  })
  const status = async (accountId: string) => (await api.root.call(contract.getAccount, { accountId })).body.status
  await runSchedule(disableUnused, new Date(Date.now() + 44 * 86_400_000))
  expect(await status(person.accountId)).toBe('active')
  await runSchedule(disableUnused, new Date(Date.now() + 46 * 86_400_000))
  expect(await status(person.accountId)).toBe('disabled')
  expect(await status(body.accountId)).toBe('active')
})

test('what has run out is removed, what is in use stays', async () => {
  const { browser } = await newPerson(api.url, api.root)
  await browser.call(contract.beginPasskeySignIn, {})
  await runSchedule(tidy, new Date(Date.now() + 10 * MINUTE))
  const { rows } = await sql<{ challenges: number; sessions: number }>`
    select (select count(*) from identity.passkey_challenge) as challenges, (select count(*) from identity.session) as sessions`.execute(
    api.db,
  )
  expect(rows[0]?.challenges).toBe(0)
  expect(rows[0]?.sessions).toBeGreaterThan(0)
})

test('an empty installation gets one administrator, who has to change the password and enrol; a used one gets none', async () => {
  expect(await createFirstAdministrator(api.appDb)).toBeNull()
  const empty = await testApi({ modules: [organisation, identity], identify })
  const first = await createFirstAdministrator(empty.appDb)
  const browser = standInBrowser(empty.url)
  const { body } = await browser.call(contract.signInWithPassword, {
    name: first?.name ?? '',
    password: first?.password ?? '',
  })
  expect(body).toEqual({ step: 'signed-in', state: 'must-change-password' })
  await browser.call(contract.changePassword, { current: first?.password ?? '', wanted: 'Một chiều 3 gió lớn' })
  expect((await browser.call(contract.currentSession)).body).toMatchObject({ state: 'must-enrol', permissions: [] })
  const { body: begun } = await browser.call(contract.beginTotpEnrolment)
  await browser.call(contract.confirmTotpEnrolment, { code: totpCode(begun.secret, new Date()) })
  expect((await browser.call(contract.currentSession)).body.permissions).toEqual(['*'])
  expect(await createFirstAdministrator(empty.appDb)).toBeNull()
  await empty.close()
})
