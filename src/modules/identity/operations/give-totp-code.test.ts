import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { organisation } from '#modules/organisation/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { totpCode } from '../credentials/totp.ts'
import { identify, identity } from '../index.ts'
import { standInBrowser } from '../stand-ins/browser.ts'
import { newPerson, type Person } from '../stand-ins/people.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [organisation, identity], identify })
})
beforeEach(() => sql`truncate platform.rate`.execute(api.db))
afterAll(() => api.close())

const STEP_MS = 30_000
const soon = () => new Date(Date.now() + STEP_MS)

async function enrolled(kind: 'personal' | 'administrator' = 'personal') {
  const person = await newPerson(api.url, api.root, { kind })
  const { body } = await person.browser.call(contract.beginTotpEnrolment)
  const confirmed = await person.browser.call(contract.confirmTotpEnrolment, {
    code: totpCode(body.secret, new Date()),
  })
  expect(confirmed.status).toBe(200)
  return { ...person, secret: body.secret, picture: body.picture, recoveryCodes: confirmed.body.recoveryCodes }
}

async function pendingOf({ signInName, password }: Person, browser = standInBrowser(api.url)) {
  const { body } = await browser.call(contract.signInWithPassword, { name: signInName, password })
  if (body.step !== 'second-factor') throw new Error(`not asked for a second factor: ${body.step}`)
  return { browser, pending: body.pending, methods: body.methods }
}

describe('refusals', () => {
  test('the password alone gives nothing: no cookie, no session', async () => {
    const { browser, methods } = await pendingOf(await enrolled())
    expect(methods).toEqual(['totp', 'recovery-code'])
    expect(browser.cookie()).toBeNull()
    expect((await browser.call(contract.ownSecurity)).status).toBe(401)
  })

  test('a code is good once, and an earlier one no longer after a later one', async () => {
    const person = await enrolled()
    const used = totpCode(person.secret, new Date())
    const first = await pendingOf(person)
    expect(
      (await first.browser.call(contract.giveTotpCode, { pending: first.pending, code: used })).body,
    ).toMatchObject({
      step: 'refused',
      code: 'identity/code-wrong',
    })
    const next = totpCode(person.secret, soon())
    const { body } = await first.browser.call(contract.giveTotpCode, { pending: first.pending, code: next })
    expect(body).toEqual({ step: 'signed-in', state: 'signed-in' })
    const second = await pendingOf(person)
    const again = await second.browser.call(contract.giveTotpCode, { pending: second.pending, code: next })
    expect(again.body).toMatchObject({ step: 'refused', code: 'identity/code-wrong' })
  })

  test('an unfinished sign-in cannot be finished twice, nor made up', async () => {
    const person = await enrolled()
    const { pending, browser } = await pendingOf(person)
    await browser.call(contract.giveTotpCode, { pending, code: totpCode(person.secret, soon()) })
    for (const tried of [pending, 'made-up']) {
      const { body } = await standInBrowser(api.url).call(contract.giveTotpCode, { pending: tried, code: '123456' })
      expect(body).toMatchObject({ step: 'refused', code: 'identity/sign-in-expired' })
    }
  })

  test('the right password between wrong codes does not set the count back', async () => {
    const person = await enrolled()
    const codes: string[] = []
    for (let attempt = 0; attempt < 6; attempt++) {
      const { body: first } = await standInBrowser(api.url).call(contract.signInWithPassword, {
        name: person.signInName,
        password: person.password,
      })
      if (first.step !== 'second-factor') {
        codes.push(first.step === 'refused' ? first.code : first.step)
        continue
      }
      const { body } = await standInBrowser(api.url).call(contract.giveTotpCode, {
        pending: first.pending,
        code: '000000',
      })
      codes.push(body.step === 'refused' ? body.code : body.step)
    }
    expect(codes).toEqual([
      ...Array<string>(4).fill('identity/code-wrong'),
      'identity/locked-out',
      'identity/locked-out',
    ])
  })

  test('an enrolment that was never confirmed protects nothing and asks for nothing', async () => {
    const person = await newPerson(api.url, api.root)
    await person.browser.call(contract.beginTotpEnrolment)
    const wrong = await person.browser.call(contract.confirmTotpEnrolment, { code: '000000' })
    expect(wrong.problem).toMatchObject({ status: 422, code: 'identity/code-wrong' })
    const { body } = await standInBrowser(api.url).call(contract.signInWithPassword, {
      name: person.signInName,
      password: person.password,
    })
    expect(body.step).toBe('signed-in')
  })

  test('an enrolled app cannot be replaced silently, nor removed without the password, nor by an administrator at all', async () => {
    const person = await enrolled()
    expect((await person.browser.call(contract.beginTotpEnrolment)).problem).toMatchObject({
      code: 'identity/enrolled-already',
    })
    expect((await person.browser.call(contract.removeTotp, { password: 'khong dung' })).problem).toMatchObject({
      status: 422,
      code: 'identity/password-wrong',
    })
    const administrator = await enrolled('administrator')
    expect(
      (await administrator.browser.call(contract.removeTotp, { password: administrator.password })).problem,
    ).toMatchObject({
      code: 'identity/factor-needed',
    })
  })
})

test('the seed is sealed in the database, the picture shows it once', async () => {
  const { secret, picture, accountId } = await enrolled()
  expect(picture).toMatch(/^data:image\/png;base64,/)
  const { rows } = await sql<{
    text: string
  }>`select encode(secret_sealed, 'escape') as text from identity.totp where account_id = ${accountId}`.execute(api.db)
  expect(rows[0]?.text).not.toContain(secret)
})

test('confirming lifts an administrator out of the restriction, under a new token', async () => {
  const person = await newPerson(api.url, api.root, { kind: 'administrator' })
  expect((await person.browser.call(contract.currentSession)).body.state).toBe('must-enrol')
  const before = person.browser.cookie()
  const { body } = await person.browser.call(contract.beginTotpEnrolment)
  await person.browser.call(contract.confirmTotpEnrolment, { code: totpCode(body.secret, new Date()) })
  expect(person.browser.cookie()).not.toBe(before)
  expect((await person.browser.call(contract.currentSession)).body.state).toBe('signed-in')
})

test('a recovery code stands in for the app once; renewed codes replace the old', async () => {
  const person = await enrolled()
  const [first = '', second = ''] = person.recoveryCodes
  expect(person.recoveryCodes).toHaveLength(10)
  const one = await pendingOf(person)
  const { body } = await one.browser.call(contract.giveRecoveryCode, {
    pending: one.pending,
    code: first.toUpperCase(),
  })
  expect(body.step).toBe('signed-in')
  expect((await one.browser.call(contract.ownSecurity)).body.recoveryCodesLeft).toBe(9)
  const two = await pendingOf(person)
  expect((await two.browser.call(contract.giveRecoveryCode, { pending: two.pending, code: first })).body.step).toBe(
    'refused',
  )
  const renewed = await one.browser.call(contract.renewRecoveryCodes, { password: person.password })
  expect(renewed.body.recoveryCodes).toHaveLength(10)
  expect((await two.browser.call(contract.giveRecoveryCode, { pending: two.pending, code: second })).body.step).toBe(
    'refused',
  )
  const [fresh = ''] = renewed.body.recoveryCodes
  expect((await two.browser.call(contract.giveRecoveryCode, { pending: two.pending, code: fresh })).body.step).toBe(
    'signed-in',
  )
})

test('after removing the app the password needs fourteen characters again', async () => {
  const person = await enrolled()
  await person.browser.call(contract.removeTotp, { password: person.password })
  const { problem } = await person.browser.call(contract.changePassword, {
    current: person.password,
    wanted: 'Ngắn7!xa',
  })
  expect(problem?.errors?.map(({ code }) => code)).toEqual(['identity/password-too-short'])
})
