import { expect, test } from 'vitest'
import { DESK, openContext, PHONE } from '#testing/browser.ts'
import { looked, settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** The working calendar: looked at by everyone, changed with a reason by whoever is in charge, asked for a deadline. */

test('a day is found by the keys, and its decision and history can be read', { timeout: 120_000 }, async () => {
  const { context, page, defects } = await openContext(browser, url)
  await signInAs(context, 'quantri')
  await page.goto('/calendar?year=2026&lang=vi')
  await looked(page, 'calendar-year')
  await page.locator('[data-day="2026-11-23"]').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByText('Nghị quyết 28/2026/QH16').last().waitFor()
  await page.getByRole('heading', { name: 'Lịch sử' }).waitFor()
  await looked(page, 'calendar-day')
  expect(defects).toEqual([])
  await context.close()
})

test('a day is added with a reason, changed, and taken out again; each step stays on record', {
  timeout: 180_000,
}, async () => {
  const { context, page, defects } = await openContext(browser, url)
  await signInAs(context, 'quantri')
  await page.goto('/calendar?year=2031&lang=vi')
  await settled(page)
  await page.locator('[data-day="2031-06-03"]').click()
  await page.getByRole('button', { name: 'Thêm ngày' }).last().click()
  await page.getByLabel('Tên tiếng Việt').fill('Ngày thử')
  await page.getByLabel('Lý do thay đổi').fill('thử lịch')
  await looked(page, 'calendar-form')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.locator('[data-day="2031-06-03"][data-kind="off"][data-unconfirmed]').waitFor()
  await page.getByRole('button', { name: 'Bỏ khỏi lịch' }).click()
  await page.getByLabel('Lý do', { exact: false }).last().fill('xong thử')
  await page.getByRole('button', { name: 'Bỏ khỏi lịch' }).last().click()
  await page.locator('[data-day="2031-06-03"]:not([data-kind])').waitFor()
  await page.locator('[data-day="2031-06-03"]').click()
  await page.getByText('xong thử').waitFor()
  expect(defects).toEqual([])
  await context.close()
})

test('bad rows of a file are named before anything is stored', { timeout: 120_000 }, async () => {
  const { context, page, defects } = await openContext(browser, url)
  await signInAs(context, 'quantri')
  await page.goto('/calendar?lang=vi')
  await settled(page)
  await page.getByRole('button', { name: 'Nhập từ CSV' }).click()
  await page.getByLabel('Nội dung CSV').fill('day,kind,name_vi\n2031-02-30,off,Sai\n2031-05-01,off,Đúng')
  await page.getByRole('button', { name: 'Kiểm tra' }).click()
  await page.getByText('Dòng 2, cột day').waitFor()
  expect(await page.getByRole('button', { name: 'Nhập', exact: true }).isDisabled()).toBe(true)
  await looked(page, 'calendar-import')
  expect(defects).toEqual([])
  await context.close()
})

test.each([
  ['vi', DESK, false],
  ['en', PHONE, true],
  ['vi', PHONE, false],
] as const)(
  'a clerk tries a deadline and recounts it day by day (%s, %#)',
  { timeout: 180_000 },
  async (language, size, dark) => {
    const { context, page, defects } = await openContext(browser, url, { size, language, dark })
    await signInAs(context, 'phuong.vungtau')
    const name = `${language}-${size.width}`
    await page.goto(`/calendar?lang=${language}`)
    await looked(page, `calendar-year-${name}`)
    await page.goto('/calendar/hours')
    await looked(page, `calendar-hours-${name}`)
    await page.goto('/calendar/deadline')
    await settled(page)
    const vi = language === 'vi'
    await page.getByLabel(vi ? 'Ngày nhận' : 'Day of receipt').fill('20/11/2026')
    await page.getByLabel(vi ? 'Giờ nhận' : 'Time of receipt').fill('15:30')
    await page
      .getByText(vi ? '15:30 thứ Hai 30/11/2026' : '15:30 on Monday 30/11/2026')
      .first()
      .waitFor()
    await page.getByText('Nghị quyết 28/2026/QH16').waitFor()
    await page.getByLabel(vi ? 'Giờ nhận' : 'Time of receipt').focus()
    await looked(page, `calendar-deadline-${name}`)
    expect(defects).toEqual([])
    await context.close()
  },
)
