import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from '#testing/browser.ts'

/** Of the file that imports them, from its first test to its last. */
export let browser: Browser
/** Where the platform is. */
export let url: string

beforeAll(async () => {
  ;({ browser, url } = await openBrowser())
})
afterAll(() => browser.close())
