import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { WORD_TYPE } from '../outputs/word.ts'
import { buildCity, type City, done } from './city.fixture.ts'
import { wordOfLines } from './word-file.fixture.ts'

let api: TestApi
let city: City
beforeAll(async () => {
  api = await testApi()
  city = await buildCity(api.root)
})
afterAll(() => api.close())

test('the Word files of a template are listed with what was found in them', async () => {
  const { templateId } = city
  const fileId = await api.root.upload('mau.docx', WORD_TYPE, await wordOfLines(['{{period}} {{la}}']))
  await done(api.root, contract.uploadWordTemplate, { templateId, fileId, name: 'Mẫu 1' })
  const { wordTemplates } = await done(api.root, contract.listWordTemplates, { templateId })
  expect(wordTemplates).toMatchObject([
    { name: 'Mẫu 1', placeholders: ['{{period}}', '{{la}}'], unknown: [{ source: '{{la}}', reason: 'unknown-name' }] },
  ])
})
