import { expect, test } from 'vitest'
import { DEMO_PASSWORD, DEMO_TOTP_SECRET } from '#main/demo/identity-accounts.ts'
import { DESK, expectAccessible, expectNoSidewaysScroll, openContext, PHONE, picture } from '#testing/browser.ts'
import { totpNow } from '#testing/totp.ts'
import { settled } from './people.ts'
import { browser, url } from './the-browser.ts'

const words = {
  vi: {
    name: 'Tên đăng nhập',
    password: 'Mật khẩu',
    signIn: 'Đăng nhập',
    code: /Mã của ứng dụng xác thực/,
    confirm: 'Xác nhận',
  },
  en: { name: 'Sign-in name', password: 'Password', signIn: 'Sign in', code: /[Cc]ode/, confirm: 'Confirm' },
}

test.each([
  ['vi', DESK],
  ['en', PHONE],
] as const)('an administrator signs in with password and code, %s (%#)', async (language, size) => {
  const { context, page, defects } = await openContext(browser, url, { size, language })
  await page.goto(`/sign-in?lang=${language}`)
  await settled(page)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await picture(page, `sign-in-${language}-${size.width}`)
  const m = words[language]

  // Password alone gives nothing, and a wrong one is not told from an unknown name.
  const signIn = async (name: string, password: string) => {
    await page.locator('input[name="name"]').fill(name)
    await page.locator('input[name="password"]').fill(password)
    await page.getByRole('button', { name: m.signIn, exact: true }).click()
  }
  await signIn('quantri', 'sai mật khẩu rồi')
  const wrong = await page.getByRole('alert').first().innerText()
  await signIn('khong.co.ai', 'sai mật khẩu rồi')
  await expect.poll(() => page.getByRole('alert').first().innerText()).toBe(wrong)

  await signIn('quantri', DEMO_PASSWORD)
  const code = page.locator('input[name="code"]')
  await code.waitFor()
  await expectAccessible(page)
  expect((await context.request.get('/api/session').then((answer) => answer.json())).account).toBeNull()
  await code.fill('000000')
  await page.getByRole('button', { name: m.confirm, exact: true }).click()
  await page.getByRole('alert').first().waitFor()

  // A code is good once: someone who comes within its half minute waits for the next.
  for (let tried = 0; tried < 3 && (await code.isVisible()); tried++) {
    await code.fill(totpNow(DEMO_TOTP_SECRET))
    await page.getByRole('button', { name: m.confirm, exact: true }).click()
    await code.waitFor({ state: 'detached', timeout: 5000 }).catch(() => undefined)
    if (await code.isVisible())
      await new Promise((resolve) => setTimeout(resolve, 30_000 - (Date.now() % 30_000) + 500))
  }
  await page.waitForURL((address) => address.pathname === '/')
  await settled(page)
  expect((await context.request.get('/api/session').then((answer) => answer.json())).state).toBe('signed-in')
  expect(defects).toEqual([])
  await context.close()
})
