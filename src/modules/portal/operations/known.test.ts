import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import { byStandIn, type CitizenBrowser, newBrowser } from '#testing/citizen-browser.ts'
import { aCitizen, both, formOf, publishedForm } from '#testing/citizens.ts'
import { buildProcedure, buildWard, done, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'
import { identifyCitizen } from '../identify-citizen.ts'
import { signInThrough } from '../provider.ts'
import { type IdentityStandIn, startIdentityStandIn } from '../stand-ins/identity-provider.ts'

let api: TestApi
let ward: Ward
let procedure: string
let standIn: IdentityStandIn
beforeAll(async () => {
  api = await testApi({ identify: identifyCitizen })
  ward = await buildWard(api)
  procedure = await buildProcedure(api, { papers: [] })
  await publishedForm(
    api,
    formOf([
      { name: 'ho_ten', kind: 'text', label: both('Họ tên'), known: 'name' },
      { name: 'ngay_sinh', kind: 'day', label: both('Ngày sinh'), known: 'bornOn' },
      { name: 'noi_o', kind: 'text', label: both('Nơi ở'), known: 'address' },
    ]),
    [procedure],
  )
  standIn = await startIdentityStandIn()
  signInThrough(standIn.provider)
})
afterAll(async () => {
  signInThrough(undefined)
  await standIn.close()
  await api.close()
})

const KNOWN = {
  name: 'Trần Văn Thử Nghiệm',
  identityNumber: '077085000034',
  bornOn: '1985-11-20',
  address: 'Số 25/3 đường Thử Nghiệm, khu phố 7',
}

async function signedIn(): Promise<CitizenBrowser> {
  const browser = newBrowser(api)
  expect(await byStandIn(browser, 'mo-phong-2')).toMatchObject({ step: 'done', citizen: { verified: KNOWN } })
  return browser
}

async function begun(browser: CitizenBrowser, actingFor: string) {
  const { body } = await done(browser.call(contract.beginDraft, { procedureCode: procedure, unitId: ward.one }))
  await done(browser.call(contract.keepField, { draftId: body.id, name: 'actingFor', value: actingFor }))
  return (await done(browser.call(contract.getDraft, { draftId: body.id }))).body
}

const agree = (browser: CitizenBrowser, given: boolean) =>
  done(browser.call(contract.setConsent, { purpose: 'known', given }))

test('nothing is put in before it is agreed to; then it is, where nothing stands, and on into the form', async () => {
  const browser = await signedIn()
  const before = await begun(browser, 'self')
  expect(Object.keys(before.fields)).not.toContain('subject.name')
  expect(before.forms[0]?.known).toEqual({})

  await agree(browser, true)
  await done(
    browser.call(contract.keepField, { draftId: before.id, name: 'subject.address', value: 'Nơi ở mới của tôi' }),
  )
  const { body: after } = await done(browser.call(contract.beginDraft, { procedureCode: procedure }))
  expect(after.fields).toMatchObject({
    'subject.name': KNOWN.name,
    'subject.identityNumber': KNOWN.identityNumber,
    'subject.bornOn': KNOWN.bornOn,
    'subject.address': 'Nơi ở mới của tôi',
  })
  expect(after.forms[0]?.known).toEqual({ ...KNOWN, address: 'Nơi ở mới của tôi' })

  // What the writer took away stays away.
  await done(browser.call(contract.keepField, { draftId: before.id, name: 'subject.identityNumber', value: '' }))
  const { body: again } = await done(browser.call(contract.beginDraft, { procedureCode: procedure }))
  expect(again.fields['subject.identityNumber']).toBe('')

  // Of who acts for another the form knows, what the application does not ask.
  const child = await begun(browser, 'child')
  expect(child.fields).toMatchObject({ 'representative.name': KNOWN.name })
  expect(Object.keys(child.fields)).not.toContain('representative.address')
  expect(child.forms[0]?.known).toEqual(KNOWN)

  await agree(browser, false)
  const { body: taken } = await done(browser.call(contract.getDraft, { draftId: before.id }))
  expect(taken.forms[0]?.known).not.toHaveProperty('address')
})

test('consents are listed as they hold now, by purpose and application, and taken back; the rows stay', async () => {
  const who = await aCitizen(api)
  const { body: draft } = await done(who.call(contract.beginDraft, { procedureCode: procedure, unitId: ward.one }))
  const draftId = draft.id
  await done(who.call(contract.keepField, { draftId, name: 'consent.reuse', value: true }))
  await done(who.call(contract.setConsent, { purpose: 'known', given: true, language: 'en' }))
  const { body: listed } = await done(who.call(contract.listConsents))
  expect(listed.rows).toMatchObject([
    { purpose: 'known', given: true, draftId: null, about: null },
    { purpose: 'reuse', given: true, draftId, caseCode: null },
  ])
  expect(listed.rows[1]?.about).not.toBeNull()
  const { body: after } = await done(who.call(contract.setConsent, { purpose: 'reuse', draftId, given: false }))
  expect(after.rows.find(({ purpose }) => purpose === 'reuse')).toMatchObject({ given: false })
  expect((await done(who.call(contract.getDraft, { draftId }))).body.fields['consent.reuse']).toBe(false)
  const { rows } = await sql<{ given: boolean; textHash: string }>`
    select given, text_hash as "textHash" from portal.consent where citizen_id = ${who.actorId} order by id`.execute(
    api.db,
  )
  expect(rows.map(({ given }) => given)).toEqual([true, true, false])
  expect(new Set(rows.map(({ textHash }) => textHash)).size).toBe(2)
})

test('a consent is about what it can be about, and about what is one’s own', async () => {
  const [who, other] = [await aCitizen(api), await aCitizen(api)]
  const { body: draft } = await done(other.call(contract.beginDraft, { procedureCode: procedure, unitId: ward.one }))
  const set = (input: Record<string, unknown>) => who.call(contract.setConsent, input)
  expect((await set({ purpose: 'known', draftId: draft.id, given: true })).problem).toMatchObject({ status: 400 })
  expect((await set({ purpose: 'reuse', given: true })).problem).toMatchObject({ code: 'portal/consent-about-what' })
  expect((await set({ purpose: 'reuse', draftId: draft.id, given: true })).problem).toMatchObject({ status: 404 })
  expect((await set({ purpose: 'push', given: true })).problem).toMatchObject({ status: 400 })
  expect((await done(who.call(contract.listConsents))).body.rows).toEqual([])
})
