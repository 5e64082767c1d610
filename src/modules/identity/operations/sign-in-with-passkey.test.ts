import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { organisation } from '#modules/organisation/index.ts'
import { readConfig } from '#server/config.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { identify, identity } from '../index.ts'
import { softwareAuthenticator } from '../stand-ins/authenticator.ts'
import { standInBrowser } from '../stand-ins/browser.ts'
import { newPerson } from '../stand-ins/people.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [organisation, identity], identify })
})
beforeEach(() => sql`truncate platform.rate`.execute(api.db))
afterAll(() => api.close())

const ORIGIN = new URL(readConfig().publicUrl ?? `http://localhost:${readConfig().port}`).origin
// The options are what the browser's own library takes; the stand-in reads the three fields it needs.
const read = (options: unknown) => options as { challenge: string; rp?: { id?: string }; rpId?: string }

async function withPasskey(kind: 'personal' | 'administrator' = 'personal') {
  const person = await newPerson(api.url, api.root, { kind })
  const device = softwareAuthenticator(ORIGIN)
  const begun = await person.browser.call(contract.beginPasskeyEnrolment)
  const answer = device.create(read(begun.body.options))
  const { challengeId } = begun.body
  const finished = await person.browser.call(contract.finishPasskeyEnrolment, { challengeId, label: 'Máy bàn', answer })
  expect(finished.problem).toBeUndefined()
  return { ...person, device, passkeyId: finished.body.passkeyId, enrolment: { challengeId, answer } }
}

async function challenge(pending: string | null = null, browser = standInBrowser(api.url)) {
  const { body } = await browser.call(contract.beginPasskeySignIn, { pending })
  return { browser, challengeId: body.challengeId, options: read(body.options) }
}

const REFUSED = { step: 'refused', code: 'identity/passkey-refused' }

describe('refusals', () => {
  test('an answer given before, to another challenge, of another place, or without finger or PIN', async () => {
    const { device } = await withPasskey()
    const first = await challenge()
    const answer = device.get(first.options)
    const good = await first.browser.call(contract.signInWithPasskey, { challengeId: first.challengeId, answer })
    expect(good.body).toEqual({ step: 'signed-in', state: 'signed-in' })
    const replayed = await standInBrowser(api.url).call(contract.signInWithPasskey, {
      challengeId: first.challengeId,
      answer,
    })
    expect(replayed.body).toMatchObject(REFUSED)
    const other = await challenge()
    const moved = await other.browser.call(contract.signInWithPasskey, { challengeId: other.challengeId, answer })
    expect(moved.body).toMatchObject(REFUSED)
    const third = await challenge()
    const unverified = device.get(third.options, { verified: false })
    expect(
      (await third.browser.call(contract.signInWithPasskey, { challengeId: third.challengeId, answer: unverified }))
        .body,
    ).toMatchObject(REFUSED)
    const fourth = await challenge()
    const elsewhere = device.get({ ...fourth.options, rpId: 'evil.example' })
    expect(
      (await fourth.browser.call(contract.signInWithPasskey, { challengeId: fourth.challengeId, answer: elsewhere }))
        .body,
    ).toMatchObject(REFUSED)
  })

  test('a device whose counter went back was copied', async () => {
    const { device } = await withPasskey()
    const first = await challenge()
    await first.browser.call(contract.signInWithPasskey, {
      challengeId: first.challengeId,
      answer: device.get(first.options, { step: 5 }),
    })
    const second = await challenge()
    const copied = device.get(second.options, { step: -3 })
    expect(
      (await second.browser.call(contract.signInWithPasskey, { challengeId: second.challengeId, answer: copied })).body,
    ).toMatchObject(REFUSED)
  })

  test('a stranger’s passkey, a page elsewhere and nonsense', async () => {
    await withPasskey()
    const { browser, challengeId, options } = await challenge()
    const stranger = softwareAuthenticator(ORIGIN).get(options)
    expect((await browser.call(contract.signInWithPasskey, { challengeId, answer: stranger })).body).toMatchObject(
      REFUSED,
    )
    const person = await newPerson(api.url, api.root)
    const begun = await person.browser.call(contract.beginPasskeyEnrolment)
    const phished = softwareAuthenticator('https://evil.example').create(read(begun.body.options))
    expect(
      (
        await person.browser.call(contract.finishPasskeyEnrolment, {
          challengeId: begun.body.challengeId,
          label: 'x',
          answer: phished,
        })
      ).problem,
    ).toMatchObject({ status: 422, code: 'identity/passkey-refused' })
    for (const answer of [{}, { id: 5 }, { id: 'x', response: { clientDataJSON: '%%%' } }]) {
      const next = await challenge()
      expect(
        (await next.browser.call(contract.signInWithPasskey, { challengeId: next.challengeId, answer })).body,
      ).toMatchObject(REFUSED)
    }
  })

  test('an enrolment answer is good once', async () => {
    const { browser, enrolment } = await withPasskey()
    const again = await browser.call(contract.finishPasskeyEnrolment, { ...enrolment, label: 'Lần hai' })
    expect(again.problem).toMatchObject({ code: 'identity/passkey-refused' })
  })

  test('the last second factor of an administrator stays', async () => {
    const { browser, passkeyId } = await withPasskey('administrator')
    expect((await browser.call(contract.removePasskey, { passkeyId })).problem).toMatchObject({
      code: 'identity/factor-needed',
    })
  })
})

test('a passkey alone signs an administrator in, without a name', async () => {
  const { device, accountId } = await withPasskey('administrator')
  const { browser, challengeId, options } = await challenge()
  await browser.call(contract.signInWithPasskey, { challengeId, answer: device.get(options) })
  const { body } = await browser.call(contract.currentSession)
  expect(body).toMatchObject({ state: 'signed-in', account: { id: accountId }, unlockBy: ['password', 'passkey'] })
})

test('a passkey is the second step after the password, of its own account only', async () => {
  const one = await withPasskey()
  const two = await withPasskey()
  const browser = standInBrowser(api.url)
  const { body: first } = await browser.call(contract.signInWithPassword, {
    name: one.signInName,
    password: one.password,
  })
  if (first.step !== 'second-factor') throw new Error(first.step)
  expect(first.methods).toEqual(['passkey'])
  const foreign = await challenge(first.pending, browser)
  const answer = two.device.get(foreign.options)
  expect(
    (
      await browser.call(contract.signInWithPasskey, {
        challengeId: foreign.challengeId,
        pending: first.pending,
        answer,
      })
    ).body,
  ).toMatchObject(REFUSED)
  const own = await challenge(first.pending, browser)
  const right = one.device.get(own.options)
  const { body } = await browser.call(contract.signInWithPasskey, {
    challengeId: own.challengeId,
    pending: first.pending,
    answer: right,
  })
  expect(body.step).toBe('signed-in')
})

test('a locked screen opens with the passkey, and a sign-in challenge does not open it', async () => {
  const { browser, device } = await withPasskey()
  await browser.call(contract.lockSession)
  expect((await browser.call(contract.currentSession)).body.state).toBe('locked')
  const elsewhere = await challenge()
  const stray = device.get(elsewhere.options)
  expect(
    (await browser.call(contract.unlockSession, { challengeId: elsewhere.challengeId, answer: stray })).body,
  ).toMatchObject(REFUSED)
  const { challengeId, options } = await challenge(null, browser)
  const before = browser.cookie()
  const { body } = await browser.call(contract.unlockSession, { challengeId, answer: device.get(options) })
  expect(body.step).toBe('signed-in')
  expect(browser.cookie()).not.toBe(before)
  expect((await browser.call(contract.currentSession)).body.state).toBe('signed-in')
})
