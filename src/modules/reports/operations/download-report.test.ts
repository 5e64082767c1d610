import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { WORD_TYPE } from '../outputs/word.ts'
import { buildCity, type City, done, draft, issue } from './city.fixture.ts'
import { wordOfLines, wordsOf } from './word-file.fixture.ts'

let api: TestApi
let city: City
beforeAll(async () => {
  api = await testApi()
  city = await buildCity(api.root)
})
afterAll(() => api.close())

const START = { docx: 'PK', xlsx: 'PK', pdf: '%PDF-1.7' }

test.each(['docx', 'pdf', 'xlsx'] as const)('an issued report comes as %s, named by its number', async (format) => {
  const { reportId, number } = await issue(api.root, city)
  const file = await done(api.root, contract.downloadReport, { reportId, format })
  expect(Buffer.from(file.bytes).subarray(0, START[format].length).toString('latin1')).toBe(START[format])
  expect(file.name).toBe(`${number?.replace('/', '-')}-2023.${format}`)
})

test('a draft comes too, and says so in its name', async () => {
  const { reportId } = await draft(api.root, city)
  const { name, bytes } = await done(api.root, contract.downloadReport, { reportId, format: 'docx' })
  expect(name).toMatch(/^Du-thao-BC-UBND/)
  expect(wordsOf(bytes).join(' ')).toContain('DỰ THẢO')
})

test("the office's own Word file is filled with the same values", async () => {
  const { templateId } = city
  const lines = [
    'Kỳ {{period}} của {{unit}}, số {{number}}',
    'Đúng hạn {{indicator:I.01}}; phường gửi {{measure:vb_di | unit=wards}}',
    '{{#table:table1}}{{stt}}. {{name}} {{out}};{{/table:table1}}',
    '{{#bases}}{{line}}|{{/bases}}',
    '{{khong-hieu}}',
  ]
  const fileId = await api.root.upload('mau.docx', WORD_TYPE, await wordOfLines(lines))
  const { wordTemplateId } = await done(api.root, contract.uploadWordTemplate, { templateId, fileId, name: 'Mẫu' })
  const { reportId, number } = await issue(api.root, city)
  const { bytes } = await done(api.root, contract.downloadReport, { reportId, format: 'docx', wordTemplateId })
  expect(wordsOf(bytes)).toEqual([
    `Kỳ 9 tháng năm 2023 của Thành phố Vũng Tàu, số Số: ${number}`,
    'Đúng hạn 75% (90/120); phường gửi 6',
    'I. UBND thành phố 5;1. Phòng Nội vụ 10;2. Phòng Kinh tế 20;II. Phường, xã ;1. Phường 1 1;2. Phường 2 2;3. Phường 10 3;. Tổng cộng 41;',
    'Thực hiện Quyết định số 1;|Thực hiện Quyết định số 2.|',
    '{{khong-hieu}}',
  ])
})

test('another city cannot download it', async () => {
  const { reportId } = await draft(api.root, city)
  const stranger = api.as({ grants: [{ permission: 'reports:read', unitId: city.unitIds.other, reach: 'subtree' }] })
  const { problem } = await stranger.call(contract.downloadReport, { reportId, format: 'pdf' })
  expect(problem).toMatchObject({ status: 404, code: 'reports/not-found' })
})
