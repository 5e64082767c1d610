import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { DEMO_PASSWORD, DEMO_TOTP_SECRET } from '#main/demo/identity-accounts.ts'
import { expectAccessible, expectNoSidewaysScroll, picture } from '#testing/browser.ts'
import { totpNow } from '#testing/totp.ts'

type Step = { readonly step: string; readonly pending?: string }

/** Signs a demonstration account in without the page, for journeys that are about something else. */
export async function signInAs(context: BrowserContext, name: string): Promise<void> {
  const headers = { 'x-haidang': '1' }
  const first = await context.request.post('/api/session/password', {
    headers,
    data: { name, password: DEMO_PASSWORD },
  })
  let answer = (await first.json()) as Step
  if (answer.step === 'second-factor') answer = await giveCode(context, answer.pending ?? '')
  expect(answer.step, `${name}: ${JSON.stringify(answer)}`).toBe('signed-in')
}

/** A code is good once, so someone who signs in again within its half minute waits for the next. */
async function giveCode(context: BrowserContext, pending: string): Promise<Step> {
  for (let tried = 0; ; tried++) {
    const data = { pending, code: totpNow(DEMO_TOTP_SECRET) }
    const answer = (await (
      await context.request.post('/api/session/totp', { headers: { 'x-haidang': '1' }, data })
    ).json()) as Step
    if (answer.step === 'signed-in' || tried >= 3) return answer
    await new Promise((resolve) => setTimeout(resolve, 30_000 - (Date.now() % 30_000) + 500))
  }
}

/** Waits until the page stands: its heading, and nothing still on its way. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
}

/** Waits until the page stands, keeps a picture of it, and holds it against what must be true of every page. */
export async function looked(page: Page, name: string): Promise<void> {
  await settled(page)
  await picture(page, name)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
}
