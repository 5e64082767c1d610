import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, openContext, PHONE } from '#testing/browser.ts'
import { heading, next, saved, signIn } from './applying.ts'
import { looked } from './people.ts'
import { browser, url } from './the-browser.ts'

/** An application begun before signing in meets one that the account has already: both are shown, and neither goes by itself. */

const PATH = '/nop-ho-so/2.000815'
const WHO = 'hai.ho.so@example.vn'
const SEVERAL = 'Bạn đang soạn nhiều hồ sơ của thủ tục này'
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

async function begin(page: Page, name: string): Promise<void> {
  await heading(page, 'Bạn nộp hồ sơ cho ai?')
  await page.getByRole('radio', { name: 'Cho tôi' }).check()
  await next(page)
  await page.locator('input[name="subject.name"]').fill(name)
  await saved(page)
}

test('after signing in both applications are shown with when they were begun; one is gone on with, the other goes when its writer says so', {
  timeout: 300_000,
  // Who asks for code after code is asked to wait.
  retry: 0,
}, async () => {
  const desk = await openContext(browser, url, { size: DESK })
  await desk.page.goto(PATH)
  await signIn(desk.page, WHO)
  await begin(desk.page, 'Nguyễn Thị Máy Bàn')

  const phone = await openContext(browser, url, { size: PHONE })
  const { page } = phone
  await page.goto(PATH)
  await button(page, 'Soạn trước, đăng nhập sau').click()
  await begin(page, 'Nguyễn Thị Điện Thoại')
  await button(page, 'Đăng nhập').click()
  await signIn(page, WHO)
  await heading(page, SEVERAL)
  const card = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  for (const name of ['Nguyễn Thị Máy Bàn', 'Nguyễn Thị Điện Thoại']) {
    await card(name)
      .getByText(/^Bắt đầu lúc /)
      .waitFor()
    await card(name)
      .getByText(/^Viết lần cuối lúc /)
      .waitFor()
  }
  await looked(page, 'two-drafts-vi-390')

  // Gone on with on the desk, both are kept.
  await desk.page.goto('/ho-so-cua-toi?lang=en')
  await desk.page.goto(`${PATH}?lang=en`)
  await heading(desk.page, 'You are writing several applications for this procedure')
  await looked(desk.page, 'two-drafts-en-1440')
  await desk.page
    .getByRole('listitem')
    .filter({ hasText: 'Nguyễn Thị Máy Bàn' })
    .getByRole('button', { name: /^Go on with this one/ })
    .click()
  await expect.poll(() => desk.page.locator('input[name="subject.name"]').inputValue()).toBe('Nguyễn Thị Máy Bàn')

  // Thrown away only after it is asked.
  await card('Nguyễn Thị Máy Bàn')
    .getByRole('button', { name: /^Bỏ hồ sơ này/ })
    .click()
  await looked(page, 'two-drafts-vi-390-ask')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(Hủy|Huỷ)/ })
    .click()
  expect(await card('Nguyễn Thị Máy Bàn').count()).toBe(1)
  await card('Nguyễn Thị Máy Bàn')
    .getByRole('button', { name: /^Bỏ hồ sơ này/ })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ hồ sơ này' }).click()
  await expect.poll(() => page.locator('input[name="subject.name"]').inputValue()).toBe('Nguyễn Thị Điện Thoại')
  await page.reload()
  await expect.poll(() => page.locator('input[name="subject.name"]').inputValue()).toBe('Nguyễn Thị Điện Thoại')
  for (const { defects } of [phone, desk]) expect(defects).toEqual([])
  await Promise.all([phone, desk].map(({ context }) => context.close()))
})
