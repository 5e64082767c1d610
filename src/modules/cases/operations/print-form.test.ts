import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createUnit } from '#modules/organisation/contract.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { getDesk, printBook, printForm, setDesk } from '../contract/forms.ts'
import { type KeptCase, keepCase, keepProcedure } from '../store/printed.fixture.ts'

let api: TestApi
let unitId: string
let otherId: string
let kept: KeptCase
let officer: Caller
let stranger: Caller

beforeAll(async () => {
  api = await testApi()
  const unit = async (name: string) => {
    const { body } = await api.root.call(createUnit, { name, kind: 'ward', level: 'commune', validFrom: '2025-07-01' })
    return body.unitId
  }
  unitId = await unit('Phường Vũng Tàu')
  otherId = await unit('Phường Rạch Dừa')
  kept = await keepCase(api.db, await keepProcedure(api.db), { unitId })
  const reading = (id: string) => api.as({ grants: [{ permission: 'cases:read', unitId: id, reach: 'own' }] })
  officer = reading(unitId)
  stranger = reading(otherId)
})
afterAll(() => api.close())

async function textOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true })
  return text.normalize('NFC').replace(/\s+/g, ' ')
}

test('an officer prints the receipt, with the desk once it is known', async () => {
  const desk = { name: 'Trung tâm Phục vụ hành chính công', address: '89 Lý Thường Kiệt', phone: '0254 3852 000' }
  expect((await api.root.call(setDesk, { unitId, ...desk })).status).toBe(200)
  expect((await officer.call(getDesk, { unitId })).body.desk).toEqual(desk)
  const { body, status } = await officer.call(printForm, { caseId: kept.caseId, form: '01', language: 'en' })
  expect(status).toBe(200)
  expect(body).toMatchObject({ name: `Mau-01-${kept.code}.pdf`, mediaType: 'application/pdf' })
  const said = await textOf(body.bytes)
  for (const piece of [
    'ỦY BAN NHÂN DÂN PHƯỜNG VŨNG TÀU',
    'Trần Thị Bích Ngọc',
    '02 (bộ)',
    '0254 3852 000',
    'Bản dịch tham khảo',
  ])
    expect(said).toContain(piece)
})

test('forms 02 and 06 come from the log', async () => {
  const asked = await officer.call(printForm, { caseId: kept.caseId, form: '02' })
  expect(await textOf(asked.body.bytes)).toContain('Quyết định ly hôn')
  const slip = await officer.call(printForm, { caseId: kept.caseId, form: '06' })
  expect(await textOf(slip.body.bytes)).toContain('Lê Thị Một Cửa')
})

test('a form that says nothing of the case is refused and named', async () => {
  for (const form of ['03', '04', '05'])
    expect((await officer.call(printForm, { caseId: kept.caseId, form })).problem).toMatchObject({
      status: 409,
      code: 'cases/form-not-applicable',
      values: { form },
    })
})

test('for another unit the case is not there', async () => {
  expect((await stranger.call(printForm, { caseId: kept.caseId, form: '01' })).problem).toMatchObject({ status: 404 })
})

test('the book holds the cases of the unit and the time, and of no other', async () => {
  const days = { from: '2026-11-01', to: '2026-11-30' }
  const { body } = await officer.call(printBook, { unitId, ...days })
  expect(await textOf(body.bytes)).toContain('261116-0001')
  const before = await officer.call(printBook, { unitId, from: '2026-10-01', to: '2026-10-31' })
  expect(await textOf(before.body.bytes)).toContain('Không có hồ sơ nào')
  expect((await stranger.call(printBook, { unitId, ...days })).status).toBe(403)
  expect((await officer.call(printBook, { unitId, from: '2026-11-30', to: '2026-11-01' })).problem).toMatchObject({
    code: 'cases/book-days',
  })
})

test('who reads a form, and who tries to, is in the log of acts', async () => {
  const logged = await api.db
    .$extendTables<{ 'platform.audit': { operation: string; outcome: string } }>()
    .selectFrom('platform.audit')
    .select('outcome')
    .where('operation', '=', 'cases.print-form')
    .execute()
  const outcomes = logged.map(({ outcome }) => outcome)
  expect(outcomes.filter((outcome) => outcome === 'read').length).toBeGreaterThan(2)
  expect(
    outcomes.filter((outcome) => outcome !== 'read').every((outcome) => /not-found|not-allowed/.test(outcome)),
  ).toBe(true)
})
