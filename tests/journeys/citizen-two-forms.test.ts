import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, openContext, PHONE } from '#testing/browser.ts'
import { choosePlace, next, saved, signIn, walkTo } from './applying.ts'
import { both, publishForm } from './own-form.ts'
import { looked, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** A procedure with two forms that ask under the same names: filled in one after the other, handed in together, read by an officer. */

const PROCEDURE = '2.000908'
const name = { kind: 'person-name', name: 'ho_ten', label: both('Họ và tên', 'Full name'), required: true }
const REQUEST = {
  title: both('Đơn xin bản sao', 'Request for a copy'),
  steps: [
    {
      code: 'noi-dung',
      title: both('Bản sao cần cấp', 'The copy you need'),
      fields: [name, { kind: 'text', name: 'ly_do', label: both('Dùng vào việc gì', 'What it is for') }],
    },
  ],
}
const PLEDGE = {
  title: both('Bản cam kết', 'Pledge'),
  steps: [
    {
      code: 'noi-dung',
      title: both('Cam kết của bạn', 'Your pledge'),
      fields: [
        name,
        { kind: 'yes-no', name: 'cam_ket', label: both('Chưa xin ở nơi khác', 'Not asked for elsewhere') },
      ],
    },
  ],
}

const field = (page: Page, of: string) => page.locator(`[data-field="${of}"]`)

test('two forms of one procedure are filled in, read back and handed in together, and an officer reads both', {
  timeout: 400_000,
  // A form is published once.
  retry: 0,
}, async () => {
  await publishForm(browser, url, { code: 'don-xin-ban-sao', procedure: PROCEDURE, after: -1, definition: REQUEST })
  await publishForm(browser, url, { code: 'ban-cam-ket', procedure: PROCEDURE, after: -1, definition: PLEDGE })
  const { context, page, defects } = await openContext(browser, url, { size: PHONE })
  await page.goto(`/nop-ho-so/${PROCEDURE}`)
  await signIn(page, 'hai.don@example.vn')
  await page.getByRole('radio', { name: 'Cho tôi' }).check()
  await next(page)
  await page.locator('input[name="subject.name"]').fill('Trần Thị Hai Đơn')
  await walkTo(page, 'Cam kết của bạn')
  await field(page, 'ho_ten').locator('input').fill('Trần Thị Cam Kết')
  await field(page, 'cam_ket').getByRole('radio', { name: 'Có' }).check()
  await looked(page, 'two-forms-vi-390-first')
  await next(page)
  await page.getByRole('heading', { level: 1, name: 'Bản sao cần cấp' }).waitFor()
  expect(await field(page, 'ho_ten').locator('input').inputValue()).toBe('')
  // What is wrong in the second form is told there.
  await next(page)
  await page.getByRole('alert').filter({ hasText: 'Có 1 mục cần sửa' }).waitFor()
  await field(page, 'ho_ten').locator('input').fill('Trần Thị Bản Sao')
  await field(page, 'ly_do').locator('input').fill('Đi học')
  await saved(page)
  await looked(page, 'two-forms-vi-390-second')

  const desk = await openContext(browser, url, { size: DESK, language: 'en' })
  await desk.page.goto(`/nop-ho-so/${PROCEDURE}?lang=en`)
  await signIn(desk.page, 'hai.don@example.vn')
  await desk.page.getByRole('heading', { level: 1, name: 'The copy you need' }).waitFor()
  expect(await field(desk.page, 'ho_ten').locator('input').inputValue()).toBe('Trần Thị Bản Sao')
  await walkTo(desk.page, 'Check and hand in', async (title) => {
    if (title === 'Where do you apply?') await choosePlace(desk.page)
  })
  await saved(desk.page)
  for (const [title, said] of [
    ['Request for a copy', 'Trần Thị Bản Sao'],
    ['Pledge', 'Trần Thị Cam Kết'],
  ] as const)
    await desk.page.getByRole('region', { name: title }).getByText(said).waitFor()
  await looked(desk.page, 'two-forms-en-1440-check')
  await desk.page.getByRole('button', { name: 'Hand in', exact: true }).click()
  await desk.page.getByRole('heading', { level: 1, name: 'Handed in' }).waitFor()
  await looked(desk.page, 'two-forms-en-1440-filed')
  const code = await desk.page.locator('main dd').first().innerText()

  const office = await openContext(browser, url, { size: DESK })
  await signInAs(office.context, 'motcua.vungtau')
  const listed = await office.context.request.post('/api/cases/list', {
    headers: { 'x-haidang': '1' },
    data: { list: 'to-receive', limit: 200 },
  })
  const { cases } = (await listed.json()) as { cases: { id: string; code: string }[] }
  await office.page.goto(`/cases/${cases.find((one) => one.code === code)?.id}`)
  await office.page.getByRole('tab', { name: /^Tờ khai/ }).click()
  await office.page.getByText('Trần Thị Bản Sao').first().waitFor()
  await office.page.getByText('Trần Thị Cam Kết').first().waitFor()
  await looked(office.page, 'two-forms-case-1440')
  for (const one of [defects, desk.defects, office.defects]) expect(one).toEqual([])
  await Promise.all([context.close(), desk.context.close(), office.context.close()])
})
