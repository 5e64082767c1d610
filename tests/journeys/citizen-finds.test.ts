import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, openContext, PHONE } from '#testing/browser.ts'
import { heading, next, saved, signIn, walkTo } from './applying.ts'
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

/** A voice that notes what it is given, and says it at once or not before it is stopped. */
const VOICE = `
globalThis.spoken = []
SpeechSynthesis.prototype.getVoices = () => globalThis.voices ?? [{ lang: 'vi-VN' }]
SpeechSynthesis.prototype.cancel = () => { globalThis.spoken.push('(silence)') }
SpeechSynthesis.prototype.speak = (said) => { globalThis.spoken.push(said.lang + ' ' + said.text) }
`
const spoken = (page: Page) => page.evaluate<string[]>('globalThis.spoken.splice(0)')

test('large words and drawings, chosen by keyboard, stay on every page of a citizen, and a voice reads a page or a part of it', {
  timeout: 300_000,
}, async () => {
  const { context, page, defects } = await openContext(browser, url, { size: PHONE })
  await context.addInitScript({ content: VOICE })
  const easy = page.getByRole('button', { name: 'Chữ lớn, dễ đọc' })
  const isOn = async () => {
    expect(await page.locator('html').getAttribute('data-easy')).toBe('')
    expect(await easy.getAttribute('aria-pressed')).toBe('true')
  }
  await page.goto('/dich-vu')
  expect(await page.locator('.icon.easy').first().isVisible()).toBe(false)
  await easy.press('Enter')
  await isOn()
  expect(await page.locator('.icon.easy').first().isVisible()).toBe(true)
  await looked(page, 'easy-vi-390-home')
  for (const [name, address] of [
    ['search', '/dich-vu/tim?q=lam+giay+khai+sinh'],
    ['places', '/dich-vu/noi-tiep-nhan'],
    ['track', '/tra-cuu'],
    ['guide', '/dich-vu/thu-tuc/1.001193'],
  ] as const) {
    await page.goto(address)
    await isOn()
    await looked(page, `easy-vi-390-${name}`)
  }

  const wholePage = page.getByRole('button', { name: 'Đọc to trang này' })
  await wholePage.click()
  const read = await spoken(page)
  expect(read).toContain('vi-VN Đăng ký khai sinh')
  expect(read.some((line) => line.startsWith('vi-VN Phí, lệ phí'))).toBe(true)
  await page.getByRole('button', { name: 'Đọc to: Giấy tờ cần có' }).press('Enter')
  await wholePage.waitFor()
  const part = await spoken(page)
  expect(part.filter((line) => line !== '(silence)')[0]).toBe('vi-VN Giấy tờ cần có')
  expect(part.some((line) => /Phí, lệ phí/.test(line))).toBe(false)
  await page.evaluate(`globalThis.voices = [{ lang: 'en-US' }]`)
  await wholePage.click()
  await page.getByText('Máy này chưa có giọng đọc tiếng Việt.').waitFor()
  expect(await spoken(page)).toEqual([])

  await page.getByRole('link', { name: 'Nộp hồ sơ trực tuyến' }).click()
  await heading(page, 'Đăng nhập để nộp hồ sơ')
  await isOn()
  await looked(page, 'easy-vi-390-apply')
  await page.getByRole('button', { name: 'Đọc to trang này' }).click()
  expect(await spoken(page)).toContain('vi-VN Đăng nhập để nộp hồ sơ')
  await page.getByRole('button', { name: 'Dừng đọc' }).click()
  expect(await spoken(page)).toEqual(['(silence)'])
  await signIn(page, 'chu.lon@example.vn')
  await heading(page, 'Bạn nộp hồ sơ cho ai?')
  await isOn()
  await page.getByRole('radio', { name: 'Cho tôi' }).check()
  await looked(page, 'easy-vi-390-acting')
  await next(page)
  await heading(page, 'Người được giải quyết là ai?')
  await looked(page, 'easy-vi-390-subject')
  await page.locator('input[name="subject.name"]').fill('Nguyễn Thị Minh Họa')
  await page.locator('input[name="subject.phone"]').fill('0912345678')
  await saved(page)
  await walkTo(page, 'Người yêu cầu', async () => undefined)
  await isOn()
  await looked(page, 'easy-vi-390-form')
  await page.setViewportSize(DESK)
  await page.goto('/dich-vu')
  await looked(page, 'easy-vi-1440-home')
  await easy.click()
  await page.goto('/ho-so-cua-toi')
  await settled(page)
  expect(await page.locator('html').getAttribute('data-easy')).toBeNull()
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
