import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { putClockAhead } from './clock.ts'

/** The two widths every journey is walked at: a phone and a desk. */
export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1440, height: 900 }

const PICTURES = join(import.meta.dirname, '../../build/pictures')
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** The one browser of the run, and where the platform answers. */
export async function openBrowser(): Promise<{ browser: Browser; url: string }> {
  return { browser: await chromium.connect(inject('browserEndpoint')), url: inject('platformUrl') }
}

type ContextOptions = { readonly size?: typeof PHONE; readonly language?: 'vi' | 'en'; readonly dark?: boolean }

/** A person's browser of their own, which fails the test at once on any script error or breach of the content policy. */
export async function openContext(
  browser: Browser,
  url: string,
  { size = DESK, language = 'vi', dark = false }: ContextOptions = {},
) {
  const context: BrowserContext = await browser.newContext({
    baseURL: url,
    viewport: size,
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    timezoneId: 'Asia/Ho_Chi_Minh',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  await liveAhead(context)
  const page = await context.newPage()
  const defects: string[] = []
  page.on('pageerror', (error) => defects.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Minified React|Uncaught/.test(message.text()))
      defects.push(message.text())
  })
  return { context, page, defects }
}

/** The pages live in the same hour as the platform. */
async function liveAhead(context: BrowserContext): Promise<void> {
  const ahead = inject('clockAheadMs')
  if (ahead > 0) await context.addInitScript({ content: `(${putClockAhead.toString()})(${ahead})` })
}

type AxeResult = {
  violations: { id: string; impact: string; help: string; nodes: { html: string; failureSummary: string }[] }[]
}

/** Fails with what axe (WCAG 2.2 AA and best practice) finds on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // Evaluated by the debugger, not as a script of the page: the content policy stays as it is.
  await page.evaluate(await readFile(AXE, 'utf8'))
  const result = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
  )) as AxeResult
  const found = result.violations.map(({ id, impact, help, nodes }) => ({
    id,
    impact,
    help,
    where: nodes
      .slice(0, 3)
      .map(({ html, failureSummary }) => `${html.slice(0, 160)} — ${failureSummary.slice(0, 200)}`),
  }))
  expect(found, page.url()).toEqual([])
}

/** Fails when the page is wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0)
}

/** A picture of the page, kept in build/pictures for people to look at. */
export async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage })
}
