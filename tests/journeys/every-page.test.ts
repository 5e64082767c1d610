import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, expectAccessible, expectNoSidewaysScroll, openContext, PHONE, picture } from '#testing/browser.ts'
import { settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** Every page that someone reaches from the menu, and the first thing each list opens: readable for everyone, on desk and phone. */

/** The addresses in the menu, and on each of those pages the first link that leads deeper. */
async function addressesFrom(page: Page): Promise<string[]> {
  const menu = await page
    .locator('nav a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  return [...new Set(['/', ...menu])]
}

/** The gallery shows how waiting looks, for ever, so what is waited for is its heading, still there when its parts have come. */
async function galleryStands(page: Page): Promise<void> {
  const heading = page.locator('main h1').first()
  await heading.waitFor()
  await page.waitForTimeout(1000)
  await heading.waitFor()
}

async function firstDeeper(page: Page, address: string): Promise<string | null> {
  const inside = page.locator(`main a[href^="${address === '/' ? '/indicators' : address}/"]`).first()
  return (await inside.count()) > 0 ? inside.getAttribute('href') : null
}

test.each([
  ['quantri', 'vi', DESK, false],
  ['quantri', 'en', PHONE, true],
  ['lanhdao', 'en', DESK, true],
  ['phuong.vungtau', 'vi', PHONE, false],
] as const)(
  '%s, %s: all pages are accessible and fit the window (%#)',
  { timeout: 600_000 },
  async (name, language, size, dark) => {
    const { context, page, defects } = await openContext(browser, url, { size, language, dark })
    await signInAs(context, name)
    await page.goto(`/?lang=${language}`)
    await settled(page)
    if (size === PHONE) await page.locator('header button[aria-expanded]').first().click()
    const queue = await addressesFrom(page)
    expect(queue.length).toBeGreaterThan(3)
    const seen = new Set<string>()
    const width = size === PHONE ? '390' : '1440'
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
      if (seen.has(address)) continue
      seen.add(address)
      await page.goto(address)
      if (address === '/gallery') await galleryStands(page)
      else await settled(page)
      await picture(page, `${name}-${language}-${width}${address.replaceAll(/[^a-z0-9]+/gi, '_').slice(0, 60)}`)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      const deeper = await firstDeeper(page, address)
      if (deeper) queue.push(deeper)
    }
    expect(defects).toEqual([])
    await context.close()
  },
)

/** The menu's group of this name: its heading, and the list under it. */
function group(page: Page, name: string) {
  const heading = page.locator('nav summary', { hasText: name })
  return { heading, list: page.getByRole('navigation').getByRole('list', { name }) }
}

test('the menu of an official stands in groups that fold by keyboard, stay as they were left and open where one is', async () => {
  const { context, page, defects } = await openContext(browser, url)
  await signInAs(context, 'lanhdao.phuong')
  await page.goto('/')
  await settled(page)
  const counter = group(page, 'Tại quầy')
  const lists = group(page, 'Thủ tục, danh mục')
  await counter.list.getByRole('link', { name: 'Tiếp nhận hồ sơ' }).waitFor()
  expect(await lists.list.count()).toBe(0)
  await lists.heading.focus()
  await page.keyboard.press('Enter')
  await lists.list.getByRole('link', { name: 'Thủ tục hành chính' }).waitFor()
  await counter.heading.focus()
  await page.keyboard.press('Space')
  await counter.list.waitFor({ state: 'detached' })
  await page.reload()
  await settled(page)
  await lists.list.waitFor()
  expect(await counter.list.count()).toBe(0)
  await page.goto('/cases/new')
  await settled(page)
  await counter.list.locator('[aria-current="page"]').waitFor()
  await picture(page, 'menu-1440', false)
  await page.setViewportSize(PHONE)
  await page.getByRole('button', { name: 'Trình đơn' }).click()
  await page.waitForTimeout(400)
  await picture(page, 'menu-390', false)
  await expectAccessible(page)
  await group(page, 'Giải quyết hồ sơ').list.getByRole('link', { name: 'Hồ sơ', exact: true }).click()
  await page.waitForURL('**/cases')
  await settled(page)
  await page.getByRole('navigation').waitFor({ state: 'hidden' })
  expect(defects).toEqual([])
  await context.close()
})
