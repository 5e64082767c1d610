import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, expectAccessible, expectNoSidewaysScroll, openContext, PHONE, picture } from '#testing/browser.ts'
import { settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** The head of the ward asks which cases are late: from the number in the table to the cases, and into one of them. */

async function leader(size: typeof DESK) {
  const { context, page, defects } = await openContext(browser, url, { language: 'vi', size })
  await signInAs(context, 'lanhdao.phuong')
  return { page, defects }
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await settled(page)
}

/** The number that a figure says of itself. */
async function numberOf(figure: Locator): Promise<number> {
  const [, number = ''] = /: ([\d.]+)/.exec((await figure.getAttribute('aria-label')) ?? '') ?? []
  return Number(number.replaceAll('.', ''))
}

test('the late cases of the ward: the number, exactly so many cases, one of them', { timeout: 240_000 }, async () => {
  const { page, defects } = await leader(DESK)
  await open(page, '/case-tables?table=progress')
  // Of the two columns of that name the second is that of the open ones.
  const figure = page
    .getByRole('row')
    .getByRole('button', { name: /^Quá hạn, / })
    .nth(1)
  await figure.waitFor()
  const late = await numberOf(figure)
  expect(late).toBeGreaterThan(0)
  await expectAccessible(page)
  await picture(page, 'late-table-1440')
  await figure.click()
  const behind = page.getByRole('dialog')
  const links = behind.locator('a[href*="/cases/"]')
  await links.first().waitFor()
  expect(await links.count()).toBe(late)
  await expectAccessible(page)
  await picture(page, 'late-cases-1440', false)
  const code = (await links.first().textContent()) ?? ''
  await links.first().click()
  await page.getByText(code).first().waitFor()
  await settled(page)
  expect(page.url()).toContain('/cases/')
  expect(defects).toEqual([])
  await page.context().close()
})

test('the form, the index and its points open on a phone too', { timeout: 240_000 }, async () => {
  const { page, defects } = await leader(PHONE)
  await open(page, '/case-tables?table=ii-06')
  const figure = page.getByRole('button', { name: /^Quá hạn \(13\), Tổng cộng/ })
  await figure.waitFor()
  const late = await numberOf(figure)
  await expectAccessible(page)
  await picture(page, 'late-form-390')
  await figure.click()
  const links = page.getByRole('dialog').locator('a[href*="/cases/"]')
  await links.first().waitFor()
  await expectAccessible(page)
  await picture(page, 'late-form-cases-390', false)
  expect(late).toBeGreaterThan(0)
  for (const [address, name] of [
    ['/index-766', 'index-766-390'],
    ['/index-766/weights', 'index-766-weights-390'],
  ] as const) {
    await open(page, address)
    await page.getByText('2.1', { exact: false }).first().waitFor()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await picture(page, name)
  }
  expect(defects).toEqual([])
  await page.context().close()
})
