import { execFile } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible, expectNoSidewaysScroll, openBrowser, openContext, PHONE, picture } from '#testing/browser.ts'
import { settled, signInAs } from './people.ts'

/** The city's public report of nine months: handed in, its contradictions read, decided on, corrected and handed in again. */
let browser: Browser
let url: string
let report: string
beforeAll(async () => {
  ;({ browser, url } = await openBrowser())
  report = await readFile(join(import.meta.dirname, '../../src/modules/auditor/golden/city-2023.txt'), 'utf8')
})
afterAll(() => browser.close())

const FOLDER = join(import.meta.dirname, '../../build/pictures')
const REASON = 'Tính theo người nhận qua tài khoản, có xác nhận của bảo hiểm xã hội.'
/** A share with a lost separator, which the next version corrects. */
const LOST = '421.62/527.025'
const MENDED = '421.620/527.025'
/** A share that does not fit its fraction, which somebody explains. */
const EXPLAINED = /1\.147\/2\.154/

async function person(name: string, size?: typeof PHONE): Promise<Page> {
  const { context, page } = await openContext(browser, url, { language: 'vi', ...(size && { size }) })
  await signInAs(context, name)
  return page
}

async function handIn(page: Page, text: string): Promise<void> {
  const buffer = Buffer.from(text)
  await page.locator('input[type="file"]').setInputFiles({ name: 'bao-cao.txt', mimeType: 'text/plain', buffer })
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click()
  await page.waitForURL(/\/audits\/[0-9a-f-]{36}$/)
  await settled(page)
}

/** The piece of the document where a finding stands. */
const mark = (page: Page, text: string | RegExp) => page.locator('article a', { hasText: text }).first()
const openCard = (page: Page) => page.locator('section:has([data-card][aria-expanded="true"])').last()

async function save(page: Page, item: string, file: string): Promise<string> {
  await page.getByRole('button', { name: 'Tải kết quả' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item }).click(),
  ])
  await mkdir(FOLDER, { recursive: true })
  const path = join(FOLDER, file)
  await download.saveAs(path)
  return path
}

test('a report is audited, decided on, downloaded, corrected and audited again', { timeout: 600_000 }, async () => {
  const officer = await person('canbo.thanhpho')
  await officer.goto('/audits')
  await settled(officer)
  // The unit is no more today; the report is of a day when it was.
  await officer.getByLabel('Theo cơ cấu đơn vị của ngày').fill('30/09/2023')
  await officer.keyboard.press('Tab')
  await officer.getByRole('textbox', { name: /Báo cáo của đơn vị/ }).fill('Ủy ban nhân dân thành phố Vũng Tàu')
  await officer
    .getByRole('option', { name: /^Ủy ban nhân dân thành phố Vũng Tàu/ })
    .first()
    .click()
  await expectAccessible(officer)
  await handIn(officer, `${report}\nBản nộp lần đầu.\n`)
  const address = officer.url()

  // What was read stands beside what was found.
  await officer.getByText(/Đã đọc \d+ bảng, \d+ số/).waitFor()
  await expectAccessible(officer)
  await picture(officer, 'audit', false)
  const proved = officer.getByRole('button', { name: /^Đã chứng minh/ })
  const count = Number((await proved.innerText()).match(/\d+$/)?.[0])
  expect(count).toBeGreaterThanOrEqual(8)
  await proved.click()
  expect(await officer.locator('[data-card]').count()).toBe(count)
  await proved.click()

  // A cell opens its finding, with the computation and a correction that another cell confirms.
  await mark(officer, LOST).click()
  await openCard(officer).getByText('Tính lại').waitFor()
  expect(await openCard(officer).innerText()).toContain('421.620')
  await expectAccessible(officer)

  // Keys walk through the findings.
  const first = await openCard(officer).getByRole('heading').innerText()
  await officer.keyboard.press('n')
  await expect.poll(() => openCard(officer).getByRole('heading').innerText()).not.toBe(first)

  // Somebody explains a finding; whoever looks at the same page sees it.
  const leader = await person('lanhdao')
  await leader.goto(address)
  await settled(leader)
  await mark(leader, EXPLAINED).click()
  await mark(officer, EXPLAINED).click()
  await openCard(officer).getByRole('button', { name: 'Bỏ qua', exact: true }).waitFor()
  await officer.keyboard.press('d')
  const dialog = officer.getByRole('dialog')
  await dialog.getByLabel('Lý do').fill(REASON)
  await expectAccessible(officer)
  const decided = officer.waitForResponse(/\/decisions$/)
  await dialog.getByRole('button', { name: 'Bỏ qua' }).click()
  expect((await decided).status()).toBe(200)
  await openCard(officer).getByText(REASON).waitFor({ timeout: 60_000 })
  await openCard(leader).getByText(REASON).waitFor({ timeout: 60_000 })

  const word = unzipSync(new Uint8Array(await readFile(await save(officer, 'Word có chú thích', 'audit.docx'))))
  expect(strFromU8(word['word/comments.xml'] ?? new Uint8Array())).toContain('421.620')
  const pdf = await save(officer, 'Tóm tắt một trang (PDF)', 'audit.pdf')
  const { stdout } = await promisify(execFile)('pdftotext', ['-layout', pdf, '-'])
  expect(stdout).toMatch(/đã chứng minh/i)
  expect(stdout.match(/\f/g)).toHaveLength(1)

  // The corrected version: its mistake is gone, the explanation is remembered.
  await officer.getByRole('link', { name: 'Kiểm tra bản mới' }).click()
  await officer.getByRole('heading', { name: 'Kiểm tra bản mới' }).waitFor()
  await handIn(officer, `${report.replace(LOST, MENDED)}\nBản nộp lần hai.\n`)
  expect(officer.url()).not.toBe(address)
  await mark(officer, EXPLAINED).click()
  await openCard(officer).getByText(REASON).waitFor()
  await openCard(officer)
    .getByText(/Bỏ qua, có lý do/)
    .first()
    .waitFor()
  expect(await officer.locator('article').innerText()).toContain(MENDED)
  await expectAccessible(officer)

  // On a phone the findings come as a list, and a tap leads to the place.
  const phone = await person('canbo.thanhpho', PHONE)
  await phone.goto(officer.url())
  await settled(phone)
  await phone.getByRole('button', { name: 'Phát hiện sau' }).click()
  await expectNoSidewaysScroll(phone)
  await expectAccessible(phone)
  await mark(phone, EXPLAINED).click()
  await phone.getByRole('dialog').getByText(REASON).waitFor()
  await expectAccessible(phone)
  await picture(phone, 'audit-phone', false)
  await phone.getByRole('dialog').getByRole('button', { name: /^Đến / }).first().click()
  await phone.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(() => mark(phone, EXPLAINED).isVisible()).toBe(true)
  for (const page of [officer, leader, phone]) await page.context().close()
})
