import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { buildCity, type City, done, draft } from './city.fixture.ts'

let api: TestApi
let city: City
beforeAll(async () => {
  api = await testApi()
  city = await buildCity(api.root)
})
afterAll(() => api.close())

const write = (reportId: string, text: string, version: number, key = 's2.text') =>
  api.root.call(contract.updateSection, { reportId, key, text, version })

test('what is written stands in the document, with figures in it, and is missing no more', async () => {
  const { reportId, missingCount } = await draft(api.root, city)
  const { body } = await write(reportId, 'Tổng số hồ sơ: {{measure:ho_so}}.\nTỷ lệ {{indicator:I.01 | as=percent}}.', 0)
  expect(body).toEqual({ key: 's2.text', version: 1, missingCount: missingCount - 1 })
  const { document } = await done(api.root, contract.getReport, { reportId })
  const block = document.sections[1]?.blocks[1]
  const said = block?.kind === 'text' ? block.paragraphs.map((runs) => runs.map(({ text }) => text).join('')) : []
  expect(said).toEqual(['Tổng số hồ sơ: 120.', 'Tỷ lệ 75%.'])
})

test('of two people who write at once the second is told', async () => {
  const { reportId } = await draft(api.root, city)
  await write(reportId, 'Người thứ nhất.', 0)
  const { problem } = await write(reportId, 'Người thứ hai.', 0)
  expect(problem).toMatchObject({ status: 409, code: 'reports/wording-changed', values: { version: 1 } })
})

test('words may stand beside a result in a table', async () => {
  const { reportId } = await draft(api.root, city)
  await write(reportId, 'Vượt kế hoạch', 0, 'table2/I.01')
  const { document } = await done(api.root, contract.getReport, { reportId })
  expect(JSON.stringify(document)).toContain('Vượt kế hoạch')
  expect(JSON.stringify(document)).toContain('75% (90/120)')
})

test('a placeholder nobody understands is refused and nothing is kept', async () => {
  const { reportId } = await draft(api.root, city)
  const { problem } = await write(reportId, 'Có {{so-lieu}}', 0)
  expect(problem).toMatchObject({ status: 400, code: 'reports/unknown-name', values: { word: 'so-lieu' } })
  expect((await done(api.root, contract.getReport, { reportId })).wording).toEqual([])
})

test('there is no writing where the template leaves no room', async () => {
  const { reportId } = await draft(api.root, city)
  const { problem } = await write(reportId, 'Chen vào', 0, 's1.text')
  expect(problem).toMatchObject({ status: 400, code: 'reports/no-such-place' })
})
