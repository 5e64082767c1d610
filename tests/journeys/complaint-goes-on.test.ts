import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, expectAccessible, expectNoSidewaysScroll, openContext, PHONE, picture } from '#testing/browser.ts'
import { signIn } from './applying.ts'
import { looked, settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** A complaint is told of in the bell, given to somebody, its citizen asked for more, handed on to the competent ward, answered there, and its answer made public. */

const SEEN_MS = 5000

/** Sends a complaint about a ward by a call of the page's own session; its number. */
function complained(page: Page, ward: string, text: string): Promise<string> {
  return page.evaluate(
    async ([name, said]) => {
      const headers = { 'x-haidang': '1', 'content-type': 'application/json' }
      const { places } = (await (await fetch('/api/portal/places', { headers })).json()) as {
        places: { id: string; name: string }[]
      }
      const unitId = places.find((place) => place.name === name)?.id
      const body = JSON.stringify({ topic: 'handling', text: said, unitId })
      const answer = await fetch('/api/complaints', { method: 'POST', headers, body })
      if (!answer.ok) throw new Error(await answer.text())
      return ((await answer.json()) as { number: string }).number
    },
    [ward, text] as const,
  )
}

/** What the server says that the bell counts on a page that is opened. */
async function bellOf(page: Page, address: string): Promise<number> {
  const answers = ['/api/cases/notices', '/api/complaints/notices'].map((path) =>
    page.waitForResponse((response) => response.url().includes(path)),
  )
  await page.goto(address)
  const counts = await Promise.all(answers.map(async (answer) => (await (await answer).json()) as { unread: number }))
  return counts.reduce((sum, { unread }) => sum + unread, 0)
}

test('a complaint rings in the bell, is given to somebody, its citizen says more, it is handed on and followed, answered by the other ward and made public', {
  timeout: 300_000,
}, async () => {
  const head = await openContext(browser, url, { size: DESK })
  await signInAs(head.context, 'lanhdao.phuong')
  const before = await bellOf(head.page, '/complaints')
  await settled(head.page)
  const bell = /^Thông báo nhắc việc: \d/

  const phone = await openContext(browser, url, { size: PHONE })
  await phone.page.goto('/phan-anh')
  await signIn(phone.page, 'chuyen.phuong@example.vn')
  await phone.page.getByText(/^Đang đăng nhập: /).waitFor()
  await phone.page.getByRole('heading', { level: 1, name: 'Phản ánh, kiến nghị' }).waitFor()
  const number = await complained(phone.page, 'Phường Vũng Tàu', 'Nhà tôi ở Tam Thắng mà giấy hẹn ghi sai phường')

  // The bell rings by itself, and what it counts is what the list has.
  await head.page
    .getByRole('button', { name: new RegExp(`^Thông báo nhắc việc: ${before + 1} `) })
    .waitFor({ timeout: SEEN_MS })
  await head.page.getByRole('button', { name: bell }).click()
  const entry = head.page
    .getByRole('navigation', { name: 'Danh sách thông báo' })
    .getByRole('link', { name: /Phản ánh, kiến nghị/ })
  const counted = Number(/\d+/.exec(await entry.innerText())?.[0])
  await looked(head.page, 'bell-vi-1440-open')
  await entry.click()
  await head.page.getByRole('heading', { level: 1, name: 'Thông báo về phản ánh' }).waitFor()
  await settled(head.page)
  const told = head.page.getByRole('row').filter({ hasText: 'Chưa đọc' })
  expect(await told.count()).toBe(counted)
  await looked(head.page, 'complaint-notices-vi-1440')
  // What was read goes, and is found again by whoever asks for all.
  await head.page.getByRole('button', { name: 'Đánh dấu đã đọc' }).click()
  await told.first().waitFor({ state: 'detached' })
  await head.page.getByRole('checkbox', { name: 'Chỉ chưa đọc' }).uncheck()
  const known = head.page.getByRole('row').filter({ hasText: number })
  await known.getByText('Đã đọc').waitFor()
  await head.page.reload()
  await known.waitFor()
  expect(await head.page.getByRole('checkbox', { name: 'Chỉ chưa đọc' }).isChecked()).toBe(false)
  await looked(head.page, 'complaint-notices-vi-1440-read')
  await known.getByRole('link').click()

  await head.page.getByRole('button', { name: 'Phân công' }).click()
  await head.page.getByRole('combobox', { name: 'Người trả lời' }).click()
  await head.page.getByRole('option', { name: 'Mai Xuân Trường' }).click()
  await head.page.getByRole('dialog').getByRole('button', { name: 'Phân công' }).click()
  await head.page.getByText('Giao cho Mai Xuân Trường').waitFor()
  await looked(head.page, 'complaint-vi-1440-assigned')

  // The citizen is asked for more, and says it with a picture.
  await head.page.getByRole('button', { name: 'Đề nghị bổ sung thông tin' }).click()
  await head.page.getByLabel('Cần công dân cho biết thêm gì?').fill('Số nhà ở tổ dân phố nào?')
  await looked(head.page, 'complaint-vi-1440-asking')
  await head.page.getByRole('button', { name: 'Đề nghị bổ sung thông tin' }).click()
  await head.page.getByText('Chưa có trả lời của công dân').waitFor()
  await phone.page.reload()
  await phone.page.getByRole('link', { name: `${number}: đơn vị đề nghị bạn bổ sung thông tin` }).waitFor()
  const card = phone.page.getByRole('listitem').filter({ hasText: number }).first()
  await card.getByText('Số nhà ở tổ dân phố nào?').waitFor()
  await card.getByText(/^Trong lúc chờ bạn, hạn trả lời vẫn tính/).waitFor()
  await card.getByLabel('Nội dung bổ sung').fill('Tổ 5, số nhà 12')
  const paper = { name: 'so-do-nha.png', mimeType: 'image/png', buffer: await phone.page.screenshot() }
  await card.locator('input[type="file"]').setInputFiles(paper)
  await looked(phone.page, 'complaint-vi-390-asked')
  await card.getByRole('button', { name: 'Gửi bổ sung' }).click()
  await card.getByText(/^Bạn đã trả lời,/).waitFor()
  await looked(phone.page, 'complaint-vi-390-given-more')
  await head.page.getByText('Tổ 5, số nhà 12').waitFor({ timeout: SEEN_MS })
  await head.page.getByRole('link', { name: 'so-do-nha.webp' }).waitFor()
  await looked(head.page, 'complaint-vi-1440-given-more')

  await head.page.getByRole('button', { name: 'Chuyển đơn vị khác' }).click()
  await head.page.getByRole('textbox', { name: 'Đơn vị có thẩm quyền' }).fill('tam thang')
  await head.page
    .getByRole('option', { name: /Tam Thắng/ })
    .first()
    .click()
  await head.page.getByLabel('Lý do chuyển (công dân đọc được)').fill('Nơi ở của bạn thuộc phường Tam Thắng')
  await picture(head.page, 'complaint-vi-1440-handing-on')
  await expectAccessible(head.page)
  await head.page.getByRole('dialog').getByRole('button', { name: 'Chuyển đơn vị khác' }).click()
  await head.page.getByText(new RegExp(`Đã chuyển ${number} đến Phường Tam Thắng`)).waitFor()
  await head.page.getByRole('heading', { level: 1, name: 'Phản ánh, kiến nghị' }).waitFor()
  await settled(head.page)
  expect(await head.page.getByRole('link', { name: number }).count()).toBe(0)
  await head.page.getByRole('tab', { name: 'Đã chuyển đi' }).click()
  await head.page.getByRole('link', { name: number }).waitFor()
  await looked(head.page, 'complaints-vi-1440-gone')
  await head.page.getByRole('link', { name: number }).click()
  await head.page.getByRole('heading', { level: 1, name: number }).waitFor()
  await looked(head.page, 'complaint-vi-1440-gone')

  // The citizen sees where it is now, and why.
  await phone.page.reload()
  await card.getByText('Đã chuyển từ Phường Vũng Tàu đến Phường Tam Thắng').waitFor()
  await card.getByText('Nơi ở của bạn thuộc phường Tam Thắng').waitFor()
  await looked(phone.page, 'complaint-vi-390-handed-on')

  const other = await openContext(browser, url, { size: PHONE, language: 'en', dark: true })
  await signInAs(other.context, 'phuong.tamthang')
  await other.page.goto('/complaints/notices?lang=en')
  await other.page.getByText('Handed on to your unit').first().waitFor()
  await looked(other.page, 'complaint-notices-en-390-dark')
  await other.page.getByRole('link', { name: number }).click()
  await other.page.getByText('Handed on from Phường Vũng Tàu to Phường Tam Thắng').waitFor()
  await other.page.getByText('The citizen said more').waitFor()
  await looked(other.page, 'complaint-en-390-dark-there')
  await other.page.getByRole('radio', { name: 'The complaint is right' }).check()
  await other.page.getByLabel('The answer').fill('Phường đã sửa giấy hẹn.')
  await other.page.getByRole('button', { name: 'Send the answer' }).click()
  await card.getByText('Phường đã sửa giấy hẹn.').waitFor({ timeout: SEEN_MS })

  // Nothing is public until the ward decides it, and nothing that says who somebody is.
  await other.page.getByRole('button', { name: 'Make the answer public' }).click()
  await other.page
    .getByLabel('The question, in your words')
    .fill('Giấy hẹn ghi sai phường thì làm thế nào? Gọi 0912345678')
  await other.page.getByRole('button', { name: 'Make the answer public' }).click()
  await other.page.getByText('The text has the number of an identity card').first().waitFor()
  await looked(other.page, 'complaint-en-390-dark-refused')
  await other.page.getByLabel('The question, in your words').fill('Giấy hẹn ghi sai phường thì làm thế nào?')
  await other.page.getByRole('button', { name: 'Make the answer public' }).click()
  await other.page.getByText(/^Public since/).waitFor()
  await looked(other.page, 'complaint-en-390-dark-public')

  await phone.page.goto('/dich-vu/tra-loi-phan-anh')
  await phone.page.getByRole('heading', { level: 2, name: 'Giấy hẹn ghi sai phường thì làm thế nào?' }).waitFor()
  expect(await phone.page.locator('main').innerText()).not.toContain(number)
  await picture(phone.page, 'public-answers-vi-390')
  await expectNoSidewaysScroll(phone.page)
  await expectAccessible(phone.page)
  await head.page.goto('/en/dich-vu/tra-loi-phan-anh')
  await picture(head.page, 'public-answers-en-1440')
  await expectAccessible(head.page)

  for (const { defects } of [phone, head, other]) expect(defects).toEqual([])
  await Promise.all([phone, head, other].map(({ context }) => context.close()))
})

test('terms and rules name their instruments and who set them, in one language; ratings are listed with the worst first', {
  timeout: 200_000,
}, async () => {
  for (const [size, language, dark, name] of [
    [DESK, 'vi', false, 'vi-1440'],
    [PHONE, 'en', true, 'en-390-dark'],
  ] as const) {
    const { page, context, defects } = await openContext(browser, url, { size, language, dark })
    await signInAs(context, 'lanhdao.phuong')
    await page.goto(`/complaints/terms?lang=${language}`)
    await page.getByText('Quyết định 766/QĐ-TTg, chỉ số 5.2').first().waitFor()
    expect(await page.locator('main').innerText()).not.toMatch(/decision-766|first term/)
    await looked(page, `complaint-terms-${name}`)
    await page.goto(`/appointments/ratings?lang=${language}&from=2020-01-01`)
    await settled(page)
    await page
      .getByText(language === 'vi' ? '1. Rất không hài lòng' : /^1\. /)
      .first()
      .waitFor()
    await looked(page, `case-ratings-${name}`)
    expect(defects).toEqual([])
    await context.close()
  }
})
