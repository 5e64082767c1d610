import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { generatedDocuments, staleDocuments, writeDocuments } from './generated.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

test('a missing, a changed and an equal document are told apart', () => {
  const house = mkdtempSync(join(tmpdir(), 'haidang-generated-test-'))
  folders.push(house)
  const documents = ['a', 'b', 'c'].map((name) => ({ path: `docs/generated/${name}.md`, text: `first\n${name}\n` }))
  writeDocuments(house, documents)
  expect(staleDocuments(house, documents)).toEqual([])
  writeFileSync(join(house, 'docs/generated/b.md'), 'first\nold\n')
  rmSync(join(house, 'docs/generated/c.md'))
  expect(staleDocuments(house, documents)).toEqual([
    'docs/generated/b.md: differs from line 2 on',
    'docs/generated/c.md: is missing',
  ])
})

test('the documents are the same when made twice, and describe an OpenAPI 3.1 platform', () => {
  const [openapi, ...lists] = generatedDocuments()
  expect(generatedDocuments()).toEqual([openapi, ...lists])
  expect(JSON.parse(openapi?.text ?? '')).toMatchObject({ openapi: '3.1.0', info: { title: 'Hải Đăng' } })
  expect(lists.map(({ path }) => path)).toEqual(['docs/generated/permissions.md', 'docs/generated/events.md'])
})
