import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import { byCode, type CitizenBrowser, newBrowser, whoIs } from '#testing/citizen-browser.ts'
import { openHostileProvider, openProvider, type StandInProvider, visitProvider } from '#testing/oidc.ts'
import * as contract from '../contract.ts'
import { identifyCitizen } from '../identify-citizen.ts'
import { returnPage } from '../provider.ts'

const PERSON = { name: 'Nguyễn Thị Minh Họa', identity_number: '079190000001', birthdate: '1990-02-28' }
let api: TestApi
let provider: StandInProvider

beforeAll(async () => {
  api = await testApi({ identify: identifyCitizen })
  await sql`insert into platform.fact (name, value) values ('demo', 'true')`.execute(api.db)
  provider = await openProvider(returnPage(api.url), (subject) => ({
    ...PERSON,
    email: subject.replace('+gia', ''),
    email_verified: !subject.includes('+gia'),
  }))
  use(provider)
})
beforeEach(() => sql`truncate platform.rate`.execute(api.db))
afterAll(async () => {
  vi.unstubAllEnvs()
  await provider.close()
  await api.close()
})

function use({ issuer }: StandInProvider): void {
  vi.stubEnv('CITIZEN_OIDC_ISSUER', issuer)
  vi.stubEnv('CITIZEN_OIDC_CLIENT_ID', 'hai-dang')
  vi.stubEnv('CITIZEN_OIDC_CLIENT_SECRET', 'bi-mat')
  vi.stubEnv('CITIZEN_OIDC_SCOPE', 'openid profile email')
}

const REFUSED = { step: 'refused', code: 'portal/provider-refused' }
const DECLINED = { step: 'refused', code: 'portal/provider-declined' }

async function come(browser: CitizenBrowser, subject: string, link = false) {
  const { body } = await browser.call(contract.beginProviderSignIn, { link })
  const query = await visitProvider(body.url, subject, returnPage(api.url))
  return (await browser.call(contract.finishProviderSignIn, { browserKey: body.browserKey, query })).body
}

test('whom the provider vouches for is signed in, known by name and number, and known again', async () => {
  const browser = newBrowser(api)
  expect((await browser.call(contract.getSignInWays)).body).toEqual({
    provider: { name: 'VNeID', simulated: false },
  })
  expect(await come(browser, 'hoa@example.vn')).toMatchObject({ step: 'done' })
  const first = await whoIs(browser)
  expect(first).toMatchObject({
    address: null,
    verified: { name: PERSON.name, identityNumber: PERSON.identity_number, bornOn: PERSON.birthdate, by: 'VNeID' },
  })
  const other = newBrowser(api)
  await come(other, 'hoa@example.vn')
  expect((await whoIs(other))?.id).toBe(first?.id)
  // Nothing of who they are can be read in the database.
  const { rows } = await sql<{ text: string }>`select to_jsonb(i)::text as text from portal.identity i`.execute(api.db)
  for (const { text } of rows) expect(text).not.toMatch(/Minh|079190000001|hoa@/)
})

describe('one person with two ways in', () => {
  test('an address that the provider verified is joined by a code to that address, and not without', async () => {
    const known = newBrowser(api)
    await byCode(known, 'me@example.vn')
    const before = await whoIs(known)
    const browser = newBrowser(api)
    const asked = await come(browser, 'me@example.vn')
    expect(asked).toMatchObject({ step: 'prove', address: 'me…@example.vn' })
    if (asked.step !== 'prove') return
    expect(await whoIs(browser)).toBeNull()
    const wrong = await browser.call(contract.giveCode, {
      codeId: asked.codeId,
      code: '000000x',
      pending: asked.pending,
    })
    expect(wrong.body).toMatchObject({ step: 'refused' })
    const given = { codeId: asked.codeId, code: asked.demonstrationCode ?? '', pending: asked.pending }
    expect((await browser.call(contract.giveCode, given)).body).toMatchObject({ step: 'done' })
    expect(await whoIs(browser)).toMatchObject({ id: before?.id, verified: { name: PERSON.name } })
    const later = newBrowser(api)
    expect(await come(later, 'me@example.vn')).toMatchObject({ step: 'done', citizen: { id: before?.id } })
  })

  test('a code to another address joins nobody', async () => {
    await byCode(newBrowser(api), 'nan.nhan@example.vn')
    const thief = newBrowser(api)
    const asked = await come(thief, 'nan.nhan@example.vn')
    if (asked.step !== 'prove') throw new Error(asked.step)
    const { body: own } = await thief.call(contract.askCode, { address: 'ke.gian@example.vn' })
    const given = { codeId: own.codeId, code: own.demonstrationCode ?? '', pending: asked.pending }
    expect((await thief.call(contract.giveCode, given)).body).toMatchObject({ step: 'refused' })
    expect(await whoIs(thief)).toBeNull()
    // Used up by the attempt.
    expect((await thief.call(contract.signInApart, { pending: asked.pending })).body).toEqual(REFUSED)
  })

  test('an address that the provider only repeats proves nothing: a citizen apart', async () => {
    const known = newBrowser(api)
    await byCode(known, 'chi@example.vn')
    const browser = newBrowser(api)
    expect(await come(browser, 'chi+gia@example.vn')).toMatchObject({ step: 'done' })
    expect((await whoIs(browser))?.id).not.toBe((await whoIs(known))?.id)
  })

  test('who cannot prove the address goes on apart, once', async () => {
    const known = newBrowser(api)
    await byCode(known, 'em@example.vn')
    const browser = newBrowser(api)
    const asked = await come(browser, 'em@example.vn')
    if (asked.step !== 'prove') throw new Error(asked.step)
    expect((await browser.call(contract.signInApart, { pending: asked.pending })).body).toMatchObject({ step: 'done' })
    expect((await whoIs(browser))?.id).not.toBe((await whoIs(known))?.id)
    expect((await browser.call(contract.signInApart, { pending: asked.pending })).body).toEqual(REFUSED)
  })

  test('signed in by code, the provider is linked in that session; what is linked elsewhere is not', async () => {
    const browser = newBrowser(api)
    await byCode(browser, '0912345001')
    const before = await whoIs(browser)
    expect(await come(browser, 'lien.ket@example.vn', true)).toMatchObject({
      step: 'done',
      citizen: { id: before?.id },
    })
    expect(await whoIs(browser)).toMatchObject({ id: before?.id, verified: { by: 'VNeID' } })
    const other = newBrowser(api)
    await byCode(other, '0912345002')
    expect(await come(other, 'lien.ket@example.vn', true)).toEqual({
      step: 'refused',
      code: 'portal/identity-elsewhere',
    })
    expect((await newBrowser(api).call(contract.beginProviderSignIn, { link: true })).problem).toMatchObject({
      status: 401,
    })
    // Begun in one session, finished in another.
    const { body } = await other.call(contract.beginProviderSignIn, { link: true })
    const query = await visitProvider(body.url, 'ai.do@example.vn', returnPage(api.url))
    const finish = { browserKey: body.browserKey, query }
    expect((await browser.call(contract.finishProviderSignIn, finish)).body).toEqual(REFUSED)
  })
})

describe('hostile answers', () => {
  test('replayed, in another browser, with another state, with a code of another flow, cancelled, too late, nonsense', async () => {
    const browser = newBrowser(api)
    const begin = async () => (await browser.call(contract.beginProviderSignIn)).body
    const finish = async (browserKey: string, query: string) =>
      (await browser.call(contract.finishProviderSignIn, { browserKey, query })).body
    const one = await begin()
    const query = await visitProvider(one.url, 'a@example.vn', returnPage(api.url))
    expect(await finish('another', query)).toEqual(REFUSED)
    expect(await finish(one.browserKey, query.replace(/state=[^&]+/, 'state=planted'))).toEqual(REFUSED)
    expect(await finish(one.browserKey, query)).toMatchObject({ step: 'done' })
    expect(await finish(one.browserKey, query)).toEqual(REFUSED)
    const [two, three] = [await begin(), await begin()]
    const swapped = new URLSearchParams(await visitProvider(three.url, 'a@example.vn', returnPage(api.url)))
    swapped.set(
      'code',
      new URLSearchParams(await visitProvider(two.url, 'b@example.vn', returnPage(api.url))).get('code') ?? '',
    )
    expect(await finish(three.browserKey, `?${swapped}`)).toEqual(REFUSED)
    const four = await begin()
    const state = new URL(four.url).searchParams.get('state') ?? ''
    const cancelled = `?error=access_denied&state=${state}&iss=${encodeURIComponent(provider.issuer)}`
    expect(await finish(four.browserKey, cancelled)).toEqual(DECLINED)
    const five = await begin()
    const late = await visitProvider(five.url, 'a@example.vn', returnPage(api.url))
    await sql`update portal.provider_flow set expires_at = now() - interval '1 second'`.execute(api.db)
    expect(await finish(five.browserKey, late)).toEqual(REFUSED)
    expect(await finish('x', '%%%')).toEqual(REFUSED)
  })

  test('wrong nonce, audience, issuer, signature, time, no subject: nobody is signed in', async () => {
    const hostile = await openHostileProvider('hai-dang')
    use(hostile)
    const past = Math.floor(Date.now() / 1000) - 3600
    const answered = async (
      claims: object | ((nonce: string) => object),
      signedBy: 'itself' | 'stranger' = 'itself',
    ) => {
      const browser = newBrowser(api)
      const { body } = await browser.call(contract.beginProviderSignIn)
      const asked = new URL(body.url).searchParams
      const nonce = asked.get('nonce') ?? ''
      hostile.say({ nonce, ...(typeof claims === 'function' ? claims(nonce) : claims) }, signedBy)
      const query = `?code=x&state=${asked.get('state')}`
      const answer = await browser.call(contract.finishProviderSignIn, { browserKey: body.browserKey, query })
      expect(browser.cookie() === null).toBe(answer.body.step !== 'done')
      return answer.body
    }
    try {
      for (const claims of [
        { nonce: 'another' },
        { nonce: undefined },
        { aud: 'another-client' },
        { aud: ['hai-dang', 'another-client'], azp: 'another-client' },
        { iss: 'https://another.example' },
        { exp: past, iat: past - 60 },
        { exp: undefined },
        { sub: undefined },
        { sub: '' },
      ])
        expect(await answered(claims), JSON.stringify(claims)).toEqual(REFUSED)
      expect(await answered({}, 'stranger')).toEqual(REFUSED)
      // The same answer without what is wrong is taken: it is the wrong alone that was refused.
      expect(await answered({})).toMatchObject({ step: 'done' })
    } finally {
      use(provider)
      await hostile.close()
    }
  })

  test('without a provider there is none, and one that is not there is said to be', async () => {
    const browser = newBrowser(api)
    vi.stubEnv('CITIZEN_OIDC_ISSUER', '')
    expect((await browser.call(contract.getSignInWays)).body).toEqual({ provider: null })
    expect((await browser.call(contract.beginProviderSignIn)).problem).toMatchObject({ code: 'portal/no-provider' })
    vi.stubEnv('CITIZEN_OIDC_ISSUER', 'http://127.0.0.1:9')
    expect((await browser.call(contract.beginProviderSignIn)).problem).toMatchObject({
      status: 503,
      code: 'portal/provider-unreachable',
    })
    use(provider)
  })
})
