import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { organisation } from '#modules/organisation/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { hashOfSecret } from '../credentials/token.ts'
import { identify, identity } from '../index.ts'
import { standInBrowser } from '../stand-ins/browser.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [organisation, identity], identify })
})
// Every test comes from one address; the limit on it is tested by itself.
beforeEach(() => sql`truncate platform.rate`.execute(api.db))
afterAll(() => api.close())

const GOOD = 'Xanh biếc 7 trùng khơi'
let made = 0

/** A person with a password of their own, signed in once already. */
async function person(kind: 'personal' | 'administrator' = 'personal') {
  const signInName = `can.bo.${++made}`
  const created = await api.root.call(contract.createAccount, { signInName, displayName: `Cán bộ số ${made}`, kind })
  expect(created.status).toBe(200)
  return { accountId: created.body.accountId, signInName, temporary: created.body.temporaryPassword ?? '' }
}

async function settled() {
  const one = await person()
  const browser = standInBrowser(api.url)
  await browser.call(contract.signInWithPassword, { name: one.signInName, password: one.temporary })
  const changed = await browser.call(contract.changePassword, { current: one.temporary, wanted: GOOD })
  expect(changed.status).toBe(200)
  return { ...one, browser }
}

const signIn = (name: string, password: string, browser = standInBrowser(api.url)) =>
  browser.call(contract.signInWithPassword, { name, password })

describe('refusals', () => {
  test('an unknown name, a wrong password, a disabled account and a service account are answered alike', async () => {
    const { signInName, accountId } = await settled()
    const wrong = await signIn(signInName, 'khong phai mat khau nay')
    const unknown = await signIn('khong.co.ai', 'khong phai mat khau nay')
    await api.root.call(contract.disableAccount, { accountId, reason: 'Nghỉ việc' })
    const disabled = await signIn(signInName, GOOD)
    const service = await api.root.call(contract.createAccount, {
      signInName: 'dich.vu.a',
      displayName: 'Dịch vụ A',
      kind: 'service',
    })
    expect(service.body.temporaryPassword).toBeNull()
    const noPassword = await signIn('dich.vu.a', 'khong phai mat khau nay')
    expect(wrong.body).toEqual({ step: 'refused', code: 'identity/not-recognised', values: {} })
    for (const other of [unknown, disabled, noPassword]) {
      expect(other.status).toBe(wrong.status)
      expect(other.body).toEqual(wrong.body)
    }
  })

  test('an unknown name costs the same work as a wrong password', async () => {
    const { signInName } = await settled()
    const timed = async (name: string) => {
      const began = performance.now()
      await signIn(name, 'khong phai mat khau nay')
      return performance.now() - began
    }
    await timed('khong.co.ai.nua') // the hash to compare with is made once
    const known: number[] = []
    const unknown: number[] = []
    for (let turn = 0; turn < 8; turn++) {
      known.push(await timed(turn < 4 ? signInName : (await settled()).signInName))
      unknown.push(await timed(`khong.co.ai.${turn}`))
    }
    // The least of eight is what the work costs, however busy the machine: leaving an argon2id verification out would show.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) * 0.4)
    expect(Math.min(...known)).toBeGreaterThan(Math.min(...unknown) * 0.4)
  })

  test('the fifth failure locks the name, known or not, even for the right password', async () => {
    const { signInName, accountId } = await settled()
    for (const name of [signInName, 'ten.khong.co']) {
      const codes = []
      for (let attempt = 1; attempt <= 6; attempt++) {
        const { body } = await signIn(name, attempt === 6 && name === signInName ? GOOD : 'sai roi')
        codes.push(body.step === 'refused' && [body.code, body.values.hours])
      }
      expect(codes).toEqual([
        ['identity/not-recognised', undefined],
        ['identity/not-recognised', undefined],
        ['identity/not-recognised', undefined],
        ['identity/not-recognised', undefined],
        ['identity/locked-out', 12],
        ['identity/locked-out', 12],
      ])
    }
    const seen = await api.root.call(contract.getAccount, { accountId })
    expect(seen.body.lockedUntil).not.toBeNull()
    await api.root.call(contract.unlockAccount, { accountId, reason: 'Gọi điện xác nhận' })
    expect((await signIn(signInName, GOOD)).body.step).toBe('signed-in')
  })

  test('guesses sent at once are counted one by one', async () => {
    const { signInName } = await settled()
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(signInName, 'sai roi')))
    const codes = answers.map(({ body }) => body.step === 'refused' && body.code)
    expect(codes.filter((code) => code === 'identity/not-recognised')).toHaveLength(4)
    expect(codes.filter((code) => code === 'identity/locked-out')).toHaveLength(8)
    expect((await signIn(signInName, GOOD)).body).toMatchObject({ step: 'refused', code: 'identity/locked-out' })
  })

  test('a name of any kind is refused, not a defect', async () => {
    const nul = await signIn('a\u0000b', 'x')
    expect(nul.status).toBe(400)
    const long = await signIn('x'.repeat(400), 'x')
    expect(long.status).toBe(400)
  })
})

describe('a session', () => {
  test('comes with the right password however its letters were typed, and the cookie is closed to scripts', async () => {
    const { signInName, accountId } = await settled()
    const browser = standInBrowser(api.url)
    const { body } = await signIn(signInName.toUpperCase(), GOOD.normalize('NFD'), browser)
    expect(body).toEqual({ step: 'signed-in', state: 'signed-in' })
    expect(browser.setCookie()).toMatch(/HttpOnly/i)
    expect(browser.setCookie()).toMatch(/SameSite=Lax/i)
    const session = await browser.call(contract.currentSession)
    expect(session.body).toMatchObject({ state: 'signed-in', account: { id: accountId }, idleLockSeconds: 900 })
  })

  test('is stored only as a hash of its token', async () => {
    const { browser } = await settled()
    const token = browser.cookie() ?? ''
    const { rows } = await sql<{ row: string }>`select s::text as row from identity.session s`.execute(api.db)
    expect(rows.some(({ row }) => row.includes(token))).toBe(false)
    const { rows: found } = await sql`select from identity.session where token_hash = ${hashOfSecret(token)}`.execute(
      api.db,
    )
    expect(found).toHaveLength(1)
  })

  test('never takes over a token that the browser brought, and ends the one it had', async () => {
    const { signInName, browser } = await settled()
    const before = browser.cookie() ?? ''
    await signIn(signInName, GOOD, browser)
    expect(browser.cookie()).not.toBe(before)
    const old = standInBrowser(api.url)
    old.plant(before)
    expect((await old.call(contract.ownSecurity)).status).toBe(401)
    const fixed = standInBrowser(api.url)
    fixed.plant('chosen-by-the-attacker-chosen-by-the-attacker')
    await signIn(signInName, GOOD, fixed)
    expect(fixed.cookie()).not.toContain('chosen')
  })

  test('at the first sign-in may only change the password', async () => {
    const { signInName, temporary, accountId } = await person()
    await api.root.call(contract.saveRole, {
      code: `doc-${made}`,
      name: { vi: 'Đọc', en: 'Reader' },
      description: { vi: '', en: '' },
      permissions: ['organisation:read', 'identity:read'],
      version: null,
    })
    await api.root.call(contract.assignRole, { accountId, roleCode: `doc-${made}`, unitId: null, reason: 'Cần đọc' })
    const browser = standInBrowser(api.url)
    expect((await signIn(signInName, temporary, browser)).body).toEqual({
      step: 'signed-in',
      state: 'must-change-password',
    })
    expect((await browser.call(contract.currentSession)).body).toMatchObject({
      state: 'must-change-password',
      permissions: [],
    })
    const refused = await browser.call(contract.listAccounts)
    expect(refused.problem).toMatchObject({ status: 403, code: 'identity/must-change-password' })
    await browser.call(contract.changePassword, { current: temporary, wanted: GOOD })
    expect((await browser.call(contract.currentSession)).body).toMatchObject({
      state: 'signed-in',
      permissions: ['identity:read', 'organisation:read'],
    })
    expect((await browser.call(contract.listAccounts)).status).toBe(200)
  })

  test('of an administrator without a second factor may only enrol one', async () => {
    const { signInName, temporary } = await person('administrator')
    const browser = standInBrowser(api.url)
    await signIn(signInName, temporary, browser)
    await browser.call(contract.changePassword, { current: temporary, wanted: 'trời7xaxanh' })
    expect((await browser.call(contract.currentSession)).body).toMatchObject({
      state: 'must-enrol',
      idleLockSeconds: 300,
    })
  })

  test('is written down with its account, and a failed attempt too, without the password', async () => {
    const { signInName, accountId, browser } = await settled()
    await signIn(signInName, 'sai mat khau roi')
    const own = await browser.call(contract.ownSecurity)
    expect(own.body.signIns[0]).toMatchObject({ method: 'password', outcome: 'identity/not-recognised' })
    const { rows } = await sql<{ outcome: string; row: string }>`
      select outcome, a::text as row from platform.audit a
      where operation = 'identity.sign-in-with-password' and actor_id = ${accountId} order by id`.execute(api.db)
    expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'identity/not-recognised'])
    expect(rows.some(({ row }) => row.includes('sai mat'))).toBe(false)
  })
})

test('a hash of an older cost is made anew at the next sign-in', async () => {
  const { signInName, accountId } = await settled()
  const read = async () => {
    const { rows } = await sql<{
      hash: string
    }>`select hash from identity.password where account_id = ${accountId}`.execute(api.db)
    return rows[0]?.hash ?? ''
  }
  const before = await read()
  expect(before).toContain('$argon2id$')
  await api.root.call(contract.changeSetting, { key: 'argon2-passes', value: 3 })
  await signIn(signInName, GOOD)
  const after = await read()
  expect(after).toContain('t=3')
  await api.root.call(contract.changeSetting, { key: 'argon2-passes', value: 2 })
  expect((await signIn(signInName, GOOD)).body.step).toBe('signed-in')
})
