import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import { modules } from './modules.ts'

/** No page of any kind, and no refusal, lets a script in that is not a file of ours. */
let api: TestApi
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'haidang-pages-'))
  await mkdir(join(folder, '.vite'))
  await mkdir(join(folder, 'assets'))
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html>\n<html><head><title>Trang</title></head><body></body></html>',
  )
  await writeFile(join(folder, 'sw.js'), '')
  await writeFile(join(folder, 'assets/main.js'), '')
  const manifest = { 'main.ts': { file: 'assets/main.js', name: 'served', isEntry: true } }
  await writeFile(join(folder, '.vite/manifest.json'), JSON.stringify(manifest))
  api = await testApi({ webFolder: folder })
})
afterAll(async () => {
  await api.close()
  await rm(folder, { recursive: true })
})

const served = modules
  .flatMap((module) => module.pages ?? [])
  .flatMap(({ method, path }) => ['', '/en'].map((side) => [method, side + path.replaceAll(/:\w+/g, 'x')] as const))
const PAGES: readonly (readonly [string, string])[] = [
  ...served,
  ...[
    '/',
    '/sign-in',
    '/indicators',
    '/nop-ho-so/1.001193',
    '/ho-so-cua-toi',
    '/ho-so-cua-toi/x',
    '/khong-co',
    '/sw.js',
  ].map((path) => ['GET', path] as const),
  ...[
    '/api/about',
    '/api/openapi.json',
    '/api/session',
    '/api/none',
    '/api/files',
    '/assets/main.js',
    '/assets/none.js',
  ].map((path) => ['GET', path] as const),
  ['POST', '/api/files'],
  ['OPTIONS', '/api/files/uploads'],
]

async function policyOf(method: string, path: string) {
  const answer = await api.anonymous.fetch(path, { method })
  const header = answer.headers.get('content-security-policy') ?? ''
  const rules = new Map(header.split('; ').map((rule) => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1)]))
  return { rules, markup: answer.headers.get('content-type')?.includes('html') ? await answer.text() : '' }
}

test.each(PAGES)('%s %s: scripts are files of ours, and nothing else', async (method, path) => {
  const { rules, markup } = await policyOf(method, path)
  expect(rules.get('script-src')).toEqual(["'self'"])
  expect(['self', 'none'].map((word) => `'${word}'`)).toContain(rules.get('default-src')?.join(' '))
  expect(rules.get('object-src')).toEqual(["'none'"])
  expect(rules.get('base-uri')).toEqual(["'none'"])
  for (const name of ['script-src-elem', 'script-src-attr']) expect(rules.has(name)).toBe(false)
  expect(rules.get('style-src')).not.toContain("'unsafe-inline'")
  // Every script of the markup is a file; what is data runs nothing.
  const scripts = markup.match(/<script\b[^>]*>/g) ?? []
  expect(scripts.filter((tag) => !/ src="\/|type="application\/ld\+json"/.test(tag))).toEqual([])
  expect(markup).not.toMatch(/\son[a-z]+\s*=|javascript:/i)
})

test('on pages of citizens no style is inline either; style elements bear the word of this one answer', async () => {
  for (const path of ['/nop-ho-so/1.001193', '/ho-so-cua-toi', '/ho-so-cua-toi/x', '/dich-vu', '/en/tra-cuu'])
    expect([...(await policyOf('GET', path)).rules.values()].flat().filter((word) => word.includes('unsafe'))).toEqual(
      [],
    )
  const [first, second] = [await policyOf('GET', '/ho-so-cua-toi'), await policyOf('GET', '/ho-so-cua-toi')]
  const word = /nonce="([^"]+)"/.exec(first.markup)?.[1] ?? ''
  expect(first.rules.get('style-src')).toEqual(["'self'", `'nonce-${word}'`])
  expect(second.rules.get('style-src')).not.toContain(`'nonce-${word}'`)
  // Of an address that only begins alike, and of what is not there, the common policy.
  expect((await policyOf('GET', '/nop-ho-so-khac')).rules.has('style-src-attr')).toBe(true)
})
