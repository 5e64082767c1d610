import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { newId } from '#kernel/id.ts'
import { createUnit } from '#modules/organisation/contract.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { type ClamdStandIn, clamdStandIn } from '#testing/clamd.ts'
import { checkFile, getPaperFile, imagesToPdf } from '../contract/files.ts'
import { EICAR, pngOf, rawPdf } from '../gateways/files/hostile.fixture.ts'
import { type KeptCase, keepCase, keepPaperFile, keepProcedure } from '../store/printed.fixture.ts'

let api: TestApi
let clamd: ClamdStandIn
let kept: KeptCase
let officer: Caller
let stranger: Caller

beforeAll(async () => {
  clamd = await clamdStandIn()
  api = await testApi()
  const unit = async (name: string) => {
    const { body } = await api.root.call(createUnit, { name, kind: 'ward', level: 'commune', validFrom: '2025-07-01' })
    return body.unitId
  }
  const unitId = await unit('Phường Vũng Tàu')
  kept = await keepCase(api.db, await keepProcedure(api.db), { unitId })
  const reading = (id: string) => api.as({ grants: [{ permission: 'cases:read', unitId: id, reach: 'own' }] })
  officer = reading(unitId)
  stranger = reading(await unit('Phường Rạch Dừa'))
})
beforeEach(() => {
  clamd.manner = 'scans'
  useScanner(true)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await api.close()
  await clamd.close()
})

function useScanner(on: boolean): void {
  vi.stubEnv('CLAMD_HOST', on ? '127.0.0.1' : '')
  vi.stubEnv('CLAMD_PORT', String(clamd.port))
}

const photo = async () =>
  new Uint8Array(
    await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a05030' } })
      .png()
      .toBuffer(),
  )
const found = async (fileId: string, who = officer) => (await who.call(checkFile, { fileId })).body

test('a picture comes back drawn anew, under its name, and clean', async () => {
  const fileId = await officer.upload('Giấy khai sinh.png', 'image/png', await photo())
  expect(await found(fileId)).toMatchObject({
    name: 'Giấy khai sinh.webp',
    mediaType: 'image/webp',
    state: 'clean',
    refusal: null,
  })
})

test('what the scanner knows is infected, and so it stays', async () => {
  const fileId = await officer.upload('don.pdf', 'application/pdf', EICAR)
  expect(await found(fileId)).toMatchObject({ state: 'infected', refusal: 'cases/file-infected', warnings: [] })
  useScanner(false)
  expect(await found(fileId)).toMatchObject({ state: 'infected' })
})

test('hostile files are refused with what is wrong with them', async () => {
  const bomb = await officer.upload('anh.png', 'image/png', pngOf(60_000, 60_000))
  expect(await found(bomb)).toMatchObject({ state: 'refused', refusal: 'cases/file-bomb' })
  const named = await officer.upload('anh.jpg', 'image/jpeg', await photo())
  expect(await found(named)).toMatchObject({
    state: 'refused',
    refusal: 'cases/file-name-mismatch',
    mediaType: 'image/png',
  })
})

test('without a scanner a file is unchecked and says so; with one that is down it waits', async () => {
  useScanner(false)
  const free = await officer.upload('a.pdf', 'application/pdf', rawPdf(''))
  expect(await found(free)).toMatchObject({ state: 'unchecked', warnings: ['cases/scanner-none'] })
  useScanner(true)
  clamd.manner = 'hangs-up'
  const waiting = await officer.upload('a.pdf', 'application/pdf', rawPdf(''))
  expect(await found(waiting)).toMatchObject({ state: 'unchecked', warnings: ['cases/scanner-down'] })
  const paperId = await keepPaperFile(api.db, kept.caseId, waiting)
  const asked = { caseId: kept.caseId, paperId }
  expect((await officer.call(getPaperFile, asked)).problem).toMatchObject({
    status: 503,
    code: 'cases/file-waits-for-scanner',
  })
  clamd.manner = 'scans'
  expect((await officer.call(getPaperFile, asked)).body.mediaType).toBe('application/pdf')
})

test("somebody else's upload is not there", async () => {
  const fileId = await officer.upload('a.png', 'image/png', await photo())
  expect((await stranger.call(checkFile, { fileId })).status).toBe(404)
  expect((await stranger.call(imagesToPdf, { fileIds: [fileId], title: 'x' })).status).toBe(404)
})

test('the file of a paper is shown with nothing allowed to run, and only where the case may be seen', async () => {
  const fileId = await officer.upload('to-khai.png', 'image/png', await photo())
  const paperId = await keepPaperFile(api.db, kept.caseId, fileId)
  const asked = { caseId: kept.caseId, paperId }
  const shown = await officer.call(getPaperFile, { ...asked, inline: true })
  expect(shown.status).toBe(200)
  expect(shown.headers.get('content-disposition')).toMatch(/^inline; /)
  expect(shown.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
  const { headers } = await officer.call(getPaperFile, asked)
  expect(headers.get('content-disposition')).toMatch(/^attachment; /)
  expect((await stranger.call(getPaperFile, asked)).problem).toMatchObject({ status: 404, code: 'cases/not-found' })
  expect((await officer.call(getPaperFile, { ...asked, paperId: newId() })).status).toBe(404)
})

test('an infected file of a case is opened by nobody', async () => {
  const fileId = await officer.upload('don.pdf', 'application/pdf', EICAR)
  const paperId = await keepPaperFile(api.db, kept.caseId, fileId)
  expect((await api.root.call(getPaperFile, { caseId: kept.caseId, paperId })).problem).toMatchObject({
    status: 422,
    code: 'cases/file-infected',
  })
})

test('scanned pages become one PDF that is as safe as its pages', async () => {
  const fileIds = await Promise.all(
    ['1.png', '2.png'].map(async (name) => officer.upload(name, 'image/png', await photo())),
  )
  const { body } = await officer.call(imagesToPdf, { fileIds, title: 'Hộ khẩu / cũ' })
  expect(body).toMatchObject({ name: 'Hộ khẩu - cũ.pdf', mediaType: 'application/pdf', state: 'clean' })
  const pdf = await officer.upload('a.pdf', 'application/pdf', rawPdf(''))
  expect((await officer.call(imagesToPdf, { fileIds: [pdf], title: 'x' })).problem).toMatchObject({
    code: 'cases/file-not-an-image',
  })
})
