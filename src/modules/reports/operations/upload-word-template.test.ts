import { strToU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { WORD_TYPE } from '../outputs/word.ts'
import { buildCity, type City } from './city.fixture.ts'
import { replaceIn, withParts, wordOfLines } from './word-file.fixture.ts'

let api: TestApi
let city: City
beforeAll(async () => {
  api = await testApi()
  city = await buildCity(api.root)
})
afterAll(() => api.close())

async function upload(bytes: Uint8Array, caller = api.root) {
  const fileId = await caller.upload('mau.docx', WORD_TYPE, bytes)
  return caller.call(contract.uploadWordTemplate, { templateId: city.templateId, fileId, name: 'Mẫu của Văn phòng' })
}

test('placeholders are found, and those that mean nothing are named', async () => {
  const { body } = await upload(
    await wordOfLines([
      'Kỳ {{period}}, đúng hạn {{indicator:I.01 | as=percent}}',
      '{{#table:table1}}{{name}}: {{out}}{{/table:table1}}',
      '{{ky-bao-cao}} {{indicator:I.01 | as=dep}} {{#table:khong-co}}{{line}}{{/}}',
    ]),
  )
  expect(body.placeholders).toContain('{{period}}')
  expect(body.unknown).toEqual([
    { source: '{{ky-bao-cao}}', reason: 'unknown-name' },
    { source: '{{indicator:I.01 | as=dep}}', reason: 'unknown-value' },
    { source: '{{#table:khong-co}}', reason: 'unknown-name' },
  ])
})

describe('what is not a plain Word file is refused and nothing is kept', () => {
  test.each([
    ['a picture', async () => new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]), 'reports/not-a-word-file'],
    [
      'another zip',
      async () => withParts(await wordOfLines(['x']), (parts) => delete parts['word/document.xml']),
      'reports/not-a-word-file',
    ],
    [
      'macros',
      async () => withParts(await wordOfLines(['x']), (parts) => (parts['word/vbaProject.bin'] = strToU8('x'))),
      'reports/word-has-macros',
    ],
    [
      'an embedded program',
      async () =>
        withParts(await wordOfLines(['x']), (parts) => (parts['word/embeddings/oleObject1.bin'] = strToU8('x'))),
      'reports/word-has-objects',
    ],
    [
      'a picture from another server',
      async () =>
        withParts(await wordOfLines(['x']), (parts) =>
          replaceIn(
            parts,
            'word/_rels/document.xml.rels',
            '</Relationships>',
            '<Relationship Id="r99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://evil.example/a.png" TargetMode="External"/></Relationships>',
          ),
        ),
      'reports/word-has-links',
    ],
    [
      'a bomb',
      async () =>
        withParts(await wordOfLines(['x']), (parts) => (parts['word/media/a.bin'] = new Uint8Array(90 * 1024 * 1024))),
      'reports/word-too-big',
    ],
  ])('%s', async (_, make, code) => {
    const before = (await api.root.call(contract.listWordTemplates, { templateId: city.templateId })).body.wordTemplates
      .length
    const { problem } = await upload(await make())
    expect(problem).toMatchObject({ code })
    const after = (await api.root.call(contract.listWordTemplates, { templateId: city.templateId })).body.wordTemplates
      .length
    expect(after).toBe(before)
  })
})

test.each([
  ['Kỳ {{period', '{{period'],
  ['Kỳ {{period của {{year', '{{period của {{year'],
])('a placeholder without its end is named: %s', async (line, word) => {
  const { problem } = await upload(await wordOfLines([line, 'Năm {{year}}']))
  expect(problem).toMatchObject({ status: 400, code: 'reports/not-closed', values: { word } })
})

test('an ordinary hyperlink may stand in it', async () => {
  const bytes = withParts(await wordOfLines(['Xem trang']), (parts) =>
    replaceIn(
      parts,
      'word/_rels/document.xml.rels',
      '</Relationships>',
      '<Relationship Id="r98" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://vungtau.example" TargetMode="External"/></Relationships>',
    ),
  )
  expect((await upload(bytes)).status).toBe(200)
})

test('a right over one unit is not enough', async () => {
  const officer = api.as({ grants: [{ permission: 'reports:define', unitId: city.unitIds.city, reach: 'subtree' }] })
  expect((await upload(await wordOfLines(['x']), officer)).problem).toMatchObject({ status: 403 })
})
