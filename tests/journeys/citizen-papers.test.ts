import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photoOf } from '#modules/portal/domain/photo/photo.fixture.ts'
import { openBrowser, openContext, PHONE } from '#testing/browser.ts'
import { looked, signIn } from './applying.ts'

/** Papers of an application from a phone: sent over a network that is cut, and photographed. */
let browser: Browser
let url: string
beforeAll(async () => {
  ;({ browser, url } = await openBrowser())
})
afterAll(() => browser.close())

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

  const offsets: number[] = []
  let open = 3
  await page.route('**/api/files/uploads/**', async (route) => {
    const request = route.request()
    if (open <= 0) return route.abort('internetdisconnected')
    if (request.method() === 'PATCH') {
      open--
      offsets.push(Number(request.headers()['upload-offset']))
    }
    return route.continue()
  })
  const noise = await sharp({
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
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: 'Giấy chứng sinh.png', mimeType: 'image/png', buffer: noise })
  await page.getByText(/^Mất kết nối, đã gửi \d+ %/).waitFor()
  await looked(page, 'papers-vi-390-cut')
  expect(offsets.length).toBe(3)
  open = 1000
  await page.reload()
  await page.getByRole('heading', { level: 1, name: paper }).waitFor()
  await page.getByText('Đã nhận tệp: Giấy chứng sinh.png').waitFor()
  await looked(page, 'papers-vi-390-received')
  // Each piece began where the one before had ended: nothing was sent twice.
  expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
  expect(new Set(offsets).size).toBe(offsets.length)
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
