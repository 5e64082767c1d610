import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  DESK,
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  openContext,
  PHONE,
  picture,
} from '#testing/browser.ts'
import { settled } from './people.ts'

/** A birth registration from the first search until it is handed in, on two devices and in two languages. */
let browser: Browser
let url: string
beforeAll(async () => {
  ;({ browser, url } = await openBrowser())
})
afterAll(() => browser.close())

async function looked(page: Page, name: string): Promise<void> {
  await settled(page)
  await picture(page, name)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
}

async function signIn(page: Page, address: string): Promise<void> {
  await page.locator('input[name="address"]').fill(address)
  await page.keyboard.press('Enter')
  const said = await page.getByText(/: (hệ thống chưa nối|no way to send).*\d{6}/).innerText()
  await page.locator('input[name="code"]').fill(/\d{6}/.exec(said)?.[0] ?? '')
  await page.keyboard.press('Enter')
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const next = (page: Page) => page.getByRole('button', { name: /^(Tiếp tục|Continue)$/ }).click()

test('a mother registers a birth on her phone, goes on at a desk in English, and hands it in', {
  timeout: 300_000,
}, async () => {
  const { context, page, defects } = await openContext(browser, url, { size: PHONE })
  await page.goto('/dich-vu')
  await page.getByRole('searchbox').fill('lam giay khai xinh cho con')
  await page.keyboard.press('Enter')
  await page.locator('main').getByRole('link', { name: 'Đăng ký khai sinh', exact: true }).click()
  await page.getByRole('link', { name: 'Nộp hồ sơ trực tuyến' }).click()
  await heading(page, 'Đăng nhập để nộp hồ sơ')
  await looked(page, 'apply-vi-390-sign-in')
  await signIn(page, 'me.be@example.vn')
  await heading(page, 'Bạn nộp hồ sơ cho ai?')
  await page.getByRole('radio', { name: 'Cho tôi' }).check()
  await looked(page, 'apply-vi-390-acting')
  await next(page)
  await page.locator('input[name="subject.name"]').fill('Nguyễn Thị Minh Họa')
  await page.locator('input[name="subject.phone"]').fill('0912345678')
  await page.getByRole('status').filter({ hasText: 'Đã lưu' }).waitFor()
  await looked(page, 'apply-vi-390-subject')
  // Typed, and gone in the same moment: the device has written it down and sends it when it comes back.
  await page.locator('input[name="subject.address"]').fill('Số 1 đường Minh Họa')
  await page.reload()
  await next(page)
  expect(await page.locator('input[name="subject.address"]').inputValue()).toBe('Số 1 đường Minh Họa')
  await page.getByRole('status').filter({ hasText: 'Đã lưu' }).waitFor()

  const desk = await openContext(browser, url, { size: DESK, language: 'en' })
  await desk.page.goto('/nop-ho-so/1.001193?lang=en')
  await signIn(desk.page, 'ME.BE@example.vn')
  await heading(desk.page, 'For whom do you apply?')
  await next(desk.page)
  expect(await desk.page.locator('input[name="subject.name"]').inputValue()).toBe('Nguyễn Thị Minh Họa')
  for (let steps = 0; steps < 30; steps++) {
    await next(desk.page)
    const title = await desk.page.locator('main h1').innerText()
    if (title === 'Where do you apply?') {
      await desk.page
        .getByRole('textbox', { name: /Where do you apply/ })
        .or(desk.page.getByRole('combobox', { name: /Where do you apply/ }))
        .first()
        .click()
      await desk.page.getByRole('option', { name: 'Phường Vũng Tàu' }).click()
      await looked(desk.page, 'apply-en-1440-place')
    }
    const bring = desk.page.getByRole('checkbox', { name: 'I will bring the paper to the counter' })
    if (await bring.isVisible()) await bring.check()
    if (title === 'What you may agree to') {
      const boxes = await desk.page.getByRole('checkbox').all()
      expect(await Promise.all(boxes.map((box) => box.isChecked()))).toEqual([false, false])
      await desk.page.getByRole('checkbox').first().check()
      await looked(desk.page, 'apply-en-1440-consent')
    }
    if (title === 'Check and hand in') break
  }
  await desk.page.getByRole('status').filter({ hasText: 'Saved' }).waitFor()
  await looked(desk.page, 'apply-en-1440-check')
  await desk.page.getByRole('button', { name: 'Hand in', exact: true }).click()
  await heading(desk.page, 'Handed in')
  await looked(desk.page, 'apply-en-1440-filed')
  expect(await desk.page.locator('main dd').first().innerText()).toMatch(/^H29\./)
  expect(desk.defects).toEqual([])
  expect(defects).toEqual([])
  await Promise.all([context.close(), desk.context.close()])
})
