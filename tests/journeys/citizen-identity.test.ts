import type { Page } from 'playwright-core'
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { DESK, expectAccessible, openContext, PHONE, picture } from '#testing/browser.ts'
import { answer, choosePlace, giveShownCode, heading, next, saved, signIn, walkTo } from './applying.ts'
import { looked } from './people.ts'
import { browser, url } from './the-browser.ts'

/** Citizens sign in through a provider of identities: the demonstration's stand-in, which also misbehaves. */
beforeEach(() => behave('well'))
afterAll(() => behave('well'))

async function behave(mood: string): Promise<void> {
  const address = new URL('/mood', inject('identityStandIn'))
  const told = await fetch(address, { method: 'POST', body: new URLSearchParams({ mood }), redirect: 'manual' })
  expect(told.status).toBe(303)
}

/** Of the stand-in: it says on each page, in both languages, what it is not. */
async function lookedThere(page: Page, name: string): Promise<void> {
  await page.getByText('Bản mô phỏng, không phải VNeID').first().waitFor()
  await page.getByText('A simulation, not VNeID').first().waitFor()
  await looked(page, name)
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const BY_PROVIDER = /^(Đăng nhập bằng VNeID \(mô phỏng\)|Sign in with VNeID \(simulated\))$/
const field = (page: Page, name: string) => page.locator(`input[name="${name}"]`)

/** Goes to the stand-in, plays somebody there, and comes back. */
async function play(page: Page, person: string): Promise<void> {
  await button(page, BY_PROVIDER).click()
  await button(page, new RegExp(person)).click()
  await button(page, /^(Đồng ý và quay lại|Agree and go back)$/).click()
  await page.waitForURL((at) => at.origin === new URL(url).origin)
}

test('a citizen comes in by electronic identity on a phone, sees what is known, agrees, hands in an application filled with it, and leaves', {
  timeout: 400_000,
}, async () => {
  const { context, page, defects } = await openContext(browser, url, { size: PHONE })
  await page.goto('/dich-vu')
  await page.getByRole('link', { name: 'Hồ sơ của tôi' }).first().click()
  await heading(page, 'Đăng nhập để xem hồ sơ của bạn')
  await looked(page, 'identity-vi-390-sign-in')
  await button(page, BY_PROVIDER).click()
  await heading(page, 'Bạn đóng vai ai?')
  await lookedThere(page, 'identity-vi-390-choose')
  await button(page, /Trần Văn Thử Nghiệm/).click()
  await heading(page, 'Cho phép chuyển thông tin?')
  await lookedThere(page, 'identity-vi-390-consent')
  await button(page, 'Đồng ý và quay lại').click()
  await heading(page, 'Hồ sơ của tôi')
  const known = page.getByRole('region', { name: 'VNeID (mô phỏng) cho biết về bạn' })
  await known.getByText('Trần Văn Thử Nghiệm').waitFor()
  await known.getByText('••••••••0034').waitFor()
  expect(await page.content()).not.toContain('077085000034')
  const box = known.getByRole('checkbox')
  expect(await box.isChecked()).toBe(false)
  await looked(page, 'identity-vi-390-known')
  await box.check()
  await page
    .getByRole('region', { name: 'Những điều bạn đã đồng ý' })
    .getByText(/^Đồng ý \d/)
    .waitFor()
  await looked(page, 'identity-vi-390-agreed')

  await page.goto('/nop-ho-so/2.000635')
  await heading(page, 'Bạn nộp hồ sơ cho ai?')
  await page.getByRole('radio', { name: 'Cho tôi' }).check()
  await saved(page)
  await next(page)
  await heading(page, 'Người được giải quyết là ai?')
  await expect.poll(() => field(page, 'subject.name').inputValue()).toBe('Trần Văn Thử Nghiệm')
  expect(await field(page, 'subject.identityNumber').inputValue()).toBe('077085000034')
  expect(await field(page, 'subject.address').inputValue()).toBe('Số 25/3 đường Thử Nghiệm, khu phố 7')
  expect(await page.getByText('Theo VNeID (mô phỏng).').count()).toBe(4)
  await looked(page, 'identity-vi-390-subject')
  // Changed, it is the citizen's own word; and can be put back.
  await field(page, 'subject.address').fill('Số 9 đường Mới')
  await expect.poll(() => page.getByText('Theo VNeID (mô phỏng).').count()).toBe(3)
  await button(page, 'Điền theo VNeID (mô phỏng)').click()
  await expect.poll(() => page.getByText('Theo VNeID (mô phỏng).').count()).toBe(4)
  await field(page, 'subject.phone').fill('0912345678')
  await saved(page)
  await walkTo(page, 'Người yêu cầu')
  const inForm = (name: string) => page.locator(`[data-field="${name}"]`)
  expect(await inForm('nyc_ho_ten').locator('input').inputValue()).toBe('Trần Văn Thử Nghiệm')
  expect(await inForm('nyc_so_dinh_danh').locator('input').inputValue()).toBe('077085000034')
  expect(await inForm('nyc_ngay_sinh').locator('input').first().inputValue()).toBe('20/11/1985')
  expect(await field(page, 'nyc_noi_cu_tru.line').inputValue()).toBe('Số 25/3 đường Thử Nghiệm, khu phố 7')
  for (const name of ['nyc_ho_ten', 'nyc_so_dinh_danh', 'nyc_ngay_sinh', 'nyc_noi_cu_tru'])
    await inForm(name).getByText('Theo VNeID (mô phỏng).').waitFor()
  await looked(page, 'identity-vi-390-form')
  await saved(page)
  // The marks are there on another day, too.
  await page.reload()
  await inForm('nyc_ho_ten').getByText('Theo VNeID (mô phỏng).').waitFor()
  await inForm('nyc_noi_cu_tru').locator('input').first().fill('Vũng Tàu')
  await page
    .getByRole('option', { name: /Phường Vũng Tàu/ })
    .first()
    .click()
  await next(page)
  await heading(page, 'Bản sao cần cấp')
  await answer(page, {
    loai: 'khai-sinh',
    nguoi_dang_ky: 'Trần Văn Thử Nghiệm',
    muc_dich: 'Bổ sung hồ sơ',
    so_ban: '1',
  })
  await walkTo(page, 'Nhận kết quả và cam đoan')
  await answer(page, { nhan_ket_qua: 'dien-tu', cam_doan: true })
  await walkTo(page, 'Xem lại và nộp', async (title) => {
    if (title === 'Nộp đến đâu?') await choosePlace(page)
    if (title === 'Những điều bạn có thể đồng ý') await page.getByRole('checkbox').last().check()
  })
  await saved(page)
  await looked(page, 'identity-vi-390-check')
  await button(page, /^Nộp hồ sơ$/).click()
  await heading(page, 'Đã nộp hồ sơ')

  await page.goto('/ho-so-cua-toi')
  await heading(page, 'Hồ sơ của tôi')
  // One for what is known, one of the application that was handed in.
  const consents = page.getByRole('region', { name: 'Những điều bạn đã đồng ý' })
  await expect.poll(() => consents.getByRole('button', { name: 'Rút lại' }).count()).toBe(2)
  await looked(page, 'identity-vi-390-consents')
  const ofKnown = consents.getByRole('listitem').filter({ hasText: 'do hệ thống định danh xác thực' })
  await ofKnown.getByRole('button', { name: 'Rút lại' }).click()
  await ofKnown.getByText(/^Đã rút lại \d/).waitFor()
  await expect.poll(() => known.getByRole('checkbox').isChecked()).toBe(false)
  await button(page, 'Đăng xuất').click()
  await page.waitForURL(/\/dich-vu$/)
  await page.goto('/ho-so-cua-toi')
  await heading(page, 'Đăng nhập để xem hồ sơ của bạn')
  expect(defects).toEqual([])
  await context.close()
})

describe('the provider misbehaves', () => {
  test('down or refusing, it is said in plain words, and what was begun without signing in is whole and goes along afterwards', {
    timeout: 400_000,
  }, async () => {
    const { context, page, defects } = await openContext(browser, url, { size: PHONE, dark: true })
    await page.goto('/nop-ho-so/2.000815')
    await heading(page, 'Đăng nhập để nộp hồ sơ')
    await looked(page, 'identity-vi-390-dark-write-first')
    await button(page, 'Soạn trước, đăng nhập sau').click()
    await heading(page, 'Bạn nộp hồ sơ cho ai?')
    await page.getByRole('radio', { name: 'Cho tôi' }).check()
    await next(page)
    await field(page, 'subject.name').fill('Lê Thị Ví Dụ')
    await field(page, 'subject.phone').fill('0912345679')
    await saved(page)
    await looked(page, 'identity-vi-390-dark-unsigned')

    await button(page, 'Đăng nhập').click()
    await heading(page, 'Đăng nhập để nộp hồ sơ')
    await behave('down')
    // What the platform knew of the provider a moment ago it asks again before it sends anybody there.
    await page.waitForTimeout(5500)
    await button(page, BY_PROVIDER).click()
    await page.getByText('Hệ thống định danh điện tử đang không trả lời. Điều bạn đã viết không mất.').waitFor()
    await looked(page, 'identity-vi-390-dark-down')
    for (const [mood, words] of [
      ['expired', 'không hợp lệ hoặc đã quá hạn'],
      ['wrong-signature', 'không hợp lệ hoặc đã quá hạn'],
      ['wrong-nonce', 'không hợp lệ hoặc đã quá hạn'],
      ['refuses', 'hệ thống định danh điện tử từ chối'],
    ] as const) {
      await behave(mood)
      await play(page, 'Lê Thị Ví Dụ')
      await heading(page, 'Bạn chưa đăng nhập')
      await page.getByText(words).waitFor()
      await looked(page, `identity-vi-390-dark-${mood}`)
      await page.getByRole('link', { name: 'Quay lại trang trước đó' }).click()
      await heading(page, 'Người được giải quyết là ai?')
      expect(await field(page, 'subject.name').inputValue()).toBe('Lê Thị Ví Dụ')
      await button(page, 'Đăng nhập').click()
    }
    await behave('well')
    await play(page, 'Lê Thị Ví Dụ')
    await heading(page, 'Người được giải quyết là ai?')
    expect(await field(page, 'subject.name').inputValue()).toBe('Lê Thị Ví Dụ')
    expect(await field(page, 'subject.phone').inputValue()).toBe('0912345679')
    await page.getByText('Đang đăng nhập: Lê Thị Ví Dụ').waitFor()
    await looked(page, 'identity-vi-390-dark-taken-over')
    // It is hers now, on another device.
    const desk = await openContext(browser, url, { size: DESK, language: 'en' })
    await desk.page.goto('/ho-so-cua-toi?lang=en')
    await play(desk.page, 'Lê Thị Ví Dụ')
    await desk.page.getByRole('link', { name: /^Go on/ }).waitFor()
    for (const one of [defects, desk.defects]) expect(one).toEqual([])
    await Promise.all([context.close(), desk.context.close()])
  })

  test('slow, the page says that it is on the way; gone back by the browser, the button can be pressed again', {
    timeout: 300_000,
  }, async () => {
    const { context, page, defects } = await openContext(browser, url, { size: DESK, language: 'en' })
    await page.goto('/ho-so-cua-toi?lang=en')
    await looked(page, 'identity-en-1440-sign-in')
    await button(page, BY_PROVIDER).click()
    await heading(page, 'Whom do you play?')
    await lookedThere(page, 'identity-en-1440-choose')
    await page.goBack()
    await heading(page, 'Sign in to see your cases')
    await behave('slow')
    await button(page, BY_PROVIDER).click()
    await button(page, /Phạm Giả Định/).click()
    await lookedThere(page, 'identity-en-1440-consent')
    await button(page, 'Agree and go back').click()
    await page.getByText('Looking at the answer of the provider of identities').waitFor()
    await picture(page, 'identity-en-1440-returning')
    await expectAccessible(page)
    await heading(page, 'My cases')
    await looked(page, 'identity-en-1440-known')
    expect(defects).toEqual([])
    await context.close()
  })

  test('the stand-in is told on a page of its own, in either language', async () => {
    for (const [language, dark, size] of [
      ['vi', false, PHONE],
      ['en', true, DESK],
    ] as const) {
      const { context, page, defects } = await openContext(browser, url, { size, language, dark })
      await page.goto(`${inject('identityStandIn')}/?lang=${language}`)
      await lookedThere(page, `identity-mood-${language}-${size.width}${dark ? '-dark' : ''}`)
      await page.getByRole('radio', { name: language === 'vi' ? 'Ngừng hoạt động' : 'Out of order' }).check()
      await button(page, language === 'vi' ? 'Áp dụng' : 'Apply').click()
      await page
        .getByRole('status')
        .filter({ hasText: /Ngừng hoạt động|Out of order/ })
        .waitFor()
      await page.goto(`${inject('identityStandIn')}/authorize?ui_locales=${language}`)
      await lookedThere(page, `identity-down-${language}-${size.width}${dark ? '-dark' : ''}`)
      await behave('well')
      await page.reload()
      await lookedThere(page, `identity-wrong-${language}-${size.width}${dark ? '-dark' : ''}`)
      expect(defects).toEqual([])
      await context.close()
    }
  })
})

test('somebody who has applications by a code joins them to their identity by a code to the address that the provider verified', {
  timeout: 300_000,
}, async () => {
  const first = await openContext(browser, url, { size: DESK, dark: true })
  await first.page.goto('/nop-ho-so/2.000815')
  await signIn(first.page, 'mo.phong@example.vn')
  await heading(first.page, 'Bạn nộp hồ sơ cho ai?')
  await first.context.close()
  for (const [language, dark, size] of [
    ['en', true, DESK],
    ['vi', false, PHONE],
  ] as const) {
    const { context, page, defects } = await openContext(browser, url, { size, language, dark })
    await page.goto(`/ho-so-cua-toi?lang=${language}`)
    await play(page, 'Nguyễn Thị Mô Phỏng')
    if (language === 'en') {
      await heading(page, 'Have you used this address here?')
      await looked(page, 'identity-en-1440-dark-prove')
      await field(page, 'code').fill('000000')
      await button(page, /^Join$/).click()
      await page.getByRole('alert').getByText('The code is wrong').waitFor()
      await looked(page, 'identity-en-1440-dark-prove-wrong')
      await giveShownCode(page)
    }
    await heading(page, language === 'vi' ? 'Hồ sơ của tôi' : 'My cases')
    await page.getByRole('link', { name: language === 'vi' ? /^Viết tiếp/ : /^Go on/ }).waitFor()
    await looked(page, `identity-${language}-${size.width}${dark ? '-dark' : ''}-joined`)
    expect(defects).toEqual([])
    await context.close()
  }
})
