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
