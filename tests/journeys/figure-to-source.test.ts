import { expect, test } from 'vitest'
import { DESK, expectAccessible, expectNoSidewaysScroll, openContext, PHONE, picture } from '#testing/browser.ts'
import { settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** Every figure opens: two clicks from a percentage to the line of the report it came from. */

test.each([
  ['vi', DESK],
  ['vi', PHONE],
  ['en', DESK],
  ['en', PHONE],
] as const)('the leader opens a figure down to its source, %s (%#)', async (language, size) => {
  const { context, page, defects } = await openContext(browser, url, { size, language })
  await signInAs(context, 'lanhdao')
  await page.goto(`/indicators?lang=${language}&period=2023-9M`)
  await settled(page)
  await page.getByRole('searchbox').last().fill('I.07')
  const figure = page.getByRole('button', { name: /98,27%/ })
  await figure.first().click()

  const drawer = page.getByRole('dialog')
  await drawer.getByText('23.391 / 23.802').first().waitFor()
  await drawer
    .getByText(language === 'vi' ? /tổng khớp/ : /add up|agree|sum/i)
    .first()
    .waitFor()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await picture(page, `figure-${language}-${size.width}`, false)

  await drawer
    .getByRole('button', { name: /23\.391/ })
    .first()
    .click()
  // The very record: what was printed, and where.
  await drawer
    .getByText(/bảng 6, dòng I\.07/)
    .first()
    .waitFor()
  await drawer.getByText('98.27% (23.391/23.802)').first().waitFor()
  await expectAccessible(page)
  await picture(page, `figure-source-${language}-${size.width}`, false)

  // The address names the figure: whoever gets the link sees the same.
  const address = page.url()
  await page.goto('/')
  await page.goto(address)
  await page
    .getByRole('dialog')
    .getByText(/bảng 6, dòng I\.07/)
    .first()
    .waitFor()
  expect(defects).toEqual([])
  await context.close()
})
