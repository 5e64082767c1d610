import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, openContext, PHONE } from '#testing/browser.ts'
import { heading, next, saved, signIn, walkTo } from './applying.ts'
import { both, publishForm } from './own-form.ts'
import { looked } from './people.ts'
import { browser, url } from './the-browser.ts'

/** An application begun on one version of its form, opened on the next: each change is told at its field, and nothing is lost. */

const [CODE, PROCEDURE] = ['don-chuyen-noi-chi-tra', '1.001758']

const choices = (...values: readonly string[]) =>
  values.map((value) => ({ value, label: both(WAYS[value]?.[0] ?? '', WAYS[value]?.[1] ?? '') }))
const WAYS: Readonly<Record<string, readonly [string, string]>> = {
  'tien-mat': ['Tiền mặt tại phường', 'Cash at the ward'],
  'chuyen-khoan': ['Chuyển khoản', 'Bank transfer'],
  'buu-dien': ['Qua bưu điện', 'By post'],
}
const TITLE = both('Đơn đề nghị chuyển nơi chi trả trợ cấp', 'Request to move where allowance is paid')
const PERSON = {
  code: 'nguoi-huong',
  title: both('Người hưởng trợ cấp', 'Who receives the allowance'),
}
const PAY = { code: 'chi-tra', title: both('Nơi và cách chi trả', 'Where and how it is paid') }
const name = {
  kind: 'person-name',
  name: 'ho_ten',
  label: both('Họ và tên', 'Full name'),
  required: true,
  known: 'name',
}

const FIRST = {
  title: TITLE,
  steps: [
    {
      ...PERSON,
      fields: [
        name,
        { kind: 'text', name: 'so_so', label: both('Số sổ lĩnh tiền', 'Number of the pay book') },
        { kind: 'text', name: 'nguoi_quen', label: both('Người quen ở nơi mới', 'Somebody you know there') },
      ],
    },
    {
      ...PAY,
      fields: [
        {
          kind: 'choice',
          name: 'cach',
          label: both('Nhận tiền thế nào', 'How you are paid'),
          choices: choices('tien-mat', 'chuyen-khoan', 'buu-dien'),
        },
        { kind: 'text', name: 'tai_khoan', label: both('Số tài khoản', 'Account number') },
        { kind: 'paragraph', name: 'ly_do', label: both('Lý do chuyển', 'Why you move') },
      ],
    },
  ],
}

/** The pay book is called otherwise, whom one knows there is not asked any more, the post does not pay, and two things are new or must be answered. */
const SECOND = {
  title: TITLE,
  steps: [
    {
      ...PERSON,
      fields: [
        name,
        {
          kind: 'text',
          name: 'ma_huong',
          formerly: ['so_so'],
          label: both('Mã người hưởng', 'Number of the beneficiary'),
        },
        { kind: 'day', name: 'chuyen_tu', label: both('Chuyển từ ngày', 'Moved on'), required: true },
      ],
    },
    {
      ...PAY,
      fields: [
        {
          kind: 'choice',
          name: 'cach',
          label: both('Nhận tiền thế nào', 'How you are paid'),
          choices: choices('tien-mat', 'chuyen-khoan'),
        },
        { kind: 'text', name: 'tai_khoan', label: both('Số tài khoản', 'Account number'), required: true },
        { kind: 'paragraph', name: 'ly_do', label: both('Lý do chuyển', 'Why you move') },
      ],
    },
  ],
}

const field = (page: Page, of: string) => page.locator(`[data-field="${of}"]`)

test('a draft comes to the next version: each change is told at its field and above, what has no place is shown, nothing is lost', {
  timeout: 400_000,
  // A version is published once.
  retry: 0,
}, async () => {
  await publishForm(browser, url, { code: CODE, procedure: PROCEDURE, after: -1, definition: FIRST })
  const { context, page, defects } = await openContext(browser, url, { size: PHONE })
  await page.goto(`/nop-ho-so/${PROCEDURE}`)
  await signIn(page, 'chuyen.noi@example.vn')
  await page.getByRole('radio', { name: 'Cho tôi' }).check()
  await next(page)
  await page.locator('input[name="subject.name"]').fill('Lê Thị Chuyển')
  await walkTo(page, PERSON.title.vi)
  await field(page, 'so_so').locator('input').fill('TC-0123')
  await field(page, 'nguoi_quen').locator('input').fill('Bà Bảy Minh Họa')
  await next(page)
  await heading(page, PAY.title.vi)
  await field(page, 'cach').locator('input[value="buu-dien"]').check()
  await field(page, 'ly_do').locator('textarea').fill('Về ở với con')
  await saved(page)

  await publishForm(browser, url, { code: CODE, procedure: PROCEDURE, after: 0, definition: SECOND })
  // The page is still open on the first version; what is typed on it goes where it belongs now.
  await field(page, 'ly_do').locator('textarea').fill('Về ở với con gái')
  await saved(page)
  await page.reload()
  await heading(page, PAY.title.vi)
  const above = page.getByRole('note').filter({ hasText: 'phiên bản 2' })
  await above.waitFor()
  await above.getByText('Bà Bảy Minh Họa').waitFor()
  // The choice that is gone is called as it was, above and at its field.
  const gone = 'Trước đây chọn: Qua bưu điện, không còn trong bản mới.'
  await above.getByText(gone).waitFor()
  await field(page, 'cach').getByText(gone).waitFor()
  expect(await field(page, 'ly_do').locator('textarea').inputValue()).toBe('Về ở với con gái')
  await looked(page, 'form-moves-vi-390-pay')
  await above.getByRole('button', { name: 'Chuyển từ ngày' }).click()
  await heading(page, PERSON.title.vi)
  await field(page, 'chuyen_tu').getByText('Mục mới trong phiên bản này.').waitFor()
  await field(page, 'ma_huong')
    .getByText(/đổi tên trong phiên bản mới/)
    .waitFor()
  expect(await field(page, 'ma_huong').locator('input').inputValue()).toBe('TC-0123')
  await page.getByRole('group', { name: 'Chuyển từ ngày', description: 'Mục mới trong phiên bản này.' }).waitFor()
  expect(await field(page, 'nguoi_quen').count()).toBe(0)
  await looked(page, 'form-moves-vi-390-person')

  for (const [size, language, dark] of [
    [DESK, 'vi', false],
    [DESK, 'en', true],
    [PHONE, 'en', false],
  ] as const) {
    const there = await openContext(browser, url, { size, language, dark })
    // Who asks for code after code is asked to wait.
    await there.context.addCookies(await context.cookies())
    await there.page.goto(`/nop-ho-so/${PROCEDURE}?lang=${language}`)
    await heading(there.page, PERSON.title[language])
    await there.page.getByRole('note').waitFor()
    await looked(there.page, `form-moves-${language}-${size.width}-person`)
    await there.page
      .getByRole('note')
      .getByRole('button', { name: language === 'vi' ? 'Số tài khoản' : 'Account number' })
      .click()
    await heading(there.page, PAY.title[language])
    await looked(there.page, `form-moves-${language}-${size.width}-pay`)
    await there.page
      .getByRole('note')
      .getByRole('button', { name: language === 'vi' ? 'Chuyển từ ngày' : 'Moved on' })
      .click()
    await heading(there.page, PERSON.title[language])
    await saved(there.page)
    expect(there.defects).toEqual([])
    await there.context.close()
  }

  // What does not fit is mended, and then the application may be handed in.
  await page.reload()
  await heading(page, PERSON.title.vi)
  await field(page, 'chuyen_tu').locator('input').first().fill('01/11/2026')
  await field(page, 'chuyen_tu').locator('input').first().blur()
  await next(page)
  await heading(page, PAY.title.vi)
  await field(page, 'cach').locator('input[value="chuyen-khoan"]').check()
  await field(page, 'tai_khoan').locator('input').fill('0123456789')
  await next(page)
  await expect.poll(() => page.locator('main h1').innerText()).toBe('Nộp đến đâu?')
  await saved(page)
  const { request } = context
  const { rows } = (await (await request.get('/api/portal/own')).json()) as { rows: { id: string }[] }
  const draft = (await (await request.get(`/api/portal/drafts/${rows[0]?.id}`)).json()) as {
    forms: [{ answers: object; aside: object }]
    troubles: { field: string }[]
  }
  expect(draft.forms[0].answers).toMatchObject({ ma_huong: 'TC-0123', cach: 'chuyen-khoan', ly_do: 'Về ở với con gái' })
  expect(draft.forms[0].aside).toMatchObject({ nguoi_quen: 'Bà Bảy Minh Họa' })
  expect(draft.troubles.filter(({ field: of }) => of.startsWith('form.'))).toEqual([])
  expect(defects).toEqual([])
  await context.close()
})
