import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import { visitStandIn } from '#testing/citizen-browser.ts'
import * as contract from '../contract.ts'
import { MOODS } from '../domain/stand-in.ts'
import { identifyCitizen } from '../identify-citizen.ts'
import { returnPage, signInThrough } from '../provider.ts'
import { type IdentityStandIn, startIdentityStandIn } from './identity-provider.ts'

let api: TestApi
let standIn: IdentityStandIn
beforeAll(async () => {
  api = await testApi({ identify: identifyCitizen })
  standIn = await startIdentityStandIn({ slowMs: 100 })
  signInThrough(standIn.provider)
})
beforeEach(() => standIn.behave('well'))
afterAll(async () => {
  vi.useRealTimers()
  signInThrough(undefined)
  await standIn.close()
  await api.close()
})

const LABELS = ['Bản mô phỏng, không phải VNeID', 'A simulation, not VNeID']
const at = (path: string) => new URL(path, standIn.provider.issuer).href
const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(at(path), { method: 'POST', body: new URLSearchParams(form), redirect: 'manual', headers })

/** The page, which says what it is, in both languages. */
async function labelled(response: Response): Promise<string> {
  const text = await response.text()
  for (const label of LABELS) expect(text).toContain(label)
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  return text
}

const walk = (url: string, person = 'mo-phong-1', agreed = true) => visitStandIn(url, { person, agreed, see: labelled })

const begin = async () => (await api.anonymous.call(contract.beginProviderSignIn, { language: 'en' })).body
async function signIn(person?: string, agreed?: boolean) {
  const { url, browserKey } = await begin()
  const query = await walk(url, person, agreed)
  const answer = await api.anonymous.call(contract.finishProviderSignIn, { browserKey, query })
  return answer.body
}

test('the platform takes it as any provider, and learns what was asked for and agreed to', async () => {
  expect((await api.anonymous.call(contract.getSignInWays)).body).toEqual({
    provider: { name: 'VNeID', simulated: true },
  })
  expect(await signIn()).toMatchObject({
    step: 'done',
    citizen: {
      address: null,
      verified: {
        name: 'Nguyễn Thị Mô Phỏng',
        identityNumber: '077190000012',
        bornOn: '1990-02-28',
        address: 'Số 1 đường Mô Phỏng, khu phố 2',
        by: 'VNeID',
        simulated: true,
      },
    },
  })
  // Of somebody of the first level no more than a name.
  expect(await signIn('mo-phong-4')).toMatchObject({
    citizen: { verified: { name: 'Phạm Giả Định', identityNumber: null, bornOn: null, address: null } },
  })
})

describe('misbehaving', () => {
  test.each([
    ['refuses', 'portal/provider-declined'],
    ['wrong-signature', 'portal/provider-refused'],
    ['wrong-nonce', 'portal/provider-refused'],
    ['expired', 'portal/provider-refused'],
  ] as const)('%s: nobody is signed in, and is told so', async (mood, code) => {
    standIn.behave(mood)
    expect(await signIn()).toEqual({ step: 'refused', code })
  })

  test('slow: it takes a while', async () => {
    standIn.behave('slow')
    expect(await signIn()).toMatchObject({ step: 'done' })
  })

  test('down: nobody is sent there, and who is on the way back is told that it does not answer', async () => {
    const { url, browserKey } = await begin()
    const query = await walk(url)
    standIn.behave('down')
    const finished = await api.anonymous.call(contract.finishProviderSignIn, { browserKey, query })
    expect(finished.body).toEqual({ step: 'refused', code: 'portal/provider-silent' })
    const page = await fetch(url)
    expect(page.status).toBe(503)
    await labelled(page)
    // What was known of it a moment ago does not lead anybody there.
    vi.useFakeTimers({ now: Date.now() + 6000, toFake: ['Date'] })
    const begun = await api.anonymous.call(contract.beginProviderSignIn)
    vi.useRealTimers()
    expect(begun.problem).toMatchObject({ status: 503, code: 'portal/provider-unreachable' })
  })

  test('declined by the person, at either page', async () => {
    expect(await signIn('')).toEqual({ step: 'refused', code: 'portal/provider-declined' })
    expect(await signIn('mo-phong-2', false)).toEqual({ step: 'refused', code: 'portal/provider-declined' })
  })

  test('it is told on a page of its own, and by no other site', async () => {
    expect(await labelled(await fetch(at('/?lang=en')))).toContain('As it should')
    expect((await post('/mood', { mood: 'expired', lang: 'en' })).status).toBe(303)
    expect(await labelled(await fetch(at('/?lang=en')))).toContain('</b> Answers that have run out')
    expect((await post('/mood', { mood: 'well' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    await post('/mood', { mood: 'nonsense' })
    expect(await labelled(await fetch(at('/')))).toContain('</b> Trả lời đã hết hạn')
    for (const mood of MOODS) expect(await (await fetch(at('/'))).text()).toContain(`value="${mood}"`)
  })
})

test('a request that is not whole, or leads anywhere but back to a platform on this machine, is refused', async () => {
  const { url } = await begin()
  for (const [name, value] of [
    ['redirect_uri', `https://portal.example${new URL(returnPage(api.url)).pathname}`],
    ['redirect_uri', `${api.url}/elsewhere`],
    ['client_id', 'another'],
    ['code_challenge_method', 'plain'],
    ['response_type', 'token'],
    ['nonce', ''],
    ['scope', 'profile'],
  ] as const) {
    const wrong = new URL(url)
    wrong.searchParams.set(name, value)
    const answer = await fetch(wrong, { redirect: 'manual' })
    expect(answer.status, `${name}=${value}`).toBe(400)
    await labelled(answer)
  }
  expect((await post('/consent', { request: 'unknown', agreed: 'yes' })).status).toBe(400)
  expect((await post('/token', { client_id: 'hai-dang-minh-hoa', client_secret: 'guessed' })).status).toBe(401)
  expect((await fetch(at('/userinfo'), { headers: { authorization: 'Bearer guessed' } })).status).toBe(401)
})

test('a code is good once, with its verifier', async () => {
  const { url } = await begin()
  const code = new URLSearchParams(await walk(url)).get('code') ?? ''
  const { clientId, clientSecret } = standIn.provider
  const form = {
    grant_type: 'authorization_code',
    client_id: clientId,
    client_secret: clientSecret ?? '',
    redirect_uri: returnPage(api.url),
    code,
    code_verifier: 'guessed',
  }
  expect((await post('/token', form)).status).toBe(400)
  expect((await post('/token', form)).status).toBe(400)
})
