import { expect, test } from 'vitest'
import { DESK, openContext, PHONE } from '#testing/browser.ts'
import { looked, settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** A citizen finds a procedure in own words and reads what it takes; an official teaches the search what people say. */

test.each([
  ['vi', '', PHONE, false, 'lam giay khai xinh cho con', /Đăng ký khai sinh/],
  ['en', '/en', DESK, true, 'birth certificate', /Birth registration/],
] as const)('%s: from words to the guide (%#)', async (language, prefix, size, dark, words, name) => {
  const { context, page, defects } = await openContext(browser, url, { size, language, dark })
  const shot = `citizen-${language}-${size.width}`
  await page.goto(`${prefix}/dich-vu`)
  await looked(page, `${shot}-home`)
  await page.getByRole('searchbox').fill(words)
  await page.keyboard.press('Enter')
  await page.getByRole('status').waitFor()
  await looked(page, `${shot}-found`)
  await page.locator('main').getByRole('link', { name }).first().click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await looked(page, `${shot}-guide`)
  const authorised = page.getByRole('combobox').first()
  await authorised.selectOption('co')
  await page.locator('main form button[type="submit"]').first().click()
  await page.waitForURL(/tl\./)
  await looked(page, `${shot}-guide-mine`)
  await page.goto(`${prefix}/dich-vu/noi-tiep-nhan?q=vung%20tau`)
  await looked(page, `${shot}-places`)
  await page.locator('main .list a').first().click()
  await looked(page, `${shot}-place`)
  await page.goto(`${prefix}/dich-vu/su-kien/ket-hon`)
  await looked(page, `${shot}-event`)
  expect(defects).toEqual([])
  await context.close()
})

test('the pages are whole without script, and fit at 400 %', async () => {
  const context = await browser.newContext({
    baseURL: url,
    javaScriptEnabled: false,
    viewport: { width: 320, height: 256 },
  })
  const page = await context.newPage()
  await page.goto('/dich-vu')
  await page.locator('#q').fill('dang ky ket hon')
  await page.locator('main button[type="submit"]').click()
  await page.locator('main .list a').first().click()
  expect(await page.locator('h1').innerText()).toBe('Đăng ký kết hôn')
  expect(await page.locator('#papers').isVisible()).toBe(true)
  await context.close()
})

test('large text stays chosen, and the voice starts and stops', async () => {
  const { context, page, defects } = await openContext(browser, url, { size: PHONE })
  await page.goto('/dich-vu')
  await page.getByRole('button', { name: 'Chữ lớn, dễ đọc' }).click()
  await page.goto('/dich-vu/thu-tuc/1.001193')
  expect(await page.locator('html').getAttribute('data-easy')).toBe('')
  await looked(page, 'citizen-vi-390-easy')
  expect(defects).toEqual([])
  await context.close()
})

test('an official sees what was searched for in vain and teaches the search', async () => {
  const { context, page, defects } = await openContext(browser, url, { size: DESK })
  for (let time = 0; time < 3; time++) await page.goto('/dich-vu/tim?q=kh%C3%B3i%20b%E1%BB%A5i%20h%C3%A0ng%20x%C3%B3m')
  await signInAs(context, 'quantri')
  await page.goto('/portal/words?lang=vi')
  await settled(page)
  await page
    .getByRole('button', { name: /Chỉ cách gọi chính thức cho/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: /Cách gọi chính thức/ }).fill('tiếp nhận đăng ký môi trường')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await looked(page, 'portal-words-vi-1440')
  await page.goto('/dich-vu/tim?q=khoi%20bui%20hang%20xom')
  await page
    .locator('main')
    .getByRole('link', { name: /môi trường/ })
    .first()
    .waitFor()
  expect(defects).toEqual([])
  await context.close()
})
