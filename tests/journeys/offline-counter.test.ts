import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { DESK, expectAccessible, expectNoSidewaysScroll, PHONE, picture } from '#testing/browser.ts'
import { findChromium } from '../../scripts/machine.ts'
import { settled, signInAs } from './people.ts'

const PASSPHRASE = 'quay-mot-cua-vung-tau'
/** What every page of a demonstration says, with or without a network. */
const DEMONSTRATION = 'Dữ liệu minh họa: không dùng làm căn cứ điều hành'
const url = inject('platformUrl')
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'haidang-counter-'))
})
// A browser that is closing may still write.
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 }))

/** A browser on its own disk, as it stands at a counter: what it keeps outlives it. */
async function openMachine(name: string): Promise<BrowserContext> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('Chromium is missing')
  const context = await chromium.launchPersistentContext(join(folder, name), {
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=vi-VN'],
    baseURL: url,
    viewport: DESK,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(30_000)
  return context
}

/** Closes the tab without asking it, as a crash would. */
async function kill(page: Page): Promise<void> {
  await page.close({ runBeforeUnload: false })
}

async function openPage(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(path)
  return page
}

/** Makes the browser a counter and waits until it would open without a network. */
async function prepare(context: BrowserContext, account: string, name: string): Promise<Page> {
  await signInAs(context, account)
  const page = await openPage(context, '/counter')
  await page.locator('input[name="name"]').fill(name)
  await page.locator('input[name="passphrase"]').fill(PASSPHRASE)
  await page.locator('input[name="again"]').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Chuẩn bị quầy' }).click()
  await page.getByText('Sẵn sàng khi mất mạng').waitFor()
  await page.getByText(/Còn 50 số tạm/).waitFor()
  return page
}

/** Opens the counter of a browser that has no network and nobody signed in that anyone could ask about. */
async function openOffline(context: BrowserContext, path = '/counter'): Promise<Page> {
  const page = await openPage(context, path)
  await page.locator('input[name="passphrase"]').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Mở quầy' }).click()
  await page.getByRole('heading', { level: 1, name: /Quầy không cần mạng|Nhận hồ sơ tại quầy/ }).waitFor()
  return page
}

async function chooseProcedure(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Nhận hồ sơ tại quầy' }).waitFor()
  await page.keyboard.type('giam ho')
  // Only what was asked for is left to choose from.
  await page.getByRole('option', { name: /Đăng ký khai tử/ }).waitFor({ state: 'detached' })
  await page
    .getByRole('option', { name: /Đăng ký giám hộ/ })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Thành phần hồ sơ' }).waitFor()
}

/** One intake by hand; the provisional number. */
async function takeOne(page: Page, subject: string): Promise<string> {
  await page.locator('input[name="subject.name"]').fill(subject)
  await page.getByLabel('Có đủ tất cả').check()
  await page.keyboard.press('Control+Enter')
  await page.getByText(`Hồ sơ của ${subject} được giữ ở máy`).waitFor()
  return page.locator('main output').first().innerText()
}

async function takeMany(page: Page, subjects: readonly string[]): Promise<readonly string[]> {
  const numbers: string[] = []
  for (const subject of subjects) {
    numbers.push(await takeOne(page, subject))
    await page.keyboard.press('n')
    await page.getByRole('heading', { name: 'Thành phần hồ sơ' }).waitFor()
  }
  return numbers
}

type Kept = { readonly provisional: string; readonly state: string; readonly code: string | null }

/** In the browser, where the types of this file do not reach. */
const READ_ITEMS = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('haidang-counter')
  opening.onerror = () => reject(opening.error)
  opening.onsuccess = () => {
    const asked = opening.result.transaction('items').objectStore('items').getAll()
    asked.onerror = () => reject(asked.error)
    asked.onsuccess = () => {
      opening.result.close()
      resolve(asked.result.map(({ provisional, state, code }) => ({ provisional, state, code })))
    }
  }
})`

/** Every item of the counter with its state and code, as this browser keeps them. */
async function kept(page: Page): Promise<readonly Kept[]> {
  return (await page.evaluate(READ_ITEMS)) as readonly Kept[]
}

const names = (counter: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => `Người Thử ${counter} ${from + place}`)

test('a day without a network: fifty intakes on two counters, tabs killed on the way, each received once', async () => {
  const [one, two] = await Promise.all([openMachine('one'), openMachine('two')])
  const first = await prepare(one, 'motcua.vungtau', 'Quầy 1')
  const second = await prepare(two, 'lanhdao.phuong', 'Quầy 2')
  await expectAccessible(first)
  await Promise.all([one.setOffline(true), two.setOffline(true)])

  // The browser of counter 1 is killed and opens anew without a network: nothing but the passphrase opens it.
  await kill(first)
  let page = await openPage(one, '/counter/new')
  await page.getByRole('heading', { name: 'Không kết nối được với máy chủ' }).waitFor()
  await page.getByText(DEMONSTRATION).waitFor()
  await expectAccessible(page)
  await picture(page, 'counter-offline-door')
  await page.locator('input[name="passphrase"]').fill('khong-phai-mat-khau')
  await page.getByRole('button', { name: 'Mở quầy' }).click()
  await page.getByText('Mật khẩu quầy chưa đúng.').waitFor()
  await kill(page)
  page = await openOffline(one, '/counter/new')
  await chooseProcedure(page)

  // Killed while somebody types: what was typed is there again.
  await page.locator('input[name="subject.name"]').fill('Người Thử A 1')
  await page.waitForTimeout(1_200)
  await kill(page)
  page = await openOffline(one, '/counter/new')
  await expect.poll(() => page.locator('input[name="subject.name"]').inputValue()).toBe('Người Thử A 1')
  const started = [await takeOne(page, 'Người Thử A 1')]
  await picture(page, 'counter-kept')
  // Killed right after: the item is kept, its number is given, and the next is another.
  await kill(page)
  page = await openOffline(one, '/counter/new')
  await chooseProcedure(page)

  await second.getByRole('link', { name: 'Nhận hồ sơ', exact: true }).click()
  await chooseProcedure(second)
  const [atOne, atTwo] = await Promise.all([takeMany(page, names('A', 2, 25)), takeMany(second, names('B', 1, 25))])
  const numbers = [...started, ...atOne, ...atTwo]
  expect(new Set(numbers).size).toBe(50)
  expect(new Set(numbers.map((number) => number.split('-').at(-1))).size).toBe(50)

  await page.goto('/counter').catch(() => undefined)
  await kill(page)
  page = await openOffline(one)
  await page.getByText('25 hồ sơ chờ gửi').waitFor()
  await page.getByText(DEMONSTRATION).waitFor()
  expect((await kept(page)).every(({ state, code }) => state === 'kept' && code === null)).toBe(true)
  expect(await page.getByText('Đã tiếp nhận', { exact: true }).count()).toBe(0)
  await expectAccessible(page)
  await picture(page, 'counter-offline-queue', false)
  await page.setViewportSize(PHONE)
  await expectNoSidewaysScroll(page)
  await picture(page, 'counter-offline-queue-phone', false)
  await page.setViewportSize(DESK)
  await page
    .getByRole('link', { name: /^Biên nhận tạm / })
    .first()
    .click()
  await page.getByRole('heading', { name: 'BIÊN NHẬN TẠM' }).waitFor()
  await page.getByText(DEMONSTRATION).waitFor()
  await expectAccessible(page)
  await picture(page, 'counter-slip')
  await kill(page)

  // Back: the first answer is lost on the way, then the tab is killed in mid-sync, then the browser itself.
  await one.setOffline(false)
  let sent = 0
  await one.route('**/api/counter/intakes', async (route) => {
    const response = await route.fetch()
    sent++
    if (sent === 1) return route.abort('connectionreset')
    return route.fulfill({ response })
  })
  page = await openPage(one, '/counter')
  await expect.poll(() => sent, { timeout: 60_000 }).toBeGreaterThan(3)
  await kill(page)
  await one.unroute('**/api/counter/intakes')
  await one.close()
  const again = await openMachine('one')
  await signInAs(again, 'motcua.vungtau')
  page = await openPage(again, '/counter')
  await page.getByText('Không còn hồ sơ nào chờ gửi').waitFor({ timeout: 90_000 })

  await two.setOffline(false)
  await second.goto('/counter')
  await second.getByText('Không còn hồ sơ nào chờ gửi').waitFor({ timeout: 90_000 })
  const all = [...(await kept(page)), ...(await kept(second))]
  expect(all.map(({ state }) => state)).toEqual(Array.from({ length: 50 }, () => 'received'))
  expect(new Set(all.map(({ code }) => code)).size).toBe(50)
  await picture(page, 'counter-received', false)

  // Each was received once: as many cases bear these names as were taken.
  const listed = await again.request.post('/api/cases/list', {
    headers: { 'x-haidang': '1' },
    data: { list: 'all', q: 'Người Thử A', limit: 100 },
  })
  const { cases } = (await listed.json()) as { cases: { code: string; subjectName: string }[] }
  expect(cases.map(({ subjectName }) => subjectName).toSorted()).toEqual(names('A', 1, 25).toSorted())
  await Promise.all([again.close(), two.close()])
}, 600_000)

test('a session that ended meanwhile keeps the queue; a refused item says why and is corrected; a lost counter ends', async () => {
  const context = await openMachine('three')
  let page = await prepare(context, 'motcua.vungtau', 'Quầy 3')
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Nhận hồ sơ', exact: true }).click()
  await chooseProcedure(page)
  // A scan that is none: the server will see it, the counter cannot.
  const scan = { name: 'to-khai.pdf', mimeType: 'application/pdf', buffer: Buffer.from('this is no PDF') }
  await page.locator('input[type="file"]').first().setInputFiles(scan)
  await page.getByRole('button', { name: 'to-khai.pdf' }).waitFor()
  const number = await takeOne(page, 'Người Thử C 1')
  await page.keyboard.press('n')
  await takeOne(page, 'Người Thử C 2')
  await page.getByRole('link', { name: 'Về hàng đợi' }).click()
  await page.getByText('2 hồ sơ chờ gửi').waitFor()

  // The network is back, but the session has ended: signing in again is asked for, the queue stands.
  await context.clearCookies()
  await context.setOffline(false)
  await page
    .getByText('Phiên làm việc đã hết', { exact: false })
    .or(page.getByRole('button', { name: 'Đăng nhập' }))
    .first()
    .waitFor()
  expect((await kept(page)).map(({ state }) => state)).toEqual(['kept', 'kept'])
  await signInAs(context, 'motcua.vungtau')
  await kill(page)
  page = await openPage(context, '/counter')
  await page.getByText('1 hồ sơ cần sửa').waitFor({ timeout: 60_000 })
  await page.getByText('Không còn hồ sơ nào chờ gửi').waitFor()
  await expectAccessible(page)
  await picture(page, 'counter-explained', false)
  await page.getByRole('link', { name: `Sửa hồ sơ ${number}` }).click()
  await page.getByRole('button', { name: /^Bỏ to-khai\.pdf|to-khai\.pdf/ }).click()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Hồ sơ của quầy' }).waitFor()
  await expect
    .poll(async () => (await kept(page)).filter(({ state }) => state === 'received').length, { timeout: 60_000 })
    .toBe(2)
  expect((await kept(page)).find(({ provisional }) => provisional === number)?.state).toBe('received')

  // Lost: the head takes the counter away; what it sends afterwards is refused with the reason, and moves to a new counter.
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Nhận hồ sơ', exact: true }).click()
  await chooseProcedure(page)
  const lost = await takeOne(page, 'Người Thử C 3')
  const office = await openMachine('office')
  await signInAs(office, 'lanhdao.phuong')
  const head = await openPage(office, '/counters')
  await settled(head)
  await expectAccessible(head)
  await picture(head, 'counters')
  await head.setViewportSize(PHONE)
  await expectNoSidewaysScroll(head)
  await picture(head, 'counters-phone')
  await head.setViewportSize(DESK)
  await head
    .getByRole('button', { name: /^Thu hồi quầy: Quầy 3 / })
    .first()
    .click()
  await head.getByRole('dialog').locator('textarea').fill('Mất máy trên đường về')
  await head.getByRole('dialog').getByRole('button', { name: 'Thu hồi quầy' }).click()
  await head.getByText(/^Thu hồi lúc .*Mất máy trên đường về/).waitFor()
  await head
    .getByRole('link', { name: /^Đối chiếu dải số/ })
    .first()
    .click()
  await head.getByText(/Không rõ \(đã thu hồi\): \d+/).waitFor()
  await expectAccessible(head)
  await picture(head, 'counter-lease', false)
  await office.close()

  await context.setOffline(false)
  await page.getByRole('link', { name: 'Về hàng đợi' }).click()
  await page.getByText('Quầy này đã bị thu hồi. Đăng ký lại bên dưới', { exact: false }).waitFor({ timeout: 60_000 })
  await page.locator('input[name="passphrase"]').fill(PASSPHRASE)
  await page.locator('input[name="again"]').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Chuẩn bị quầy' }).click()
  await page.getByText(/Còn 50 số tạm/).waitFor()
  await page.getByRole('link', { name: `Sửa hồ sơ ${lost}` }).click()
  await page.getByRole('heading', { name: 'Thành phần hồ sơ' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Hồ sơ của quầy' }).waitFor()
  await expect
    .poll(async () => (await kept(page)).filter(({ state }) => state === 'received').length, { timeout: 60_000 })
    .toBe(3)
  expect((await kept(page)).map(({ provisional }) => provisional)).not.toContain(lost)
  await context.close()
}, 400_000)
