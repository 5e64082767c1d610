import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { handlerContext, handlersByEvent } from '#server/events.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { byCode, byStandIn, type CitizenBrowser, newBrowser, whoIs } from '#testing/citizen-browser.ts'
import { buildProcedure, buildWard, done, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'
import { tidy } from '../handlers/tidy.ts'
import { identifyCitizen } from '../identify-citizen.ts'
import { signInThrough } from '../provider.ts'
import { type IdentityStandIn, startIdentityStandIn } from '../stand-ins/identity-provider.ts'

let api: TestApi
let ward: Ward
let procedure: string
let standIn: IdentityStandIn
beforeAll(async () => {
  api = await testApi({ identify: identifyCitizen })
  await sql`insert into platform.fact (name, value) values ('demo', 'true')`.execute(api.db)
  ward = await buildWard(api)
  procedure = await buildProcedure(api, { papers: [] })
  standIn = await startIdentityStandIn()
  signInThrough(standIn.provider)
})
beforeEach(() => sql`truncate platform.rate`.execute(api.db))
afterAll(async () => {
  signInThrough(undefined)
  await standIn.close()
  await api.close()
})

const begun = async (browser: CitizenBrowser) =>
  (await done(browser.call(contract.beginDraft, { procedureCode: procedure, unitId: ward.one }))).body.id

const keep = (browser: CitizenBrowser, draftId: string, name: string, value: unknown) =>
  browser.call(contract.keepField, { draftId, name, value })

/** Somebody who writes before signing in. */
async function writing() {
  const browser = newBrowser(api)
  const { body: citizen } = await done(browser.call(contract.beginUnsigned))
  expect(citizen).toMatchObject({ signedIn: false, address: null, verified: null })
  const draftId = await begun(browser)
  await done(keep(browser, draftId, 'subject.name', 'Nguyễn Thị Thử'))
  await done(keep(browser, draftId, 'consent.reuse', true))
  return { browser, draftId, citizen }
}

const read = (browser: CitizenBrowser, draftId: string) => browser.call(contract.getDraft, { draftId })

describe('written before signing in', () => {
  test('an application is kept field by field, and begun again it is the same person and the same application', async () => {
    const { browser, draftId, citizen } = await writing()
    expect((await browser.call(contract.beginUnsigned)).body.id).toBe(citizen.id)
    expect(await begun(browser)).toBe(draftId)
    expect((await read(browser, draftId)).body.fields).toMatchObject({ 'subject.name': 'Nguyễn Thị Thử' })
    expect((await read(newBrowser(api), draftId)).problem).toMatchObject({ status: 401 })
    const other = await writing()
    expect((await read(other.browser, draftId)).problem).toMatchObject({ status: 404 })
  })

  test('it is not handed in, nothing else is open, and no file is kept', async () => {
    const { browser, draftId } = await writing()
    const refused = { status: 403, code: 'portal/unsigned' }
    expect((await browser.call(contract.fileDraft, { draftId })).problem).toMatchObject(refused)
    expect((await browser.call(contract.listOwn)).problem).toMatchObject(refused)
    expect((await browser.call(contract.listConsents)).problem).toMatchObject(refused)
    expect((await browser.call(contract.beginProviderSignIn, { link: true })).problem).toMatchObject({ status: 401 })
    const sent = await fetch(`${api.url}/api/files?name=a.txt`, {
      method: 'POST',
      headers: { cookie: browser.cookie() ?? '', 'x-haidang': '1', 'content-type': 'text/plain' },
      body: 'a',
    })
    expect(sent.status).toBe(401)
  })

  test.each([
    ['by a code', (browser: CitizenBrowser) => byCode(browser, 'soan.truoc@example.vn')],
    ['through the provider of identities', (browser: CitizenBrowser) => byStandIn(browser, 'mo-phong-3')],
  ])('%s it is taken over whole, by that browser alone', async (_, signIn) => {
    const { browser, draftId, citizen } = await writing()
    const old = browser.cookie() ?? ''
    expect(await signIn(browser)).toMatchObject({ step: 'done' })
    const now = await whoIs(browser)
    expect(now).toMatchObject({ signedIn: true })
    expect(now?.id).not.toBe(citizen.id)
    expect((await read(browser, draftId)).body.fields).toMatchObject({ 'subject.name': 'Nguyễn Thị Thử' })
    expect(await begun(browser)).toBe(draftId)
    expect((await done(browser.call(contract.listConsents))).body.rows).toMatchObject([
      { purpose: 'reuse', given: true, draftId },
    ])
    // The earlier session is over.
    expect((await api.anonymous.call(contract.currentCitizen, {}, { cookie: old })).body).toBeNull()
  })

  test('a sign-in that is refused changes nothing', async () => {
    const { browser, draftId, citizen } = await writing()
    standIn.behave('wrong-signature')
    expect(await byStandIn(browser, 'mo-phong-1')).toMatchObject({ step: 'refused' })
    standIn.behave('well')
    expect((await whoIs(browser))?.id).toBe(citizen.id)
    expect((await read(browser, draftId)).body.fields).toMatchObject({ 'subject.name': 'Nguyễn Thị Thử' })
  })

  test('two sessions of one signed-in citizen take nothing from each other', async () => {
    const first = newBrowser(api)
    await byCode(first, 'hai.may@example.vn')
    const own = await begun(first)
    const { browser, draftId } = await writing()
    await byCode(browser, 'hai.may@example.vn')
    const { rows } = (await done(first.call(contract.listOwn))).body
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set([own, draftId]))
  })

  test('where the account has one of the same procedure, both are shown, either is gone on with, and only one that is named goes', async () => {
    const first = newBrowser(api)
    await byCode(first, 'hai.ho.so@example.vn')
    const own = await begun(first)
    const { browser, draftId } = await writing()
    const begin = (named?: string) =>
      browser.call(contract.beginDraft, { procedureCode: procedure, ...(named && { draftId: named }) })
    // Another's is not there before they are the same person.
    expect((await begin(own)).problem).toMatchObject({ status: 404, code: 'portal/unknown-draft' })
    expect((await done(begin())).body.open.map(({ id }) => id)).toEqual([draftId])
    await byCode(browser, 'hai.ho.so@example.vn')
    const { body } = await done(begin())
    expect(body.id).toBe(draftId)
    expect(body.open).toMatchObject([
      { id: draftId, name: 'Nguyễn Thị Thử', beganAt: expect.any(String), changedAt: expect.any(String) },
      { id: own, name: '' },
    ])
    expect((await done(begin(own))).body.id).toBe(own)
    expect((await done(begin(draftId))).body.fields).toMatchObject({ 'subject.name': 'Nguyễn Thị Thử' })
    await done(browser.call(contract.dropDraft, { draftId: own }))
    expect((await done(begin())).body.open.map(({ id }) => id)).toEqual([draftId])
    expect((await begin(own)).problem?.status).toBe(409)
  })
})

test('what nobody can come back to is forgotten; what was taken over stays', async () => {
  const left = await writing()
  const kept = await writing()
  const stays = await writing()
  await byCode(kept.browser, 'o.lai@example.vn')
  await sql`update portal.session set last_seen_at = now() - interval '61 minutes'
    where citizen_id = ${left.citizen.id}`.execute(api.db)
  expect((await read(left.browser, left.draftId)).problem).toMatchObject({ status: 401 })
  await api.appDb.transaction().execute((tx) => tidy.run(handlerContext(tx, handlersByEvent([]), new Date())))
  const { rows } = await sql<{ id: string }>`select id from portal.citizen`.execute(api.db)
  const ids = rows.map(({ id }) => id)
  expect(ids).not.toContain(left.citizen.id)
  expect(ids).toContain(stays.citizen.id)
  const drafts = await sql<{ id: string }>`select id from portal.draft`.execute(api.db)
  expect(drafts.rows.map(({ id }) => id)).not.toContain(left.draftId)
  expect((await read(kept.browser, kept.draftId)).status).toBe(200)
  expect((await read(stays.browser, stays.draftId)).status).toBe(200)
})
