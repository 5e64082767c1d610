import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { photoOf } from '#modules/portal/domain/photo/photo.fixture.ts'
import { DESK, openContext, PHONE } from '#testing/browser.ts'
import { next, signIn } from './applying.ts'
import { both, publishForm } from './own-form.ts'
import { looked } from './people.ts'
import { browser, url } from './the-browser.ts'

/** Papers of an application from a phone: sent over a network that is cut, and photographed. */

/** Where the application was left is the first of its papers; what it is called. */
async function leftAtPaper(page: Page): Promise<string> {
  const { request } = page.context()
  const { rows } = (await (await request.get('/api/portal/own')).json()) as { rows: { id: string }[] }
  const address = `/api/portal/drafts/${rows[0]?.id}`
  const { procedure } = (await (await request.get(address)).json()) as {
    procedure: { papers: { code: string; name: { vi: string } }[] }
  }
  const [paper] = procedure.papers
  if (!paper) throw new Error('There is no paper.')
  const data = { name: 'step', value: `paper.${paper.code}` }
  const kept = await request.put(`${address}/fields`, { headers: { 'x-haidang': '1' }, data })
  expect(kept.status()).toBe(200)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: paper.name.vi }).waitFor()
  return paper.name.vi
}

const photo = async (seed: number) => {
  const corners = [
    { x: 70, y: 60 },
    { x: 520, y: 90 },
    { x: 560, y: 740 },
    { x: 30, y: 710 },
  ] as const
  const scene = { width: 600, height: 800, corners, table: 60, paper: 225, shade: 0.3, grain: 6, seed }
  const { data, width, height } = photoOf(scene)
  const buffer = await sharp(data, { raw: { width, height, channels: 4 } })
    .jpeg()
    .toBuffer()
  return { name: `anh-${seed}.jpg`, mimeType: 'image/jpeg', buffer }
}

/** A picture that no compression makes small. */
const noise = () =>
  sharp({
    create: {
      width: 1400,
      height: 1000,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
      background: '#fff',
    },
  })
    .png()
    .toBuffer()

/** Uploads of the page, let through until so many pieces have gone, and again once the line is mended; where each piece began. */
async function cutLine(page: Page, pieces: number) {
  const offsets: number[] = []
  let open = pieces
  await page.route('**/api/files/uploads/**', async (route) => {
    const request = route.request()
    if (open <= 0) return route.abort('internetdisconnected')
    if (request.method() === 'PATCH') {
      open--
      offsets.push(Number(request.headers()['upload-offset']))
    }
    return route.continue()
  })
  return {
    offsets,
    mend: () => {
      open = 1000
    },
  }
}

/** Each piece began after the one before: nothing was sent twice. */
function expectOnce(offsets: readonly number[]): void {
  expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
  expect(new Set(offsets).size).toBe(offsets.length)
}

test('an upload is cut in its middle, the page is loaded anew, and it goes on from where it stopped', {
  timeout: 300_000,
}, async () => {
  const { context, page, defects } = await openContext(browser, url, { size: PHONE })
  await page.goto('/nop-ho-so/1.001193')
  await signIn(page, 'gui.giay@example.vn')
  await page.getByRole('heading', { level: 1, name: 'Bạn nộp hồ sơ cho ai?' }).waitFor()
  await page.getByRole('radio', { name: 'Cho tôi' }).check()
  await page.getByRole('status').filter({ hasText: 'Đã lưu' }).waitFor()
  const paper = await leftAtPaper(page)
  await looked(page, 'papers-vi-390-choose')

  const line = await cutLine(page, 3)
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: 'Giấy chứng sinh.png', mimeType: 'image/png', buffer: await noise() })
  await page.getByText(/^Mất kết nối, đã gửi \d+ %/).waitFor()
  await looked(page, 'papers-vi-390-cut')
  expect(line.offsets.length).toBe(3)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: paper }).waitFor()
  line.mend()
  await page.getByText('Đã nhận tệp: Giấy chứng sinh.png').waitFor()
  await looked(page, 'papers-vi-390-received')
  // Each piece began where the one before had ended: nothing was sent twice.
  expectOnce(line.offsets)
  expect(defects).toEqual([])

  await page.getByRole('button', { name: 'Bỏ tệp, gửi tệp khác' }).click()
  await page.getByRole('button', { name: 'Chụp giấy tờ bằng máy này' }).click()
  await page
    .getByLabel('Chọn ảnh có sẵn')
    .first()
    .setInputFiles([await photo(1), await photo(2)])
  await page.getByText('Có 2 trang').waitFor()
  await looked(page, 'photos-vi-390-pages')
  // Another question and back: the photos are as they were.
  await page.getByRole('button', { name: 'Tiếp tục', exact: true }).click()
  await page.getByRole('button', { name: 'Quay lại' }).click()
  await page.getByRole('button', { name: 'Chỉnh góc: Trang 1' }).click()
  const corner = page.getByRole('button', { name: /^Góc trên trái/ })
  const before = await corner.getAttribute('aria-label')
  await corner.focus()
  await page.keyboard.press('Shift+ArrowRight')
  expect(await corner.getAttribute('aria-label')).not.toBe(before)
  const box = await page.getByRole('button', { name: /^Góc dưới phải/ }).boundingBox()
  if (!box) throw new Error('There is no corner.')
  await page.mouse.move(box.x + 22, box.y + 22)
  await page.mouse.down()
  await page.mouse.move(box.x, box.y, { steps: 4 })
  await page.mouse.up()
  await looked(page, 'photos-vi-390-corners')
  await page.getByRole('button', { name: 'Nắn theo bốn góc này' }).click()
  await page.getByRole('button', { name: 'Xuống sau: Trang 1' }).click()
  await page.getByText('Có 2 trang').waitFor()
  await page.getByRole('button', { name: 'Gộp 2 trang thành PDF và gửi' }).click()
  await page.getByText(`Đã nhận tệp: ${paper.replaceAll(/[\\/:*?"<>|]/g, '-').slice(0, 120)}.pdf`).waitFor()
  expect(defects).toEqual([])
  await context.close()
})

const FORM = 'de-nghi-ho-tro-khan-cap'
const DAMAGE = {
  title: both('Đơn đề nghị hỗ trợ khẩn cấp', 'Request for emergency help'),
  steps: [
    {
      code: 'thiet-hai',
      title: both('Thiệt hại', 'The damage'),
      fields: [
        { kind: 'paragraph', name: 'mo_ta', label: both('Thiệt hại thế nào', 'What was damaged') },
        {
          kind: 'files',
          name: 'anh',
          label: both('Ảnh hoặc giấy tờ về thiệt hại', 'Pictures or papers of the damage'),
          files: ['image', 'pdf'],
          most: 3,
          required: true,
        },
      ],
    },
    {
      code: 'de-nghi',
      title: both('Đề nghị', 'What is asked for'),
      fields: [{ kind: 'paragraph', name: 'xin', label: both('Xin hỗ trợ gì', 'Which help') }],
    },
  ],
}

/** The application at the page of a step of its form. */
async function openStep(page: Page, step: string, heading: string): Promise<void> {
  const { request } = page.context()
  const { rows } = (await (await request.get('/api/portal/own')).json()) as { rows: { id: string }[] }
  const data = { name: 'step', value: `form.${step}` }
  const path = `/api/portal/drafts/${rows[0]?.id}/fields`
  expect((await request.put(path, { headers: { 'x-haidang': '1' }, data })).status()).toBe(200)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

test('a file in the form comes the same way: cut, on another page, on another device, photographed', {
  timeout: 400_000,
  // A form is published once.
  retry: 0,
}, async () => {
  await publishForm(browser, url, { code: FORM, procedure: '2.000751', after: -1, definition: DAMAGE })
  const { context, page, defects } = await openContext(browser, url, { size: PHONE })
  await page.goto('/nop-ho-so/2.000751')
  await signIn(page, 'anh.trong.don@example.vn')
  await page.getByRole('radio', { name: 'Cho tôi' }).check()
  await page.getByRole('status').filter({ hasText: 'Đã lưu' }).waitFor()
  await openStep(page, 'thiet-hai', 'Thiệt hại')
  await looked(page, 'form-file-vi-390-choose')
  const line = await cutLine(page, 3)
  const file = { name: 'Mái nhà.png', mimeType: 'image/png', buffer: await noise() }
  const field = page.locator('[data-field="anh"]')
  await field.locator('input[type="file"]').setInputFiles(file)
  await field.getByText(/^Mất kết nối, đã gửi \d+ %/).waitFor()
  await looked(page, 'form-file-vi-390-cut')
  // The next question is answered meanwhile; the file arrives while another page is shown, and stands in its field.
  await next(page)
  await page.getByRole('heading', { level: 1, name: 'Đề nghị' }).waitFor()
  await page.locator('[data-field="xin"] textarea').fill('Tôn lợp nhà')
  line.mend()
  const answered = async () => {
    const { request } = context
    const { rows } = (await (await request.get('/api/portal/own')).json()) as { rows: { id: string }[] }
    const draft = (await (await request.get(`/api/portal/drafts/${rows[0]?.id}`)).json()) as {
      forms: [{ answers: { anh?: { name: string }[]; xin?: string } }]
    }
    return draft.forms[0].answers
  }
  await expect
    .poll(async () => (await answered()).anh?.map(({ name }) => name), { timeout: 60_000 })
    .toEqual(['Mái nhà.png'])
  expectOnce(line.offsets)
  await page.getByRole('button', { name: 'Quay lại' }).click()
  await field.getByRole('button', { name: 'Bỏ tệp Mái nhà.png' }).waitFor()
  await looked(page, 'form-file-vi-390-received')

  // Cut again, and another device is taken.
  line.offsets.length = 0
  const again = await cutLine(page, 2)
  const second = { name: 'Tường nứt.png', mimeType: 'image/png', buffer: await noise() }
  await field.locator('input[type="file"]').setInputFiles(second)
  await field.getByText(/^Mất kết nối, đã gửi \d+ %/).waitFor()
  const desk = await openContext(browser, url, { size: DESK, language: 'en' })
  await desk.page.goto('/nop-ho-so/2.000751?lang=en')
  await signIn(desk.page, 'anh.trong.don@example.vn')
  await desk.page.getByRole('heading', { level: 1, name: 'The damage' }).waitFor()
  const there = desk.page.locator('[data-field="anh"]')
  await there.getByRole('button', { name: 'Mái nhà.png' }).waitFor()
  // The same file chosen there goes on from where the phone stopped.
  const rest = await cutLine(desk.page, 1000)
  await there.locator('input[type="file"]').setInputFiles(second)
  await there.getByRole('button', { name: 'Tường nứt.png' }).waitFor({ timeout: 60_000 })
  expect(rest.offsets[0]).toBeGreaterThan(again.offsets[0] ?? 0)
  await looked(desk.page, 'form-file-en-1440-received')
  // The phone finds that all of it has arrived: it is one file.
  again.mend()
  await field.getByRole('button', { name: 'Bỏ tệp Tường nứt.png' }).waitFor({ timeout: 60_000 })
  await expect
    .poll(async () => (await answered()).anh?.map(({ name }) => name))
    .toEqual(['Mái nhà.png', 'Tường nứt.png'])

  await field.getByRole('button', { name: 'Chụp giấy tờ bằng máy này' }).click()
  await field
    .getByLabel('Chọn ảnh có sẵn')
    .first()
    .setInputFiles([await photo(3)])
  await field.getByText('Có 1 trang').waitFor()
  await looked(page, 'form-file-vi-390-photo')
  await field.getByRole('button', { name: /và gửi$/ }).click()
  await field.getByRole('button', { name: /^Bỏ tệp Ảnh hoặc giấy tờ về thiệt hại\.pdf/ }).waitFor({ timeout: 60_000 })
  // Three are enough.
  await expect.poll(() => field.locator('input[type="file"]').first().isDisabled()).toBe(true)
  await looked(page, 'form-file-vi-390-full')
  await next(page)
  await page.getByRole('heading', { level: 1, name: 'Đề nghị' }).waitFor()
  expect(await page.locator('[data-field="xin"] textarea').inputValue()).toBe('Tôn lợp nhà')
  for (const one of [defects, desk.defects]) expect(one).toEqual([])
  await Promise.all([context.close(), desk.context.close()])
})
