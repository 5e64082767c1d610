import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, openContext, picture } from '#testing/browser.ts'
import { settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** A ward enters and submits, the city approves, and the leader's open page shows it at once. */

async function person(name: string): Promise<Page> {
  const { context, page } = await openContext(browser, url, { language: 'vi' })
  await signInAs(context, name)
  return page
}

const value = (page: Page, row: number) => page.getByRole('textbox', { name: new RegExp(`^Dòng ${row}, giá trị`) })

/** Nothing waits to be saved any more. */
async function saved(page: Page): Promise<void> {
  await page
    .getByText(/Có thay đổi chưa lưu|Đang lưu nháp/)
    .first()
    .waitFor({ state: 'detached' })
  await page.getByText(/Đã lưu nháp lúc/).waitFor()
}

test('a ward enters and submits; the city returns, then approves; the figure is live', {
  timeout: 300_000,
}, async () => {
  const ward = await person('phuong.rachdua')
  await ward.goto('/entry')
  await settled(ward)
  await expectAccessible(ward)
  await ward
    .getByRole('link', { name: /Báo cáo tháng của phường, xã/ })
    .first()
    .click()
  await value(ward, 1).waitFor()
  const sheet = new URL(ward.url()).pathname
  const [, , , unitId, period] = sheet.split('/')

  // What is not a number is refused where it stands, and nothing can be submitted with it.
  await value(ward, 1).fill('mười hai')
  await value(ward, 1).press('Enter')
  await ward.getByText('“mười hai” không phải là số.').first().waitFor()
  await expectAccessible(ward)

  const typed = ['1.234', '1000', '275', '260', '60', '58']
  for (const [row, text] of typed.entries()) {
    await value(ward, row + 1).fill(text)
    await value(ward, row + 1).press('Enter')
  }
  await saved(ward)
  await ward.reload()
  await expect.poll(() => value(ward, 1).inputValue()).toMatch(/^1\.?234$/)
  await picture(ward, 'entry-sheet')

  // The leader looks on: nothing is there before it is submitted.
  const leader = await person('lanhdao')
  await leader.goto(`/indicators?unit=${unitId}&period=${period}&search=${encodeURIComponent('đúng hạn')}`)
  await settled(leader)
  const shown = leader.getByRole('button', { name: /đúng hạn.*81,04%/ })
  expect(await shown.count()).toBe(0)

  await ward.getByRole('button', { name: 'Nộp biểu' }).first().click()
  await expectAccessible(ward)
  await ward.getByRole('dialog').getByRole('button', { name: 'Nộp biểu' }).click()
  await ward.getByText('Đã nộp, chờ duyệt').first().waitFor()
  const submitted = Date.now()
  await shown.first().waitFor()
  // The promise is two seconds; a browser on a busy test machine is given a little more to draw.
  expect(Date.now() - submitted).toBeLessThan(5000)
  await picture(leader, 'leader-sees-it')

  const city = await person('canbo.tinh')
  await city.goto('/approvals')
  await settled(city)
  await expectAccessible(city)
  await picture(city, 'approvals')
  await city.goto(sheet)
  await settled(city)
  await city.getByRole('button', { name: 'Trả lại', exact: true }).click()
  const reason = city.getByRole('dialog').getByRole('textbox')
  await reason.fill('Xin xem lại dòng 1')
  await city.getByRole('dialog').getByRole('button', { name: 'Trả lại', exact: true }).click()
  await ward.getByText('Bị trả lại').first().waitFor()
  await ward.getByText('Xin xem lại dòng 1').first().waitFor()

  await value(ward, 1).fill('1240')
  await value(ward, 1).press('Enter')
  await saved(ward)
  await ward.getByRole('button', { name: 'Nộp biểu' }).first().click()
  const why = ward.getByRole('dialog').getByRole('textbox')
  await why.fill('Đếm lại theo sổ tiếp nhận')
  await ward.getByRole('dialog').getByRole('button', { name: 'Nộp biểu' }).click()
  await ward.getByText('Đã nộp, chờ duyệt').first().waitFor()

  await city.getByRole('button', { name: 'Duyệt', exact: true }).click()
  await city.getByRole('dialog').getByRole('button', { name: 'Duyệt', exact: true }).click()
  await ward.getByText('Đã duyệt xong').first().waitFor()
  await expectAccessible(ward)
  for (const page of [ward, leader, city]) await page.context().close()
})
