import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, expectNoSidewaysScroll, openContext, PHONE, picture } from '#testing/browser.ts'
import { looked, settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** Where to hand papers in, on a map: by finger, by keyboard, without script; an old ward says where it is now; an official sets a place. */

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Marks are as large as a finger and none lies on another. */
async function expectTouchable(page: Page): Promise<void> {
  const shapes = await page.locator('svg.map a > circle, svg.map a rect').all()
  const boxes = (await Promise.all(shapes.map((shape) => shape.boundingBox()))).flatMap((box): Box[] =>
    box ? [box] : [],
  )
  expect(boxes.length).toBeGreaterThan(0)
  const map = await page.locator('svg.map').boundingBox()
  if (!map) throw new Error('There is no map.')
  for (const [at, one] of boxes.entries()) {
    expect(Math.min(one.width, one.height)).toBeGreaterThanOrEqual(40)
    expect(one.x >= map.x && one.x + one.width <= map.x + map.width).toBe(true)
    expect(one.y >= map.y && one.y + one.height <= map.y + map.height).toBe(true)
    for (const other of boxes.slice(at + 1)) {
      const apart = Math.hypot(
        one.x + one.width / 2 - (other.x + other.width / 2),
        one.y + one.height / 2 - (other.y + other.height / 2),
      )
      expect(apart).toBeGreaterThanOrEqual(40)
    }
  }
}

test.each([
  ['vi', '', PHONE, false, /^\d\. Phường Vũng Tàu$/, 'Xem trên bản đồ'],
  ['en', '/en', DESK, true, /^\d\. Phường Vũng Tàu$/, 'See on the map'],
  ['vi', '', DESK, false, /^\d\. Phường Vũng Tàu$/, 'Xem trên bản đồ'],
  ['en', '/en', PHONE, false, /^\d\. Phường Vũng Tàu$/, 'See on the map'],
] as const)('%s %#: from the map to what a ward does, and back', async (language, prefix, size, dark, mark, toMap) => {
  const { context, page, defects } = await openContext(browser, url, { size, language, dark })
  const shot = `map-${language}-${size.width}`
  await page.goto(`${prefix}/dich-vu/noi-tiep-nhan`)
  await looked(page, `${shot}-list`)
  await page.getByRole('link', { name: toMap }).first().click()
  await page.locator('svg.map').waitFor()
  await looked(page, shot)
  await expectTouchable(page)
  // The list says everything the map does, under the same numbers.
  const [marks, lines] = [page.locator('svg.map a'), page.locator('ol.numbered > li')]
  expect(await marks.count()).toBe(await lines.count())
  await page.getByRole('link', { name: mark }).click()
  await page.getByRole('heading', { level: 1, name: 'Phường Vũng Tàu' }).waitFor()
  await looked(page, `${shot}-place`)
  expect(await page.locator('a[href^="geo:"]').getAttribute('href')).toBe('geo:10.35,107.08')
  await page.getByRole('link', { name: toMap }).click()
  await page.locator('svg.map').waitFor()
  await looked(page, `${shot}-near`)
  await expectTouchable(page)
  expect(defects).toEqual([])
  await context.close()
})

test('an old ward says where its people go now', async () => {
  const { context, page, defects } = await openContext(browser, url, { size: PHONE })
  await page.goto('/dich-vu/ban-do')
  await page.getByRole('searchbox').fill('thang tam')
  await page.keyboard.press('Enter')
  const former = page.locator('section[aria-labelledby="former"]')
  await former.getByText('Phường Thắng Tam').waitFor()
  await looked(page, 'map-vi-390-former')
  await former.getByRole('link', { name: 'Phường Vũng Tàu' }).first().click()
  await page
    .getByText(/Phường Thắng Tam/)
    .first()
    .waitFor()
  expect(defects).toEqual([])
  await context.close()
})

test('without script, by keyboard alone, and at 400 %', async () => {
  const context = await browser.newContext({
    baseURL: url,
    javaScriptEnabled: false,
    viewport: { width: 320, height: 256 },
  })
  const page = await context.newPage()
  await page.goto('/dich-vu/ban-do')
  await expectNoSidewaysScroll(page)
  await expectTouchable(page)
  await picture(page, 'map-vi-320')
  await page.locator('main button[type="submit"]').focus()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(`document.activeElement?.getAttribute('aria-label')`)).toMatch(/^1\. /)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/noi-tiep-nhan\//)
  expect(await page.locator('main .list a').count()).toBeGreaterThan(0)
  // Far away everything is one mark; it comes apart.
  await page.goto('/dich-vu/ban-do?khung=8,104,13,110')
  expect(await page.locator('svg.map a').count()).toBe(1)
  await picture(page, 'map-vi-320-far')
  await page.locator('svg.map a').click()
  expect(await page.locator('svg.map a').count()).toBeGreaterThan(1)
  await page.goto('/dich-vu/ban-do?khung=x')
  expect(await page.locator('main [role="alert"]').isVisible()).toBe(true)
  await context.close()
})

test('an official records where a ward is, and the map shows it', { timeout: 120_000 }, async () => {
  const { context, page, defects } = await openContext(browser, url, { size: DESK })
  await signInAs(context, 'quantri')
  const found = await context.request.get('/api/organisation/units?search=Ph%C6%B0%E1%BB%9Dng%20B%C3%A0%20R%E1%BB%8Ba')
  const { units } = (await found.json()) as { units: { unitId: string; name: string }[] }
  const unitId = units.find(({ name }) => name === 'Phường Bà Rịa')?.unitId
  await page.goto(`/units/${unitId}?lang=vi`)
  await settled(page)
  await page.getByRole('button', { name: 'Ghi vị trí' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: /Tọa độ/ }).fill('107,17; 10,50')
  await dialog.getByRole('textbox', { name: /Nguồn/ }).fill('Đo thử trong hành trình')
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  await dialog.getByText(/Có thể hai số đã bị đảo chỗ/).waitFor()
  await looked(page, 'place-edit-refused-1440')
  await dialog.getByRole('textbox', { name: /Tọa độ/ }).fill('đâu đó')
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  await dialog
    .getByText(/Không đọc được tọa độ/)
    .first()
    .waitFor()
  await dialog.getByRole('textbox', { name: /Tọa độ/ }).fill('10,50; 107,17')
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('10.5, 107.17').waitFor()
  await looked(page, 'place-vi-1440')
  await page.setViewportSize(PHONE)
  await looked(page, 'place-vi-390')
  await page.goto('/dich-vu/ban-do?q=ba%20ria')
  await page
    .locator('svg.map')
    .getByRole('link', { name: /Phường Bà Rịa/ })
    .waitFor()
  // It is taken away again: other journeys see the demonstration as it was.
  const headers = { 'x-haidang': '1' }
  const data = { point: null }
  expect((await context.request.post(`/api/organisation/units/${unitId}/places`, { headers, data })).status()).toBe(200)
  expect(defects).toEqual([])
  await context.close()
})
