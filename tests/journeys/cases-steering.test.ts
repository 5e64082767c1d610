import type { BrowserContext } from 'playwright-core'
import { expect, test } from 'vitest'
import { addDays, dayAt } from '#kernel/calendar.ts'
import { DESK, expectAccessible, expectNoSidewaysScroll, openContext, PHONE, picture } from '#testing/browser.ts'
import { settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** A day is declared off: whoever steers the cases of the ward sees which deadlines that moves, and moves one by decision. */

const headers = { 'x-haidang': '1' }
const DECISION = '99/QĐ-UBND thử'

type Moves = { readonly moves: readonly { readonly code: string; readonly wouldBeDueAt: string }[] }

async function movesSeen(context: BrowserContext): Promise<Moves['moves']> {
  return ((await (await context.request.get('/api/cases/calendar-move?limit=500')).json()) as Moves).moves
}

/** Days in the coming weeks, off by decision until some deadline of the ward would move. */
async function declareOff(admin: BrowserContext, leader: BrowserContext): Promise<string[]> {
  const declared: string[] = []
  for (let ahead = 1; ahead < 25 && (await movesSeen(leader)).length === 0; ahead++) {
    const day = addDays(dayAt(new Date()), ahead)
    const one = { day, kind: 'off', name: { vi: 'Nghỉ thử', en: 'A day off' }, decision: DECISION }
    const days = [{ ...one, confirmed: true, sourceNote: 'thử', version: 0 }]
    const answer = await admin.request.post('/api/calendar/special-days', { headers, data: { days, reason: 'Thử' } })
    if (answer.ok()) declared.push(day)
  }
  return declared
}

test('a deadline moves by decision, and the log of the case says on which', { timeout: 300_000 }, async () => {
  const { context: admin } = await openContext(browser, url)
  await signInAs(admin, 'quantri')
  const { context, page, defects } = await openContext(browser, url, { language: 'vi', size: DESK })
  await signInAs(context, 'lanhdao.phuong')
  const declared = await declareOff(admin, context)
  expect(declared.length).toBeGreaterThan(0)
  await page.goto('/calendar')
  await settled(page)
  await page.getByRole('link', { name: 'Dời thời hạn theo lịch' }).last().click()
  await page.getByRole('heading', { name: 'Dời thời hạn theo lịch làm việc mới', level: 1 }).waitFor()
  await page.getByRole('combobox', { name: 'Quyết định về lịch' }).click()
  await page.getByRole('option', { name: DECISION }).click()
  const tick = page.getByRole('checkbox', { name: /^Chọn H29/ }).first()
  await tick.check()
  await picture(page, 'calendar-move-1440')
  await expectAccessible(page)
  const address = (await page.locator('main tr a[href^="/cases/"]').first().getAttribute('href')) ?? ''
  const code = ((await tick.getAttribute('aria-label')) ?? '').replace('Chọn ', '')
  await page.getByRole('button', { name: 'Dời thời hạn', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Số, ký hiệu quyết định').waitFor()
  expect(await dialog.getByLabel('Số, ký hiệu quyết định').inputValue()).toBe(DECISION)
  await dialog.getByLabel('Lý do').fill('Hoán đổi ngày làm việc')
  await picture(page, 'calendar-move-dialog-1440', false)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Dời thời hạn 1 hồ sơ' }).click()
  await dialog.getByText('Đã xử lý xong 1 hồ sơ.').waitFor()
  await dialog.getByRole('button', { name: 'Đóng' }).last().click()
  expect((await movesSeen(context)).map((move) => move.code)).not.toContain(code)
  await page.goto(address.replace('tab=due', 'tab=progress'))
  await page.getByText(`Căn cứ: ${DECISION}`).waitFor()
  expect(defects).toEqual([])
  await context.close()

  const { context: phone, page: small } = await openContext(browser, url, { language: 'en', size: PHONE })
  await signInAs(phone, 'lanhdao.phuong')
  for (const address of ['/cases/calendar-move', '/cases/orphaned']) {
    await small.goto(`${address}?lang=en`)
    await settled(small)
    await expectNoSidewaysScroll(small)
    await expectAccessible(small)
    await picture(small, `steering${address.replaceAll('/', '-')}-390`, false)
  }
  await phone.close()
  for (const day of declared)
    await admin.request.post(`/api/calendar/special-days/${day}/removal`, {
      headers,
      data: { version: 1, reason: 'Xong thử' },
    })
  await admin.close()
})
