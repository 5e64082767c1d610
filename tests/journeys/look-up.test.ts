import { expect, test } from 'vitest'
import { DESK, expectAccessible, expectNoSidewaysScroll, openContext, PHONE, picture } from '#testing/browser.ts'
import { settled } from './people.ts'
import { browser, url } from './the-browser.ts'

test.each([
  ['vi', '', PHONE, false, 'Tra cứu', 'Không tìm thấy hồ sơ'],
  ['en', '/en', DESK, true, 'Look up', 'There is no such case'],
] as const)(
  'a citizen without an account opens the page by the QR of a receipt, %s (%#)',
  async (language, prefix, size, dark, button, nothing) => {
    const { context, page, defects } = await openContext(browser, url, { size, language, dark })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(`${prefix}/tra-cuu?ma=H29.12.05-261116-0007#K7QF`)
    // The code and secret of the receipt are tried at once; the secret leaves the address bar and is in no address that was asked for.
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain(nothing)
    await expect.poll(() => page.evaluate('document.activeElement?.id')).toBe('problem')
    expect(new URL(page.url()).hash).toBe('')
    expect(asked.filter((address) => address.includes('K7QF'))).toEqual([])
    await settled(page)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await picture(page, `look-up-${language}-${size.width}`)
    await page.locator('input[name="secret"]').fill('2222')
    await page.getByRole('button', { name: button, exact: true }).click()
    await expect.poll(() => page.getByRole('alert').innerText()).toContain(nothing)
    expect(defects).toEqual([])
    await context.close()
  },
)
