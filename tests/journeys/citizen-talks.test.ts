import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, openContext, PHONE } from '#testing/browser.ts'
import { signIn } from './applying.ts'
import { looked, settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** A citizen and the office talk about a case; a complaint gets its number, its time and its answer; notices are turned on. */

/** Hands an application in by calls of the page's own session; its id and the code of its case. */
async function filed(page: Page): Promise<{ draftId: string; caseCode: string; secret: string }> {
  return page.evaluate(async () => {
    type Place = { readonly id: string; readonly name: string }
    type Draft = { readonly id: string; readonly procedure: { readonly papers: readonly { readonly code: string }[] } }
    const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
      const headers = { 'x-haidang': '1', 'content-type': 'application/json' }
      const answer = await fetch(`/api${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
      return (await answer.json()) as T
    }
    const { places } = await call<{ places: Place[] }>('GET', '/portal/places')
    const unitId = places.find(({ name }) => name === 'Phường Vũng Tàu')?.id
    const draft = await call<Draft>('POST', '/portal/drafts', { procedureCode: '2.001088', unitId })
    const fields = {
      actingFor: 'self',
      'subject.name': 'Nguyễn Thị Minh Họa',
      'subject.phone': '0912345678',
      returnWay: 'desk',
      ...Object.fromEntries(draft.procedure.papers.map(({ code }) => [`paper.${code}`, 'bring'])),
    }
    for (const [name, value] of Object.entries(fields))
      await call('PUT', `/portal/drafts/${draft.id}/fields`, { name, value })
    return call('POST', `/portal/drafts/${draft.id}/filing`, {})
  })
}

const SEEN_MS = 5000

test('a citizen writes on a phone, an officer sees it at once and answers, the citizen sees the answer; a complaint is answered', {
  timeout: 300_000,
}, async () => {
  const phone = await openContext(browser, url, { size: PHONE })
  await phone.page.goto('/ho-so-cua-toi')
  await signIn(phone.page, 'me.hoi@example.vn')
  await phone.page.getByRole('heading', { level: 1, name: 'Hồ sơ của tôi' }).waitFor()
  const { draftId, caseCode, secret } = await filed(phone.page)

  const desk = await openContext(browser, url, { size: DESK })
  await signInAs(desk.context, 'chuyenvien.vungtau')
  await desk.page.goto('/cases?list=letters')
  await settled(desk.page)

  await phone.page.goto(`/ho-so-cua-toi/${draftId}`)
  await phone.page.getByLabel('Lời nhắn của bạn').fill('Cháu bé sinh ở bệnh viện, tôi cần mang giấy gì?')
  await phone.page.getByRole('button', { name: 'Gửi lời nhắn' }).click()
  await phone.page.getByRole('log').getByText('Cháu bé sinh ở bệnh viện').waitFor()
  await looked(phone.page, 'talk-vi-390-written')
  // The list of whom citizens wait for fills by itself, and so does the bell.
  const row = desk.page.getByRole('row').filter({ hasText: caseCode })
  await row.waitFor({ timeout: SEEN_MS })
  await desk.page.getByRole('link', { name: /Thông báo nhắc việc: [1-9]/ }).waitFor({ timeout: SEEN_MS })
  await looked(desk.page, 'talk-vi-1440-waiting')
  await row.getByRole('link').click()
  await desk.page.getByRole('tab', { name: 'Tin nhắn' }).click()
  await desk.page.getByLabel('Trả lời công dân').fill('Chị mang giấy chứng sinh và căn cước.')
  await looked(desk.page, 'talk-vi-1440-answering')
  await desk.page.getByRole('button', { name: 'Gửi trả lời' }).click()
  await phone.page.getByRole('log').getByText('Chị mang giấy chứng sinh').waitFor({ timeout: SEEN_MS })
  await desk.page
    .getByText(/Đã xem lúc/)
    .first()
    .waitFor({ timeout: SEEN_MS })
  await phone.page.goto(`/ho-so-cua-toi/${draftId}?lang=en`)
  await phone.page.getByRole('log').getByText('Chị mang giấy chứng sinh').waitFor()
  await looked(phone.page, 'talk-en-390-answered')

  // With the receipt in hand, without signing in.
  await phone.page.goto(`/tra-cuu?ma=${caseCode}#${secret}`)
  await phone.page.getByLabel('Lời nhắn').fill('Nhắn từ giấy tiếp nhận')
  await phone.page.getByRole('button', { name: 'Gửi lời nhắn' }).click()
  await phone.page.locator('.talk').getByText('Nhắn từ giấy tiếp nhận').waitFor()
  expect(await phone.page.getByText('Chị mang giấy chứng sinh').count()).toBe(0)
  await looked(phone.page, 'talk-vi-390-track')

  await phone.page.goto(`/phan-anh?draft=${draftId}&lang=vi`)
  await phone.page.getByRole('radio', { name: 'Việc giải quyết hồ sơ' }).check()
  await phone.page.getByLabel('Nội dung phản ánh').fill('Hẹn trả quá lâu')
  await phone.page.getByRole('button', { name: 'Gửi phản ánh' }).click()
  const kept = await phone.page.getByText(/Đã nhận phản ánh PA-/).innerText()
  const number = /PA-\d{4}-\d{6}/.exec(kept)?.[0] ?? ''
  await looked(phone.page, 'complaint-vi-390-filed')

  const head = await openContext(browser, url, { size: DESK, language: 'en' })
  await signInAs(head.context, 'lanhdao.phuong')
  await head.page.goto('/complaints?lang=en')
  await head.page.getByRole('link', { name: number }).waitFor()
  await looked(head.page, 'complaint-en-1440-list')
  await head.page.getByRole('link', { name: number }).click()
  await head.page.getByRole('radio', { name: 'Partly right' }).check()
  await head.page.getByLabel('The answer').fill('Phường đã rút ngắn thời gian.')
  await looked(head.page, 'complaint-en-1440-answering')
  await head.page.getByRole('button', { name: 'Send the answer' }).click()
  await phone.page.getByText('Phường đã rút ngắn thời gian.').waitFor({ timeout: SEEN_MS })
  await looked(phone.page, 'complaint-vi-390-answered')

  // Notices are off until the box is ticked.
  await phone.page.goto('/ho-so-cua-toi?lang=vi')
  const on = phone.page.getByRole('button', { name: 'Bật thông báo' })
  expect(await on.isDisabled()).toBe(true)
  expect(await phone.page.getByRole('checkbox').isChecked()).toBe(false)
  await phone.page.getByRole('checkbox').check()
  await on.click()
  await phone.page.getByText(/Bật từ .*mô phỏng/).waitFor()
  await looked(phone.page, 'push-vi-390-on')

  for (const { defects } of [phone, desk, head]) expect(defects).toEqual([])
  await Promise.all([phone, desk, head].map(({ context }) => context.close()))
})
