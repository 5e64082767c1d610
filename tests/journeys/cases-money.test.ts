import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, expectAccessible, expectNoSidewaysScroll, openContext, PHONE, picture } from '#testing/browser.ts'
import { settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** A fee is asked for: a part is paid at the desk, the leader waives the rest, and what was typed survives a slip. */

type Case = { readonly id: string; readonly version: number }

async function post(context: BrowserContext, path: string, data: object): Promise<Case> {
  const answer = await context.request.post(`/api/cases${path}`, { headers: { 'x-haidang': '1' }, data })
  expect(answer.ok(), await answer.text()).toBe(true)
  return (await answer.json()) as Case
}

async function opened(name: string, size = DESK, language: 'vi' | 'en' = 'vi') {
  const { context, page, defects } = await openContext(browser, url, { size, language })
  await signInAs(context, name)
  return { context, page, defects }
}

/** A case of the ward that waits for 50,000 đồng. */
async function waitingForMoney(clerk: BrowserContext): Promise<Case> {
  const { rights } = (await (await clerk.request.get('/api/identity/own-rights')).json()) as {
    rights: { permission: string; unitId: string | null }[]
  }
  const receivedUnitId = rights.find(({ permission }) => permission === 'cases:receive')?.unitId
  const one = await post(clerk, '', {
    procedureCode: '1.001193',
    receivedUnitId,
    channel: 'counter',
    subject: { kind: 'person', name: 'Trần Thị Minh Hoạ', phone: '0903123456' },
    missingReason: 'Nộp sau trong ngày',
  })
  const { context } = await opened('chuyenvien.vungtau')
  const fees = [{ code: 'phi-tham-dinh', name: 'Phí thẩm định', amountVnd: 50_000 }]
  const asked = await post(context, `/${one.id}/ask-payment`, {
    caseId: one.id,
    version: one.version,
    fees,
    reason: 'Thu phí thẩm định',
  })
  await context.close()
  return asked
}

async function act(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true })
  if ((await button.count()) === 0) {
    await page.getByRole('button', { name: 'Việc khác' }).click()
    await page.getByRole('menuitem', { name, exact: true }).click()
  } else await button.click()
}

test('a part is paid, the rest is waived, and the page says so', { timeout: 300_000 }, async () => {
  const { context: clerk, page, defects } = await opened('motcua.vungtau')
  const { id } = await waitingForMoney(clerk)
  await page.goto(`/cases/${id}`)
  await settled(page)
  await page.getByRole('link', { name: /^Thông báo nhắc việc: \d+/ }).waitFor()
  await act(page, 'Xác nhận đã nộp')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Số tiền đã nộp (đồng)').fill('20000')
  await dialog.getByLabel('Số biên lai hoặc mã giao dịch').fill('BL-0042')
  // A slip: the window closes, and nothing is lost.
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await act(page, 'Xác nhận đã nộp')
  await dialog.getByText('Nội dung nhập dở lần trước vẫn được giữ.').waitFor()
  expect(await dialog.getByLabel('Số biên lai hoặc mã giao dịch').inputValue()).toBe('BL-0042')
  await picture(page, 'money-pay-1440', false)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Xác nhận đã nộp' }).click()
  await page.getByText('Nộp một phần').first().waitFor()

  const { page: leader, context: above } = await opened('lanhdao.phuong')
  await leader.goto(`/cases/${id}`)
  await settled(leader)
  await act(leader, 'Miễn, giảm phí')
  const form = leader.getByRole('dialog')
  await form.getByLabel('Căn cứ pháp lý').fill('Điều 10 Luật phí và lệ phí')
  await form.getByLabel('Lý do').fill('Hộ nghèo')
  await picture(leader, 'money-waive-1440', false)
  await expectAccessible(leader)
  await form.getByRole('button', { name: 'Miễn, giảm phí' }).click()
  await leader.getByText('Miễn, giảm: Điều 10 Luật phí và lệ phí').waitFor()
  await picture(leader, 'money-case-1440')
  await expectAccessible(leader)
  await above.close()
  expect(defects).toEqual([])
  await clerk.close()
})

test('the desk of a unit and what apologies are drafted by fit a phone and a desk', { timeout: 300_000 }, async () => {
  for (const [name, address, size, language] of [
    ['lanhdao.phuong', '/cases/desk', DESK, 'vi'],
    ['lanhdao.phuong', '/cases/desk', PHONE, 'en'],
    ['quantri', '/cases/escalation', DESK, 'en'],
  ] as const) {
    const { context, page, defects } = await opened(name, size, language)
    await page.goto(`${address}?lang=${language}`)
    await settled(page)
    await page.waitForTimeout(500)
    await picture(page, `settings${address.replaceAll('/', '-')}-${size.width}`)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    expect(defects).toEqual([])
    await context.close()
  }
})

test('a case turns late on a page that stays open', { timeout: 120_000 }, async () => {
  const { context, page, defects } = await opened('lanhdao.phuong')
  await page.clock.install()
  // Weeks without a touch lock the screen: here it stays open until the lock is let through.
  await page.route('**/api/session/lock', (route) => route.abort())
  await page.goto('/cases?list=unit')
  await settled(page)
  const due = page.locator('#case-table')
  const left = due.getByText(/^còn /)
  await left.first().waitFor()
  await page.clock.fastForward(20 * 24 * 3_600_000)
  await expect.poll(() => left.count(), { timeout: 15_000 }).toBe(0)
  await due
    .getByText(/^đã quá hạn|^trễ |^quá hạn/i)
    .first()
    .waitFor()
  await page.unroute('**/api/session/lock')
  await page.clock.fastForward(60_000)
  await page.getByRole('heading', { name: 'Màn hình đang khóa' }).waitFor()
  expect(defects).toEqual([])
  await context.close()
})
