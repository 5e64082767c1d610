import { expect, test } from 'vitest'
import { DESK, expectAccessible, expectNoSidewaysScroll, openContext, PHONE, picture } from '#testing/browser.ts'
import { settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** The tree before and after 1 July 2025: seventeen wards and communes become five, and each says what it came from. */

test.each([
  ['vi', DESK],
  ['en', PHONE],
] as const)('seventeen become five, %s (%#)', async (language, size) => {
  const { context, page, defects } = await openContext(browser, url, { size, language })
  await signInAs(context, 'lanhdao')
  await page.goto(`/units?lang=${language}&day=2023-09-30`)
  await settled(page)
  const tree = page.getByRole('tree')
  await tree
    .getByRole('treeitem', { name: /Phường 12/ })
    .first()
    .waitFor()
  expect(await tree.getByRole('treeitem', { name: /^(Phường|Xã) / }).count()).toBe(17)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await picture(page, `tree-2023-${language}-${size.width}`)

  // By the keyboard, from one change to the next.
  await page.getByRole('slider').first().focus()
  await page.keyboard.press('End')
  await tree
    .getByRole('treeitem', { name: /Phường Tam Thắng/ })
    .first()
    .waitFor()
  expect(await tree.getByRole('treeitem', { name: /Phường 12/ }).count()).toBe(0)
  await picture(page, `tree-2026-${language}-${size.width}`)

  // Code 26506 named Phường 1 and names Phường Vũng Tàu: the unit's page says from whom it came, by which decision.
  const { units } = (await (await context.request.get('/api/organisation/units?code=26506&day=2026-01-01')).json()) as {
    units: { unitId: string }[]
  }
  await page.goto(`/units/${units[0]?.unitId}`)
  await settled(page)
  for (const former of ['Phường 1', 'Phường 2', 'Phường Thắng Nhì', 'Phường Thắng Tam']) {
    await page.getByRole('link', { name: former, exact: true }).first().waitFor()
  }
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await picture(page, `unit-${language}-${size.width}`)
  expect(defects).toEqual([])
  await context.close()
})
