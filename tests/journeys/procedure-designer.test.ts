import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, expectAccessible, openContext, PHONE, picture } from '#testing/browser.ts'
import { looked, settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** A procedure from nothing to in force: written by one official, its process drawn by the keys, both published by another. */

const CODE = '9.123456'

/** Someone else's browser, closed when they are done. */
async function as(name: string, act: (page: Page, context: BrowserContext) => Promise<void>, size = DESK) {
  const { context, page, defects } = await openContext(browser, url, { size })
  await signInAs(context, name)
  await act(page, context)
  expect(defects).toEqual([])
  await context.close()
}

const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.locator('main').getByLabel(label).first().click()
  await page.getByRole('option', { name: option, exact: true }).first().click()
}

test('an official writes a new procedure; what is missing is named beside its field', { timeout: 180_000 }, () =>
  as('canbo.thanhpho', async (page) => {
    await page.goto('/procedures/new?lang=vi')
    await looked(page, 'designer-new-procedure')
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click()
    await page.getByText('Chưa lưu được: còn ô chưa điền đúng.').waitFor()
    await expectAccessible(page)
    await box(page, 'Mã thủ tục').fill(CODE)
    await box(page, 'Tên thủ tục').fill('Xác nhận thử nghiệm')
    await choose(page, 'Lĩnh vực', 'Hộ tịch')
    await page.getByRole('button', { name: 'Thêm câu hỏi' }).click()
    await box(page, 'Nội dung câu hỏi').fill('Nộp qua người được ủy quyền')
    await page.getByRole('button', { name: 'Thêm giấy tờ' }).click()
    await box(page, 'Tên giấy tờ').fill('Văn bản ủy quyền')
    await page.getByText('Theo câu trả lời').first().click()
    await page.getByText('Đọc là:').waitFor()
    await box(page, 'Số lượng').fill('5')
    await box(page, 'Tên kết quả').fill('Giấy xác nhận')
    await box(page, 'Số, ký hiệu').fill('MH-77/NQ')
    await box(page, 'Tên văn bản').fill('Nghị quyết minh họa')
    await page.getByRole('button', { name: 'Lưu dự thảo' }).click()
    await page.getByRole('heading', { level: 1, name: 'Xác nhận thử nghiệm' }).waitFor()
    await looked(page, 'designer-draft')
  }),
)

test('a second person publishes it, with the decision and its days', { timeout: 120_000 }, () =>
  as('lanhdao', async (page) => {
    await page.goto(`/procedures/${CODE}/draft?lang=vi`)
    await settled(page)
    await page.getByRole('button', { name: 'Công khai' }).click()
    await box(page, 'Số quyết định công bố').fill('MH-99/QĐ-UBND')
    const today = new Date().toLocaleDateString('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' })
    await page.getByRole('dialog').getByLabel('Ngày quyết định').first().fill(today)
    await picture(page, 'designer-publish')
    await page.getByRole('dialog').getByRole('button', { name: 'Công khai' }).click()
    await page.getByText('Thủ tục đã được công khai.').waitFor()
  }),
)

test(
  'its process is drawn by the keys alone: added, walked, moved, connected, undone, saved',
  { timeout: 180_000 },
  () =>
    as('canbo.thanhpho', async (page) => {
      await page.goto(`/procedures/${CODE}/design?lang=vi`)
      await looked(page, 'designer-begun')
      const step = (name: string) => page.locator('main [data-step]', { hasText: name })
      await step('Tiếp nhận').focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('a')
      expect(await page.locator('main [data-step]').count()).toBe(6)
      // The panel opens with the focus in the name.
      await page.keyboard.press('Enter')
      await expect.poll(() => page.evaluate('document.activeElement?.getAttribute("name")')).toBe('step-name')
      await page.keyboard.press('Control+A')
      await page.keyboard.type('Xác minh thực địa')
      await page.getByRole('checkbox', { name: 'Có thời gian riêng cho bước này' }).press('Space')
      await box(page, 'Số lượng').fill('60')
      await page.getByText('Vượt 20 giờ.').waitFor()
      await looked(page, 'designer-over')
      await box(page, 'Số lượng').fill('16')
      await page.getByText('Còn 24 giờ.').waitFor()
      await step('Tiếp nhận').focus()
      await page.keyboard.press('c')
      await page.getByText('Nối từ “Tiếp nhận”').first().waitFor()
      for (let at = 0; at < 2; at++) await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Shift+ArrowDown')
      await page.keyboard.press('Control+z')
      await page.keyboard.press('Control+y')
      await page.getByRole('button', { name: 'Sắp xếp lại' }).press('Enter')
      await looked(page, 'designer-drawn')
      await page.getByRole('button', { name: 'Lưu dự thảo' }).press('Enter')
      await page.getByText('Đã lưu dự thảo quy trình.').first().waitFor()
    }),
)

test('on a phone the list can do the same', { timeout: 120_000 }, () =>
  as(
    'canbo.thanhpho',
    async (page) => {
      await page.goto(`/procedures/${CODE}/design?lang=vi`)
      await looked(page, 'designer-phone')
      await page.getByRole('button', { name: 'Thêm bước sau: Xác minh thực địa' }).click()
      await page.getByRole('button', { name: 'Sửa: Xác minh thực địa' }).click()
      await page.getByRole('dialog').waitFor()
      await picture(page, 'designer-phone-step', false)
      await expectAccessible(page)
    },
    PHONE,
  ),
)

test('the second person publishes the process, and a case can be tried out on it', { timeout: 120_000 }, () =>
  as('lanhdao', async (page) => {
    await page.goto(`/procedures/${CODE}?tab=processes&lang=vi`)
    await settled(page)
    await page.locator('main a[href*="/processes/"]').first().click()
    await page.getByRole('button', { name: 'Ban hành' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Ban hành' }).click()
    await page.getByText('Đang áp dụng').waitFor()
    await page.goto(`/procedures/${CODE}/try`)
    await settled(page)
    await page.getByRole('list', { name: 'Đường đi của hồ sơ' }).waitFor()
    await looked(page, 'designer-try')
  }),
)

/** The case after an act of somebody's, or as it stands. */
type Shown = {
  readonly id: string
  readonly version: number
  readonly business: string
  readonly stepName: { readonly vi: string } | null
  readonly possible: readonly { readonly act: string }[]
}

async function call(context: BrowserContext, path: string, data?: object): Promise<Shown> {
  const headers = { 'x-haidang': '1' }
  const answer = await (data ? context.request.post(path, { headers, data }) : context.request.get(path, { headers }))
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  return (await answer.json()) as Shown
}

test('a case of the new procedure goes through the steps that were drawn, to its decision', {
  timeout: 180_000,
}, async () => {
  const [clerk, specialist, leader] = await Promise.all(
    ['motcua.vungtau', 'chuyenvien.vungtau', 'lanhdao.phuong'].map(async (name) => {
      const { context } = await openContext(browser, url, { size: DESK })
      await signInAs(context, name)
      return context
    }),
  )
  if (!clerk || !specialist || !leader) throw new Error('Three people were asked for.')
  const units = await clerk.request.get('/api/organisation/units?code=26506&limit=1')
  const [unit] = ((await units.json()) as { units: { unitId: string }[] }).units
  let shown = await call(clerk, '/api/cases', {
    procedureCode: CODE,
    receivedUnitId: unit?.unitId,
    channel: 'counter',
    subject: { kind: 'person', name: 'Trần Văn Thử', phone: '0903123456' },
    missingReason: 'Người dân tự nộp, không ủy quyền',
  })
  const steps = [shown.stepName?.vi]
  for (let turn = 0; turn < 10 && shown.business !== 'decided'; turn++) {
    const path = `/api/cases/${shown.id}`
    const decides = (await call(leader, path)).possible.some(({ act }) => act === 'decide')
    const who = decides ? leader : turn === 0 ? clerk : specialist
    const act = decides ? { name: 'decide-case', outcome: 'granted' } : { name: 'forward-case' }
    const { name, ...data } = act
    const may = (await call(who, path)).possible.some(({ act: one }) => `${one}-case` === name)
    shown = await call(may ? who : specialist, `${path}/${name}`, { version: shown.version, ...data })
    steps.push(shown.stepName?.vi)
  }
  expect(shown.business).toBe('decided')
  expect(steps).toContain('Xác minh thực địa')
  await Promise.all([clerk, specialist, leader].map((context) => context.close()))
})
