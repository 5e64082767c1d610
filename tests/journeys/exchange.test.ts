import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, expectAccessible, expectNoSidewaysScroll, openContext, PHONE, picture } from '#testing/browser.ts'
import { settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** Between the national portal (simulated) and the wards: what waits while it is away, and what comes from it. */

const TABS = ['backlog', 'incoming', 'mismatches', 'connection'] as const

/** Tells the stand-in on its page how to behave, and how many dossiers citizens file. */
async function tell(page: Page, mood: string, filings = 0): Promise<void> {
  await page.goto('/exchange?tab=connection')
  await settled(page)
  await page.getByRole('combobox', { name: 'Cách cư xử' }).click()
  await page.getByRole('option', { name: mood, exact: true }).click()
  await page.getByLabel('Số hồ sơ giả lập công dân nộp').fill(String(filings))
  await page.getByRole('button', { name: 'Áp dụng' }).click()
  await page.getByText('Đã bảo cổng mô phỏng').first().waitFor()
}

async function receivedCase(): Promise<void> {
  const { context } = await openContext(browser, url)
  await signInAs(context, 'motcua.vungtau')
  const rights = (await (await context.request.get('/api/identity/own-rights')).json()) as {
    rights: { permission: string; unitId: string | null }[]
  }
  const unitId = rights.rights.find(({ permission }) => permission === 'cases:receive')?.unitId
  const answer = await context.request.post('/api/cases', {
    headers: { 'x-haidang': '1' },
    data: {
      procedureCode: '1.001193',
      receivedUnitId: unitId,
      channel: 'counter',
      subject: { kind: 'person', name: 'Trần Thị Minh Hoạ', phone: '0903123456' },
      missingReason: 'Nộp sau trong ngày',
    },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  await context.close()
}

test('while the portal is down the backlog keeps everything in sight, and it empties by itself once the portal is back', {
  timeout: 300_000,
}, async () => {
  const { context, page, defects } = await openContext(browser, url, { size: DESK })
  await signInAs(context, 'quantri')
  await tell(page, 'Không truy cập được', 3)
  await receivedCase()
  await page.goto('/exchange')
  await settled(page)
  await page.getByText('CỔNG MÔ PHỎNG').first().waitFor()
  await page.getByText('Cổng không trả lời').waitFor({ timeout: 60_000 })
  await page
    .getByText(/^Chờ gửi: [1-9]/)
    .first()
    .waitFor()
  await picture(page, 'exchange-down-1440')
  await expectAccessible(page)
  await tell(page, 'Bình thường')
  await page.goto('/exchange')
  await settled(page)
  await page.getByText('Liên lạc tốt lần cuối').waitFor({ timeout: 60_000 })
  // Live: nobody reloads the page.
  await page.getByText('Chờ gửi: 0').waitFor({ timeout: 120_000 })
  await page.getByText('Chờ thử lại: 0').waitFor({ timeout: 60_000 })
  await page.goto('/exchange?tab=incoming')
  await settled(page)
  await page.getByText('Đã thành hồ sơ').filter({ visible: true }).first().waitFor({ timeout: 60_000 })
  await picture(page, 'exchange-up-1440')
  expect(defects).toEqual([])
  await context.close()
})

test('every part of the exchange is readable for everyone, on desk and phone', { timeout: 300_000 }, async () => {
  for (const [size, language, dark] of [
    [PHONE, 'vi', false],
    [DESK, 'en', true],
  ] as const) {
    const { context, page, defects } = await openContext(browser, url, { size, language, dark })
    await signInAs(context, 'quantri')
    for (const tab of TABS) {
      await page.goto(`/exchange?tab=${tab}`)
      await settled(page)
      await picture(page, `exchange-${tab}-${size.width}`)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    }
    expect(defects).toEqual([])
    await context.close()
  }
})
