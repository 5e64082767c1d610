import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { organisation } from '#modules/organisation/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { openProvider, type StandInProvider, visitProvider } from '#testing/oidc.ts'
import * as contract from '../contract.ts'
import { totpCode } from '../credentials/totp.ts'
import { identify, identity } from '../index.ts'
import { redirectUri } from '../oidc-place.ts'
import { standInBrowser } from '../stand-ins/browser.ts'
import { newPerson } from '../stand-ins/people.ts'

let api: TestApi
let provider: StandInProvider
let issuer: string
let providerId: string

beforeAll(async () => {
  api = await testApi({ modules: [organisation, identity], identify })
  provider = await openProvider(redirectUri(), () => ({ email: 'lanh.dao@vidu.vn' }))
  ;({ issuer } = provider)
  const saved = await api.root.call(contract.saveProvider, {
    providerId: null,
    name: 'Xác thực của tỉnh',
    issuer,
    clientId: 'hai-dang',
    clientSecret: 'bi-mat',
  })
  providerId = saved.body.providerId
})
beforeEach(() => sql`truncate platform.rate`.execute(api.db))
afterAll(async () => {
  await provider.close()
  await api.close()
})

const visit = (url: string, subject: string) => visitProvider(url, subject, redirectUri())

async function link(person: { browser: ReturnType<typeof standInBrowser> }, subject: string) {
  const { body } = await person.browser.call(contract.beginOidcSignIn, { providerId, link: true })
  const query = await visit(body.url, subject)
  return person.browser.call(contract.finishOidcSignIn, { browserKey: body.browserKey, query })
}

const REFUSED = { step: 'refused', code: 'identity/provider-refused' }

describe('refusals', () => {
  test('a subject that nobody linked, even when its e-mail is that of an account', async () => {
    await api.root.call(contract.createAccount, {
      signInName: 'lanh.dao',
      displayName: 'Lãnh đạo',
      email: 'lanh.dao@vidu.vn',
    })
    const browser = standInBrowser(api.url)
    const { body } = await browser.call(contract.beginOidcSignIn, { providerId })
    const query = await visit(body.url, 'khong-lien-ket')
    expect((await browser.call(contract.finishOidcSignIn, { browserKey: body.browserKey, query })).body).toMatchObject(
      REFUSED,
    )
    expect(browser.cookie()).toBeNull()
  })

  test('an answer in another browser, a second time, or with another state', async () => {
    const person = await newPerson(api.url, api.root)
    await link(person, 'nguoi-a')
    const browser = standInBrowser(api.url)
    const { body } = await browser.call(contract.beginOidcSignIn, { providerId })
    const query = await visit(body.url, 'nguoi-a')
    const stolen = await standInBrowser(api.url).call(contract.finishOidcSignIn, { browserKey: 'another', query })
    expect(stolen.body).toMatchObject(REFUSED)
    const planted = await browser.call(contract.finishOidcSignIn, {
      browserKey: body.browserKey,
      query: query.replace(/state=[^&]+/, 'state=planted'),
    })
    expect(planted.body).toMatchObject(REFUSED)
    expect((await browser.call(contract.finishOidcSignIn, { browserKey: body.browserKey, query })).body.step).toBe(
      'signed-in',
    )
    expect((await browser.call(contract.finishOidcSignIn, { browserKey: body.browserKey, query })).body).toMatchObject(
      REFUSED,
    )
  })

  test('a code of another flow (PKCE, nonce), a cancelled visit, nonsense', async () => {
    const browser = standInBrowser(api.url)
    const one = (await browser.call(contract.beginOidcSignIn, { providerId })).body
    const two = (await browser.call(contract.beginOidcSignIn, { providerId })).body
    const codeOfOne = new URLSearchParams(await visit(one.url, 'nguoi-a')).get('code') ?? ''
    const ofTwo = new URLSearchParams(await visit(two.url, 'nguoi-a'))
    ofTwo.set('code', codeOfOne)
    expect(
      (await browser.call(contract.finishOidcSignIn, { browserKey: two.browserKey, query: `?${ofTwo}` })).body,
    ).toMatchObject(REFUSED)
    const three = (await browser.call(contract.beginOidcSignIn, { providerId })).body
    const state = new URL(three.url).searchParams.get('state') ?? ''
    const cancelled = `?error=access_denied&state=${state}&iss=${encodeURIComponent(issuer)}`
    expect(
      (await browser.call(contract.finishOidcSignIn, { browserKey: three.browserKey, query: cancelled })).body,
    ).toMatchObject(REFUSED)
    expect((await browser.call(contract.finishOidcSignIn, { browserKey: 'x', query: '%%%' })).body).toMatchObject(
      REFUSED,
    )
  })

  test('a provider that is unknown, out of use, not encrypted, or not there', async () => {
    const browser = standInBrowser(api.url)
    expect((await browser.call(contract.beginOidcSignIn, { providerId: crypto.randomUUID() })).problem).toMatchObject({
      status: 404,
    })
    expect((await browser.call(contract.beginOidcSignIn, { providerId, link: true })).problem).toMatchObject({
      status: 401,
    })
    const save = (changes: object) =>
      api.root.call(contract.saveProvider, {
        providerId: null,
        name: 'Khác',
        issuer: 'https://khong.vidu.vn',
        clientId: 'x',
        clientSecret: 'y',
        ...changes,
      })
    expect((await save({ issuer: 'http://khong.vidu.vn' })).problem).toMatchObject({
      status: 422,
      code: 'identity/provider-not-encrypted',
    })
    expect((await save({ providerId: crypto.randomUUID() })).problem).toMatchObject({ status: 404 })
    const { body: off } = await save({ active: false })
    expect((await browser.call(contract.beginOidcSignIn, { providerId: off.providerId })).problem).toMatchObject({
      status: 404,
    })
    const { body: gone } = await save({ issuer: 'http://127.0.0.1:9' })
    expect((await browser.call(contract.beginOidcSignIn, { providerId: gone.providerId })).problem).toMatchObject({
      status: 503,
      code: 'identity/provider-unreachable',
    })
  })

  test('a subject linked to somebody else', async () => {
    const one = await newPerson(api.url, api.root)
    const two = await newPerson(api.url, api.root)
    expect((await link(one, 'nguoi-b')).body.step).toBe('signed-in')
    expect((await link(two, 'nguoi-b')).body).toMatchObject(REFUSED)
  })
})

test('a linked person signs in there, and is listed and unlinked here', async () => {
  const person = await newPerson(api.url, api.root)
  await link(person, 'nguoi-c')
  const browser = standInBrowser(api.url)
  expect((await browser.call(contract.currentSession)).body.providers).toContainEqual({
    id: providerId,
    name: 'Xác thực của tỉnh',
  })
  const { body } = await browser.call(contract.beginOidcSignIn, { providerId })
  expect(new URL(body.url).searchParams.get('code_challenge_method')).toBe('S256')
  const query = await visit(body.url, 'nguoi-c')
  expect((await browser.call(contract.finishOidcSignIn, { browserKey: body.browserKey, query })).body).toEqual({
    step: 'signed-in',
    state: 'signed-in',
  })
  expect((await browser.call(contract.currentSession)).body.account?.id).toBe(person.accountId)
  const own = await browser.call(contract.ownSecurity)
  expect(own.body.providers.find(({ id }) => id === providerId)?.linkedAt).not.toBeNull()
  expect((await browser.call(contract.unlinkProvider, { providerId })).status).toBe(200)
  expect((await browser.call(contract.unlinkProvider, { providerId })).problem).toMatchObject({ status: 404 })
})

test('the second factor is still asked for, unless the provider counts as two', async () => {
  const person = await newPerson(api.url, api.root)
  const { body: begun } = await person.browser.call(contract.beginTotpEnrolment)
  await person.browser.call(contract.confirmTotpEnrolment, { code: totpCode(begun.secret, new Date()) })
  await link(person, 'nguoi-d')
  const signIn = async () => {
    const browser = standInBrowser(api.url)
    const { body } = await browser.call(contract.beginOidcSignIn, { providerId })
    const query = await visit(body.url, 'nguoi-d')
    return (await browser.call(contract.finishOidcSignIn, { browserKey: body.browserKey, query })).body
  }
  expect(await signIn()).toMatchObject({ step: 'second-factor', methods: ['totp', 'recovery-code'] })
  const { body } = await api.root.call(contract.listProviders)
  expect(JSON.stringify(body)).not.toContain('bi-mat')
  const saved = body.providers.find(({ id }) => id === providerId)
  await api.root.call(contract.saveProvider, {
    providerId,
    name: 'Xác thực của tỉnh',
    issuer,
    clientId: saved?.clientId ?? '',
    clientSecret: null,
    secondFactor: true,
  })
  expect(await signIn()).toMatchObject({ step: 'signed-in' })
  const { rows } = await sql<{
    text: string
  }>`select encode(client_secret_sealed, 'escape') as text from identity.oidc_provider where id = ${providerId}`.execute(
    api.db,
  )
  expect(rows[0]?.text).not.toContain('bi-mat')
})
