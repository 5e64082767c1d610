import { execFile } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, openContext, picture } from '#testing/browser.ts'
import { settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** The city's nine-month report: drafted from the stored figures, signed, issued, and taken away in three formats. */

const WHY = 'Nộp đúng như văn bản đã công khai; đính chính ở kỳ sau.'
const FOLDER = join(import.meta.dirname, '../../build/pictures')

async function person(name: string): Promise<Page> {
  const { context, page } = await openContext(browser, url, { language: 'vi' })
  await signInAs(context, name)
  return page
}

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('dialog').getByLabel(label).first().click()
  await page.getByRole('option', { name: option }).first().click()
}

async function save(page: Page, format: string): Promise<Uint8Array> {
  await page.getByRole('button', { name: 'Tải về' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format, exact: true }).click(),
  ])
  await mkdir(FOLDER, { recursive: true })
  const path = join(FOLDER, `report-${format.toLowerCase()}-${download.suggestedFilename()}`)
  await download.saveAs(path)
  return new Uint8Array(await readFile(path))
}

test('a report is drafted, signed, issued and downloaded in three formats', { timeout: 300_000 }, async () => {
  const officer = await person('canbo.thanhpho')
  await officer.goto('/reports')
  await settled(officer)
  await officer.getByRole('button', { name: 'Dự thảo báo cáo' }).click()
  await officer.getByRole('dialog').getByLabel('Mẫu').first().waitFor()
  await choose(officer, 'Mẫu', /9 tháng/)
  await choose(officer, 'Năm', '2023')
  await officer
    .getByRole('dialog')
    .getByRole('textbox', { name: 'Đơn vị', exact: true })
    .fill('Ủy ban nhân dân thành phố Vũng Tàu')
  await officer
    .getByRole('option', { name: /^Ủy ban nhân dân thành phố Vũng Tàu/ })
    .first()
    .click()
  await expectAccessible(officer)
  await officer.getByRole('dialog').getByRole('button', { name: 'Điền dự thảo' }).click()
  await officer.getByRole('button', { name: 'Trình ký' }).waitFor()
  await settled(officer)

  // It filled what it could, and says what is missing and whom to ask.
  const paper = officer.getByRole('article').first()
  await paper
    .getByRole('button', { name: /98,27%/ })
    .first()
    .waitFor()
  await officer
    .getByText(/Chỗ còn thiếu/)
    .first()
    .waitFor()
  await expectAccessible(officer)
  await picture(officer, 'report-draft')

  // Any number opens.
  await paper
    .getByRole('button', { name: /98,27%/ })
    .first()
    .click()
  await officer.getByText('23.391').first().waitFor()
  await officer.keyboard.press('Escape')

  await officer.getByRole('button', { name: 'Trình ký' }).click()
  await officer.getByRole('dialog').getByRole('button', { name: /trình/i }).last().click()
  await officer.getByText('Chờ duyệt ký').first().waitFor()
  const address = officer.url()

  const leader = await person('lanhdao')
  await leader.goto(address)
  await settled(leader)
  await leader.getByRole('button', { name: 'Duyệt ký' }).click()
  await leader.getByRole('dialog').getByRole('button', { name: 'Duyệt ký' }).click()
  await leader.getByRole('button', { name: 'Ban hành' }).click()
  // Its own figures contradict each other, as those of the published report did: the signer has to say why it goes out.
  const issuing = leader.getByRole('dialog')
  await issuing.getByText(/mâu thuẫn đã chứng minh chưa xử lý/).waitFor()
  await issuing.getByLabel('Lý do vẫn ban hành').fill(WHY)
  await expectAccessible(leader)
  await issuing.getByRole('button', { name: 'Vẫn ban hành' }).click()
  await leader.getByText('Đã ban hành').first().waitFor()
  await settled(leader)
  await leader.getByText(WHY).first().waitFor()
  await expectAccessible(leader)
  await picture(leader, 'report-issued')

  const word = unzipSync(await save(leader, 'Word'))
  const body = strFromU8(word['word/document.xml'] ?? new Uint8Array())
  expect(body).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
  expect(body).toContain('Times New Roman')
  expect(body).toContain('98,27%')

  const excel = unzipSync(await save(leader, 'Excel'))
  const sheets = Object.entries(excel).filter(([name]) => name.startsWith('xl/worksheets/sheet'))
  expect(sheets.some(([, bytes]) => strFromU8(bytes).includes('<f>'))).toBe(true)

  await save(leader, 'PDF')
  const { stdout } = await promisify(execFile)('sh', [
    '-c',
    `pdftotext -layout "$(ls -t ${FOLDER}/report-pdf-*.pdf | head -1)" -`,
  ])
  expect(stdout).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
  expect(stdout).toContain('54.072')
  expect(stdout).toMatch(/98,27\s?%/)
  for (const page of [officer, leader]) await page.context().close()
})
