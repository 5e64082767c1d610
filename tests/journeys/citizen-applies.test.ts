import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, openContext, PHONE } from '#testing/browser.ts'
import { answer, answerPlace, choosePlace, heading, next, saved, signIn, walkTo } from './applying.ts'
import { looked, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** Applications with their electronic forms, from the first search until an officer reads them, on two devices and in two languages. */

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ])
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

test('a mother registers a birth on her phone, goes on at a desk in English, and hands it in; an officer reads her form', {
  timeout: 400_000,
}, async () => {
  const { context, page, defects } = await openContext(browser, url, { size: PHONE })
  await page.goto('/dich-vu')
  await page.getByRole('searchbox').fill('lam giay khai xinh cho con')
  await page.keyboard.press('Enter')
  await page.locator('main').getByRole('link', { name: 'Đăng ký khai sinh', exact: true }).click()
  await page.getByRole('link', { name: 'Nộp hồ sơ trực tuyến' }).click()
  await heading(page, 'Đăng nhập để nộp hồ sơ')
  await looked(page, 'apply-vi-390-sign-in')
  await signIn(page, 'me.be@example.vn')
  await heading(page, 'Bạn nộp hồ sơ cho ai?')
  await page.getByRole('radio', { name: 'Cho tôi' }).check()
  await looked(page, 'apply-vi-390-acting')
  await next(page)
  await page.locator('input[name="subject.name"]').fill('Nguyễn Thị Minh Họa')
  await page.locator('input[name="subject.phone"]').fill('0912345678')
  await saved(page)
  await looked(page, 'apply-vi-390-subject')
  // Typed, and gone in the same moment: the device has written it down, sends it when it comes back, and is where it was.
  await page.locator('input[name="subject.address"]').fill('Số 1 đường Minh Họa')
  await page.reload()
  await heading(page, 'Người được giải quyết là ai?')
  expect(await page.locator('input[name="subject.address"]').inputValue()).toBe('Số 1 đường Minh Họa')
  await saved(page)

  // The form: what is known is there, what is wrong is told before going on.
  await walkTo(page, 'Người yêu cầu')
  expect(await page.locator('[data-field="nyc_ho_ten"] input').inputValue()).toBe('Nguyễn Thị Minh Họa')
  expect(await page.locator('[data-field="nyc_thu_dien_tu"] input').inputValue()).toBe('me.be@example.vn')
  expect(await page.locator('input[name="nyc_noi_cu_tru.line"]').inputValue()).toBe('Số 1 đường Minh Họa')
  await looked(page, 'apply-vi-390-form')
  await next(page)
  await page.getByRole('alert').filter({ hasText: 'mục cần sửa' }).waitFor()
  await expect.poll(() => page.evaluate(`document.activeElement?.getAttribute('role')`)).toBe('alert')
  await looked(page, 'apply-vi-390-form-errors')
  await answer(page, { nyc_ngay_sinh: '12/03/1992', nyc_so_dinh_danh: '077192001234', quan_he: 'me' })
  await page.locator('[data-field="nyc_noi_cu_tru"] input').first().fill('Vũng Tàu')
  await page
    .getByRole('option', { name: /Phường Vũng Tàu/ })
    .first()
    .click()
  await next(page)
  await heading(page, 'Người được khai sinh')
  const markup = '<b onclick=alert(1)>Kinh</b>'
  await answer(page, { tre_ngay_sinh: '15/11/2025', tre_gioi_tinh: 'female', tre_dan_toc: markup })
  // The network goes while she types: nothing of it is lost.
  await saved(page)
  await context.setOffline(true)
  await answer(page, { tre_ho_ten: 'Nguyễn Minh Bé' })
  await page.getByText('Mất kết nối: đã ghi trên máy này').first().waitFor()
  await context.setOffline(false)
  await saved(page)
  await page.locator('[data-field="tre_quoc_tich"] input').fill('Việt Nam')
  await page.reload()
  await heading(page, 'Người được khai sinh')
  expect(await page.locator('[data-field="tre_quoc_tich"] input').inputValue()).toBe('Việt Nam')
  await saved(page)

  const desk = await openContext(browser, url, { size: DESK, language: 'en' })
  await desk.page.goto('/nop-ho-so/1.001193?lang=en')
  await signIn(desk.page, 'ME.BE@example.vn')
  // Where she was, in the other language.
  await heading(desk.page, 'The child')
  expect(await desk.page.locator('[data-field="tre_ho_ten"] input').inputValue()).toBe('Nguyễn Minh Bé')
  expect(await desk.page.locator('[data-field="tre_dan_toc"] input').inputValue()).toBe(markup)
  await looked(desk.page, 'apply-en-1440-form')
  await answer(desk.page, { co_chung_sinh: 'true', so_chung_sinh: '12-2025', qua_han: 'false' })
  await answerPlace(desk.page, 'tre_noi_sinh', 'Bệnh viện Minh Họa')
  await answerPlace(desk.page, 'tre_que_quan', 'Tỉnh Minh Họa')
  await next(desk.page)
  await heading(desk.page, 'The mother')
  await answer(desk.page, { co_me: 'true' })
  await answer(desk.page, { me_ho_ten: 'Nguyễn Thị Minh Họa', me_nam_sinh: '1992', me_dan_toc: 'Kinh' })
  await answer(desk.page, { me_quoc_tich: 'Việt Nam' })
  await answerPlace(desk.page, 'me_noi_cu_tru', 'Phường Minh Họa')
  await walkTo(desk.page, 'Result and pledge', async (title) => {
    if (title === 'The father') await answer(desk.page, { co_cha: 'false' })
  })
  await answer(desk.page, { so_ban: '2', nhan_ket_qua: 'dien-tu', cam_doan: true })
  await walkTo(desk.page, 'Check and hand in', async (title) => {
    if (title === 'Where do you apply?') {
      await choosePlace(desk.page)
      await looked(desk.page, 'apply-en-1440-place')
    }
    if (title === 'What you may agree to') {
      const boxes = await desk.page.getByRole('checkbox').all()
      expect(await Promise.all(boxes.map((box) => box.isChecked()))).toEqual([false, false])
      await desk.page.getByRole('checkbox').first().check()
      await looked(desk.page, 'apply-en-1440-consent')
    }
  })
  await saved(desk.page)
  await desk.page.getByText(markup).first().waitFor()
  await looked(desk.page, 'apply-en-1440-check')
  expect((await downloaded(desk.page, 'Download the form (PDF)')).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await downloaded(desk.page, 'Download the form (Word)')).subarray(0, 2).toString()).toBe('PK')
  await desk.page.getByRole('button', { name: 'Hand in', exact: true }).click()
  await heading(desk.page, 'Handed in')
  await looked(desk.page, 'apply-en-1440-filed')
  const code = await desk.page.locator('main dd').first().innerText()
  expect(code).toMatch(/^H29\./)

  const office = await openContext(browser, url, { size: DESK })
  await signInAs(office.context, 'motcua.vungtau')
  const listed = await office.context.request.post('/api/cases/list', {
    headers: { 'x-haidang': '1' },
    data: { list: 'to-receive', limit: 200 },
  })
  const { cases } = (await listed.json()) as { cases: { id: string; code: string }[] }
  await office.page.goto(`/cases/${cases.find((one) => one.code === code)?.id}`)
  await office.page.getByRole('tab', { name: /^Tờ khai/ }).click()
  await office.page.getByText('Nguyễn Minh Bé').first().waitFor()
  await office.page.getByText(markup).first().waitFor()
  await looked(office.page, 'apply-case-form-1440')
  await office.page.getByRole('tab', { name: /^Giấy tờ/ }).click()
  await office.page
    .getByRole('button', { name: /Tờ khai theo mẫu/ })
    .first()
    .waitFor()
  for (const one of [desk.defects, defects, office.defects]) expect(one).toEqual([])
  await Promise.all([context.close(), desk.context.close(), office.context.close()])
})

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

test('the representative of a company applies on a phone, with the proof that she may', {
  timeout: 300_000,
}, async () => {
  const { context, page, defects } = await openContext(browser, url, { size: PHONE, dark: true })
  await page.goto('/nop-ho-so/1.013061')
  await signIn(page, '0987654321')
  await heading(page, 'Bạn nộp hồ sơ cho ai?')
  await page.getByRole('radio', { name: 'Cho tổ chức, doanh nghiệp' }).check()
  await next(page)
  await page.getByRole('radio', { name: 'Doanh nghiệp' }).check()
  await page.locator('input[name="subject.name"]').fill('Công ty Minh Họa')
  await page.locator('input[name="subject.taxCode"]').fill('0100109106')
  await looked(page, 'apply-vi-390-company')
  await next(page)
  await heading(page, 'Bạn là ai?')
  await page.locator('input[name="representative.name"]').fill('Lê Thị Đại Diện')
  await page.locator('input[name="representative.ground"]').fill('Giám đốc, theo giấy ủy quyền')
  // How she signed in is how she is reached.
  await expect.poll(() => page.locator('input[name="representative.phone"]').inputValue()).toContain('987654321')
  await next(page)
  await heading(page, 'Giấy tờ chứng minh bạn được làm thay')
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: 'uy-quyen.png', mimeType: 'image/png', buffer: PICTURE })
  await page
    .getByText(/uy-quyen/)
    .first()
    .waitFor()
  await looked(page, 'apply-vi-390-proof')
  await next(page)
  await walkTo(page, 'Người yêu cầu')
  expect(await page.locator('[data-field="nyc_ho_ten"] input').inputValue()).toBe('Lê Thị Đại Diện')
  await answer(page, { nyc_ngay_sinh: '12/03/1990', nyc_so_dinh_danh: '079190001234' })
  await answerPlace(page, 'nyc_noi_cu_tru', 'Phường Minh Họa')
  await next(page)
  await heading(page, 'Nội dung đề nghị')
  await answerPlace(page, 'vi_tri', 'Đường Minh Họa')
  await answer(page, {
    muc_dich: 'van-hoa',
    dien_tich: '20',
    tu_ngay: '10/01/2030',
    den_ngay: '09/01/2030',
    loi_di: '2',
  })
  await next(page)
  await page.getByText('Ngày kết thúc không được trước ngày bắt đầu.').first().waitFor()
  await looked(page, 'apply-vi-390-company-errors')
  // She goes on all the same, and is led back from the end.
  await page.getByRole('button', { name: 'Để sau, sang bước tiếp' }).click()
  await heading(page, 'Nhận kết quả và cam đoan')
  await answer(page, { nhan_ket_qua: 'truc-tiep', cam_doan: true })
  await walkTo(page, 'Xem lại và nộp', async (title) => {
    if (title === 'Nộp đến đâu?') await choosePlace(page)
  })
  await saved(page)
  expect(await page.getByRole('button', { name: 'Nộp hồ sơ', exact: true }).isDisabled()).toBe(true)
  await looked(page, 'apply-vi-390-company-check')
  await page.getByRole('button', { name: /Đến ngày: Ngày kết thúc/ }).click()
  await heading(page, 'Nội dung đề nghị')
  await answer(page, { den_ngay: '12/01/2030' })
  await walkTo(page, 'Xem lại và nộp')
  await saved(page)
  await page.getByRole('button', { name: 'Nộp hồ sơ', exact: true }).click()
  await heading(page, 'Đã nộp hồ sơ')
  await looked(page, 'apply-vi-390-company-filed')
  expect(defects).toEqual([])
  await context.close()
})
