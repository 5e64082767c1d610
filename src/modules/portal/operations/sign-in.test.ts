import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { currentSession, ownRights } from '#modules/identity/contract.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { done } from '#testing/ward.ts'
import * as contract from '../contract.ts'
import { identifyCitizen } from '../identify-citizen.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ identify: identifyCitizen })
  await sql`insert into platform.fact (name, value) values ('demo', 'true')`.execute(api.db)
})
afterAll(() => api.close())

const asked = async (address: string) => (await done(api.anonymous.call(contract.askCode, { address }))).body
/** Signs in; the cookie of the session. */
async function signedIn(address: string): Promise<string> {
  const { codeId, demonstrationCode } = await asked(address)
  const answer = await api.anonymous.call(contract.giveCode, { codeId, code: demonstrationCode ?? '' })
  expect(answer.body).toMatchObject({ step: 'done' })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

test('a citizen signs in by a code, is known again by the same address, and signs out', async () => {
  const cookie = await signedIn('Lan@Example.vn')
  const headers = { cookie }
  const { body: citizen } = await done(api.anonymous.call(contract.currentCitizen, {}, headers))
  expect(citizen).toMatchObject({ address: 'la…@example.vn' })
  const other = await signedIn('lan@example.vn ')
  expect((await done(api.anonymous.call(contract.currentCitizen, {}, { cookie: other }))).body?.id).toBe(citizen?.id)
  await done(api.anonymous.call(contract.signOutCitizen, {}, headers))
  expect((await done(api.anonymous.call(contract.currentCitizen, {}, headers))).body).toBeNull()
  expect((await done(api.anonymous.call(contract.currentCitizen, {}, { cookie: other }))).body).not.toBeNull()
})

test('a code is good once, for ten minutes and five tries, and every refusal says the same', async () => {
  const wrong = { step: 'refused', code: 'portal/code-wrong' }
  const give = async (codeId: string, code: string) =>
    (await done(api.anonymous.call(contract.giveCode, { codeId, code }))).body
  const once = await asked('0912000001')
  expect(await give(once.codeId, once.demonstrationCode ?? '')).toMatchObject({ step: 'done' })
  expect(await give(once.codeId, once.demonstrationCode ?? '')).toMatchObject(wrong)
  const tried = await asked('0912000002')
  for (let time = 0; time < 5; time++) expect(await give(tried.codeId, 'abc')).toMatchObject(wrong)
  expect(await give(tried.codeId, tried.demonstrationCode ?? '')).toMatchObject(wrong)
  const old = await asked('0912000003')
  await sql`update portal.sign_in_code set expires_at = now() - interval '1 second' where id = ${old.codeId}`.execute(
    api.db,
  )
  expect(await give(old.codeId, old.demonstrationCode ?? '')).toMatchObject(wrong)
  expect(await give('01900000-0000-7000-8000-000000000001', '123456')).toMatchObject(wrong)
})

test('of many guesses at once no more are looked at than the tries there are', async () => {
  const { codeId, demonstrationCode } = await asked('0912000004')
  const right = demonstrationCode ?? ''
  const guess = () => done(api.anonymous.call(contract.giveCode, { codeId, code: 'abc' }))
  await Promise.all(Array.from({ length: 19 }, guess))
  const last = await done(api.anonymous.call(contract.giveCode, { codeId, code: right }))
  expect(last.body).toMatchObject({ step: 'refused' })
  const { rows } = await sql<{ tries: number }>`select tries from portal.sign_in_code where id = ${codeId}`.execute(
    api.db,
  )
  expect(rows[0]?.tries).toBe(20)
})

test('one address is not flooded, and what is no address is refused', async () => {
  for (let time = 0; time < 3; time++) await asked('0912000009')
  const { problem } = await api.anonymous.call(contract.askCode, { address: '+84912000009' })
  expect(problem).toMatchObject({ status: 429 })
  const none = await api.as({}).call(contract.askCode, { address: 'ai đó' })
  expect(none.problem).toMatchObject({ status: 400, errors: [{ code: 'portal/no-address' }] })
})

test('neither address nor code nor token lies readable in the database', async () => {
  const { rows } = await sql<{ text: string }>`
    select to_jsonb(c)::text || to_jsonb(s)::text as text from portal.citizen c join portal.session s on s.citizen_id = c.id`.execute(
    api.db,
  )
  for (const { text } of rows) expect(text).not.toMatch(/example|9120000|hdc_/)
})

test('a citizen is nobody among officials, and an official no citizen', async () => {
  const citizen = api.as({ kind: 'citizen' })
  expect((await citizen.call(ownRights)).problem).toMatchObject({ status: 403, code: 'platform/not-for-you' })
  expect((await done(citizen.call(currentSession))).body).toMatchObject({ state: 'anonymous' })
  expect((await api.root.call(contract.signOutCitizen)).problem).toMatchObject({ status: 403 })
})

test('without row security opened by a sign-in, nobody sees citizens', async () => {
  expect((await sql`select from portal.citizen`.execute(api.appDb)).rows).toEqual([])
  expect((await sql`select from portal.session`.execute(api.appDb)).rows).toEqual([])
})
