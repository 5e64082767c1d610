import { expect, test } from 'vitest'
import { expectAccessible, openContext } from '#testing/browser.ts'
import { settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

const CARD = '077185001234||Nguyễn Thị Bích Thử|05031985|Nữ|12 Lê Lợi, Phường Vũng Tàu|01012022'

test('the clerk receives a case by keyboard alone and opens its receipt', async () => {
  const { context, page, defects } = await openContext(browser, url)
  await signInAs(context, 'motcua.vungtau')
  await page.goto('/cases/new')
  await settled(page)
  await page.keyboard.type('giam ho')
  await page.getByRole('option', { name: /Đăng ký giám hộ/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Thành phần hồ sơ' }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.type(CARD)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('input[name="subject.name"]').inputValue()).toBe('Nguyễn Thị Bích Thử')
  await page.getByLabel('Có đủ tất cả').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Đã tiếp nhận hồ sơ của Nguyễn Thị Bích Thử').waitFor()
  await expectAccessible(page)
  const id = (await page.getByRole('link', { name: 'Mở hồ sơ' }).getAttribute('href'))?.split('/').at(-1)
  const receipt = await context.request.get(`/api/cases/${id}/forms/01`)
  expect(receipt.headers()['content-type']).toContain('application/pdf')
  await page.keyboard.press('n')
  await page.getByRole('heading', { name: 'Thành phần hồ sơ' }).waitFor()
  expect(await page.locator('input[name="subject.name"]').inputValue()).toBe('')
  expect(defects).toEqual([])
  await context.close()
})

test('the leader decides what stands in their own list at once, and each case that was refused is explained', async () => {
  const { context, page, defects } = await openContext(browser, url)
  await signInAs(context, 'lanhdao.phuong')
  await page.goto('/cases?list=mine')
  await settled(page)
  await page.getByLabel('Chọn tất cả trong trang').click()
  await page.getByRole('button', { name: 'Phê duyệt', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const late = dialog.getByLabel('Nguyên nhân chậm')
  if ((await late.count()) > 0) {
    await late.first().click()
    await page.getByRole('option').first().click()
  }
  await dialog.getByRole('button', { name: /^Phê duyệt \d+ hồ sơ$/ }).click()
  await dialog.getByText(/^Đã xử lý xong (1[5-9]|2\d) hồ sơ/).waitFor()
  await expectAccessible(page)
  expect(defects).toEqual([])
  await context.close()
})
