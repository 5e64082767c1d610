import { expect, test } from 'vitest'
import { modules, pages } from './modules.ts'

const menu = modules.flatMap((module) => module.menu)

test('no two pages share an address', () => {
  const addresses = pages.map(({ path }) => path.replace(/\$\w+/g, '$'))
  expect(addresses).toEqual([...new Set(addresses)])
})

test('every entry of the menu leads to a page that whoever sees the entry may open', () => {
  for (const { to, permission = 'signed-in' } of menu) {
    const page = pages.find(({ path }) => path === to)
    expect(page, to).toBeDefined()
    expect(['signed-in', 'anyone', permission], to).toContain(page?.permission ?? 'signed-in')
  }
})

test('the pages that a session may have to pass first are there, open to anyone and without the shell', () => {
  for (const path of ['/sign-in', '/locked', '/change-password', '/second-factor'])
    expect(pages.find((page) => page.path === path)).toMatchObject({ permission: 'anyone', frame: 'bare' })
})

test('the start page, the search and one’s own security are there for every account', () => {
  for (const path of ['/', '/search', '/own-security'])
    expect(pages.find((page) => page.path === path)?.permission ?? 'signed-in').toBe('signed-in')
})

test('every page can be loaded', { timeout: 120_000 }, async () => {
  for (const { path, page } of pages) expect(await page(), path).toBeTypeOf('function')
})
