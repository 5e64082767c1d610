import { expect, test } from 'vitest'
import { menuGroups } from '#ui/shell-rules.ts'
import { modules, pages, related, subjects } from './modules.ts'

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

test('no group of the menu holds more than can be taken in at a glance', () => {
  const long = menuGroups(menu).filter(({ entries }) => entries.length > 7)
  expect(long.map(({ section, entries }) => [section, entries.length])).toEqual([])
})

test('links that a module puts on a page of another lead from a page to a page', () => {
  expect(related['/calendar']?.map(({ to }) => to)).toContain('/cases/calendar-move')
  for (const [from, links] of Object.entries(related)) {
    expect(pages.map(({ path }) => path)).toContain(from)
    for (const { to, permission } of links) expect(pages.find(({ path }) => path === to)).toMatchObject({ permission })
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

test('every kind of subject opens to a page that is there', () => {
  expect(Object.keys(subjects)).toContain('case')
  for (const [kind, page] of Object.entries(subjects)) {
    const shapes = pages.map(({ path }) => path.replace(/\$\w+/g, 'ID'))
    expect(shapes, kind).toContain(page('ID'))
  }
})
