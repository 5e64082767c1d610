import { expect, test } from 'vitest'
import { DESK, openContext, PHONE } from '#testing/browser.ts'
import { looked, settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** The catalogue of procedures: found, read, compared, tried out and judged by everyone who works with it. */

test.each([
  ['vi', DESK, false],
  ['en', PHONE, true],
] as const)(
  'a procedure is found without marks, read, compared with the version before and tried out (%s, %#)',
  { timeout: 240_000 },
  async (language, size, dark) => {
    const { context, page, defects } = await openContext(browser, url, { size, language, dark })
    const name = `procedures-${language}-${size.width}`
    await signInAs(context, 'canbo.thanhpho')
    await page.goto(`/procedures?lang=${language}`)
    await looked(page, `${name}-catalogue`)
    await page.locator('main').getByRole('searchbox').fill('1.001612')
    await page.getByText(language === 'vi' ? '1 thủ tục' : '1 procedure', { exact: true }).waitFor()
    const found = page.getByRole('link', { name: language === 'vi' ? /hộ kinh doanh/i : /household business/i }).first()
    await found.click()
    await page.getByRole('heading', { level: 1, name: language === 'vi' ? /hộ kinh doanh/i : /household/i }).waitFor()
    await looked(page, `${name}-procedure`)
    await page.getByRole('tab').nth(1).click()
    await looked(page, `${name}-versions`)
    await page.goto('/procedures/1.001612/differences')
    await looked(page, `${name}-differences`)
    await page.goto('/procedures/1.001612?tab=processes')
    await settled(page)
    await page.locator('main a[href*="/processes/"]').first().click()
    await page.locator('[data-step]').first().waitFor()
    await looked(page, `${name}-process`)
    await page.goto('/procedures/quality')
    await looked(page, `${name}-quality`)
    await page.goto('/procedures/import')
    await looked(page, `${name}-import`)
    await page.goto('/procedures/1.001022/try')
    await looked(page, `${name}-try`)
    expect(defects).toEqual([])
    await context.close()
  },
)
