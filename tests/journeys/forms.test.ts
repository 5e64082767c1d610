import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { definitionOf, readForms } from '#main/demo/forms-rows.ts'
import { DESK, openContext, PHONE } from '#testing/browser.ts'
import { said } from './form-engine.ts'
import { looked, settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** A form from nothing to in force, filled in as a citizen fills it in; and one engine in browser and server. */

const CODE = 'don-thu-nghiem'

/** Someone else's browser, closed when they are done. */
async function as(
  name: string,
  act: (page: Page, context: BrowserContext) => Promise<void>,
  options: { size?: typeof PHONE; language?: 'vi' | 'en'; dark?: boolean } = {},
) {
  const { context, page, defects } = await openContext(browser, url, options)
  await signInAs(context, name)
  await act(page, context)
  expect(defects).toEqual([])
  await context.close()
}

const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

async function addField(page: Page, kind: string, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Thêm mục' }).first().click()
  await page.getByRole('menuitem', { name: kind, exact: true }).click()
  await box(page, 'Câu hỏi, tên mục (tiếng Việt)').fill(label)
  await box(page, 'Câu hỏi, tên mục (tiếng Anh)').fill(label)
  await box(page, 'Câu hỏi, tên mục (tiếng Anh)').blur()
}

test(
  'an official designs a form: fields, a condition in words, the phone beside it, the linter',
  { timeout: 240_000 },
  () =>
    as('canbo.thanhpho', async (page) => {
      await page.goto('/forms?lang=vi')
      await looked(page, 'forms-list-1440')
      await page.goto('/forms/new')
      await looked(page, 'forms-new-1440')
      await box(page, 'Mã biểu mẫu').fill(CODE)
      await box(page, 'Tên biểu mẫu').fill('Đơn thử nghiệm')
      await page.getByRole('button', { name: 'Tạo dự thảo' }).click()
      await page.getByRole('heading', { level: 1, name: /Đơn thử nghiệm/ }).waitFor()
      await addField(page, 'Có hoặc không', 'Có con không?')
      await page.getByLabel('Bắt buộc trả lời').check()
      await addField(page, 'Số', 'Số con')
      await page.getByLabel('Bắt buộc trả lời').check()
      await page.getByText('Theo câu trả lời').first().click()
      await page.getByText('Đọc là: Có con không?').waitFor()
      await page.getByRole('region', { name: 'Tính chất của mục' }).waitFor()
      await looked(page, 'forms-design-1440')
      const phone = page.locator('form').last()
      await phone.getByRole('radio', { name: 'Có' }).check()
      await phone.getByLabel('Số con').waitFor()
      await page.getByRole('tab', { name: /Soát lỗi/ }).click()
      await page.getByText(/Đã thử 1\/1 điều kiện/).waitFor()
      await looked(page, 'forms-lint-1440')
      await page.getByRole('button', { name: 'Lưu dự thảo' }).click()
      await page.getByText('Đã lưu dự thảo.').waitFor()
      // Whoever wrote it does not publish it.
      expect(await page.getByRole('button', { name: 'Công bố' }).count()).toBe(0)
    }),
)

test('a second person publishes it, and it is filled in as on a phone', { timeout: 240_000 }, async () => {
  await as('lanhdao', async (page) => {
    await page.goto(`/forms/${CODE}/design?lang=vi`)
    await settled(page)
    await page.getByRole('button', { name: 'Công bố' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Công bố' }).click()
    await page.getByText('Đã công bố biểu mẫu.').waitFor()
  })
  await as(
    'lanhdao',
    async (page) => {
      await page.goto(`/forms/${CODE}?lang=vi`)
      await settled(page)
      await page.getByRole('button', { name: 'Gửi' }).click()
      const summary = page.getByRole('alert').filter({ hasText: 'Có 1 mục cần sửa' })
      await summary.waitFor()
      await expect.poll(() => page.evaluate(`document.activeElement?.getAttribute('role')`)).toBe('alert')
      await looked(page, 'forms-try-errors-390')
      await page.getByRole('radio', { name: 'Có' }).check()
      await page.getByLabel('Số con').fill('2')
      await page.getByRole('button', { name: 'Gửi' }).click()
      await page.getByText('Biểu mẫu đã điền đủ, không có gì được gửi đi.').waitFor()
      await looked(page, 'forms-try-390')
    },
    { size: PHONE },
  )
})

test('a form of the demonstration at both widths, in both languages; its designer on a phone', {
  timeout: 240_000,
}, async () => {
  await as('canbo.thanhpho', async (page) => {
    await page.goto('/forms/to-khai-dang-ky-khai-sinh?lang=vi')
    await looked(page, 'forms-birth-1440')
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.getByRole('alert').filter({ hasText: 'mục cần sửa' }).waitFor()
    await looked(page, 'forms-birth-errors-1440')
    await page.goto('/forms/to-khai-dang-ky-khai-sinh?lang=vi&tab=versions')
    await looked(page, 'forms-versions-1440')
  })
  await as(
    'canbo.thanhpho',
    async (page) => {
      await page.goto('/forms/to-khai-dang-ky-khai-sinh?lang=en')
      await looked(page, 'forms-birth-en-390')
      await page.goto('/forms/to-khai-dang-ky-khai-sinh/design')
      await looked(page, 'forms-design-en-390')
      await page.goto('/forms')
      await looked(page, 'forms-list-en-390')
    },
    { size: PHONE, language: 'en', dark: true },
  )
})

test('every kind of field is accessible, and a block of cells is pasted from a spreadsheet with its errors', {
  timeout: 240_000,
}, async () => {
  for (const size of [DESK, PHONE])
    await as(
      'quantri',
      async (page) => {
        await page.goto('/gallery?lang=vi')
        await page.getByRole('tab', { name: 'Biểu mẫu' }).click()
        await page.getByRole('heading', { name: 'Mọi loại mục' }).waitFor()
        await looked(page, `forms-every-kind-${size.width}`)
        const cell = page.getByLabel('Cột text, dòng 1', { exact: false }).first()
        await cell.focus()
        await page.evaluate(`{
          const clipboardData = new DataTransfer()
          const lines = Array.from({ length: 1000 }, (_, at) => 'Dòng ' + at + '\\tTrần Văn An\\t' + (at === 3 ? 'sai' : at))
          clipboardData.setData('text/plain', lines.join('\\n'))
          document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
        }`)
        await page.getByText(/Đã dán 1.000 dòng/).waitFor()
        await page.getByRole('button', { name: /ô cần sửa/ }).click()
        const focused = () => page.evaluate(`document.activeElement?.getAttribute('name')`)
        await expect.poll(focused).toBe('table.1.money')
        await looked(page, `forms-pasted-${size.width}`)
        // As in a spreadsheet; Enter hands nothing in.
        await page.keyboard.press('Enter')
        await expect.poll(focused).toBe('table.2.money')
        await page.keyboard.press('ArrowUp')
        await expect.poll(focused).toBe('table.1.money')
        await page.keyboard.press('Control+ArrowDown')
        await expect.poll(focused).toBe('table.999.money')
        expect(await page.locator('tbody tr[aria-rowindex]').count()).toBeLessThan(60)
      },
      { size },
    )
})

test('browser and server say the same of ten thousand random answers, letter for letter', {
  timeout: 600_000,
}, async () => {
  const entry = join(import.meta.dirname, 'form-engine.ts')
  const made = await build({
    configFile: false,
    root: join(import.meta.dirname, '../..'),
    logLevel: 'error',
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'formEngine' } },
  })
  const [output] = Array.isArray(made) ? made : [made]
  const code = output && 'output' in output ? output.output[0].code : ''
  const file = await readForms()
  const definitions = file.forms.map((row) => JSON.stringify(definitionOf(row, file)))
  const { context, page } = await openContext(browser, url)
  await page.goto('about:blank')
  await page.evaluate(`${code}; globalThis.formEngine = formEngine`)
  const each = Math.ceil(10_000 / definitions.length)
  let compared = 0
  for (const [at, definition] of definitions.entries()) {
    const [from, to] = [at * each, (at + 1) * each]
    const here = said(definition, '2026-12-01', from, to)
    const there = (await page.evaluate(
      `formEngine.said(${JSON.stringify(definition)}, '2026-12-01', ${from}, ${to})`,
    )) as string[]
    expect(there.length).toBe(here.length)
    for (const [line, text] of here.entries()) expect(there[line]).toBe(text)
    compared += here.length
  }
  expect(compared).toBeGreaterThanOrEqual(10_000)
  await context.close()
})
