import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayAt, numberFromDay } from '#kernel/calendar.ts'
import { isWeekend } from '#kernel/work-time/working-calendar.ts'
import {
  DESK,
  expectAccessible,
  expectNoSidewaysScroll,
  openBrowser,
  openContext,
  PHONE,
  picture,
} from '#testing/browser.ts'
import { settled, signInAs } from './people.ts'

/** A commune of the demonstration that no other journey is about: its counters are open all day and night, whenever this runs. */
const COMMUNE = '26545'
const BIRTH = '1.001193'

let browser: Browser
let url: string
let office: { context: BrowserContext; page: Page; defects: string[] }
let unit: { id: string; name: string }
beforeAll(async () => {
  ;({ browser, url } = await openBrowser())
  office = await openContext(browser, url, { size: DESK })
  await signInAs(office.context, 'quantri')
  await openCounters()
}, 120_000)
afterAll(() => browser.close())

async function asked<T>(path: string, data?: unknown): Promise<T> {
  const options = { headers: { 'x-haidang': '1' }, data }
  const answer = data
    ? await office.context.request.post(`/api${path}`, options)
    : await office.context.request.get(`/api${path}`)
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true)
  return (await answer.json()) as T
}

async function openCounters(): Promise<void> {
  const today = dayAt(new Date())
  const { units } = await asked<{ units: { unitId: string; name: string }[] }>(
    `/organisation/units?code=${COMMUNE}&level=commune&day=${today}&limit=1`,
  )
  unit = { id: units[0]?.unitId ?? '', name: units[0]?.name ?? '' }
  const hours = { sessions: [{ from: '00:00', to: '23:59' }], inDayCutOff: '15:00' }
  await asked('/calendar/sessions', { unitId: unit.id, validFrom: today, hours, version: 0, reason: 'Thử' })
  if (isWeekend(numberFromDay(today))) {
    const name = { vi: 'Làm bù thử', en: 'Test' }
    const day = { day: today, kind: 'make-up', name, decision: null, confirmed: false, sourceNote: '', version: 0 }
    await asked('/calendar/special-days', { days: [day], reason: 'Thử' })
  }
  const opening = {
    weekdays: [1, 2, 3, 4, 5],
    slotMinutes: 5,
    places: 2,
    daysAhead: 7,
    noticeMinutes: 0,
    graceMinutes: 10,
    keepDays: 30,
    lines: [
      { code: 'A', name: { vi: 'Hộ tịch', en: 'Civil status' }, fields: ['ho-tich'] },
      { code: 'B', name: { vi: 'Việc khác', en: 'Other business' } },
    ],
    desks: [{ code: '1', name: 'Quầy 1', lines: ['A', 'B'] }],
  }
  const said = { validFrom: today, version: 0, reason: 'Mở thử', opening }
  await asked(`/appointments/openings/${unit.id}`, said)
}

/** A browser in the hall becomes a device: it shows a code, an official types it. */
async function paired(
  device: Page,
  { kind, desk, name }: { kind: string; desk?: string; name: string },
): Promise<void> {
  const code = await device.locator('.number').innerText()
  const { page } = office
  await page.goto('/appointments/devices?lang=vi')
  await settled(page)
  await page.getByLabel('Mã ghép đang hiện trên thiết bị').fill(code.toLowerCase())
  await choose(page, 'Đơn vị', unit.name)
  await choose(page, 'Loại thiết bị', kind)
  if (desk) await choose(page, 'Đặt tại quầy', desk)
  await page.getByLabel('Tên thiết bị').fill(name)
  await page.getByRole('button', { name: 'Ghép thiết bị' }).click()
  await page.getByText(`Đã ghép ${name}`).waitFor()
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

async function looked(page: Page, name: string): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await picture(page, `appointments-${name}`)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
}

type Outbox = {
  readonly given: readonly { id: string; about: { kind: string } | null }[]
  readonly next: string | null
}

/** Where the outbox begins with what was said of an appointment; undefined before that came. */
async function beginningOfAppointments(after = ''): Promise<string | undefined> {
  const { given, next } = await asked<Outbox>(`/cases/stand-in-messages?limit=200${after}`)
  const place = given.findIndex(({ about }) => about?.kind === 'appointment')
  const before = given[place - 1]
  if (before) return `&after=${before.id}`
  if (place === 0) return after
  return next === null ? undefined : beginningOfAppointments(`&after=${next}`)
}

/** What is said of the demonstration's cases may come after it, and stand on pages of its own. */
async function toAppointments(): Promise<string> {
  await expect.poll(() => beginningOfAppointments()).toBeDefined()
  return (await beginningOfAppointments()) ?? ''
}

/** What an iCalendar file says: long lines put together again, each property by its name. */
function read(file: string): Map<string, string> {
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const lines = file.replaceAll('\r\n ', '').trim().split('\r\n')
  return new Map(lines.map((line) => [line.slice(0, line.search(/[:;]/)), line.slice(line.indexOf(':') + 1)]))
}

test('a citizen books on a phone without script, checks in at the kiosk, is called, sees the board change and rates', {
  timeout: 240_000,
}, async () => {
  // Whole without script; the accessible look needs one, so it is taken in a browser that has it.
  const bare = await browser.newContext({ baseURL: url, javaScriptEnabled: false, viewport: PHONE })
  const phone = await bare.newPage()
  await phone.goto(`/dich-vu/thu-tuc/${BIRTH}`)
  await phone.getByRole('link', { name: 'Đặt lịch hẹn đến quầy' }).click()
  await phone.getByRole('link', { name: unit.name }).click()
  await phone.locator('.choices a').first().click()
  await phone.locator('.choices a').first().click()
  const formAddress = phone.url()
  // She comes to the counter in this same walk, so it needs an hour with places left before midnight.
  expect(new URL(formAddress).searchParams.get('ngay'), 'no place is left today').toBe(dayAt(new Date()))
  await phone.getByLabel('Họ và tên').fill('Nguyễn Thị Hẹn')
  await phone.getByLabel(/Số điện thoại di động/).fill('0912 345 678')
  await phone.getByRole('checkbox').check()
  await phone.getByRole('button', { name: 'Đặt lịch hẹn' }).click()
  await phone.getByRole('heading', { name: 'Đã đặt lịch hẹn' }).waitFor()
  await picture(phone, 'appointments-vi-390-booked')
  const [code = '', secret = ''] = await phone.locator('.codes dd').allInnerTexts()
  const link = await phone.getByRole('link', { name: /Thêm vào lịch/ }).getAttribute('href')
  const file = await bare.request.get(link ?? '')
  expect(file.headers()['content-type']).toContain('text/calendar')
  const event = read(await file.text())
  expect(event.get('METHOD')).toBe('PUBLISH')
  expect(event.get('SUMMARY')).toContain('khai sinh')
  expect(event.get('DTSTART')).toMatch(/^\d{8}T\d{6}Z$/)

  const own = await openContext(browser, url, { size: PHONE })
  await own.page.goto('/dat-lich')
  await looked(own.page, 'vi-390-places')
  await own.page.goto(`/dat-lich?noi=${unit.id}`)
  await looked(own.page, 'vi-390-days')
  await own.page.locator('.choices a').first().click()
  await looked(own.page, 'vi-390-times')
  await own.page.goto(formAddress)
  await looked(own.page, 'vi-390-form')
  await own.page.goto('/lich-hen')
  await own.page.getByLabel('Mã lịch hẹn').fill(code)
  await own.page.getByLabel('Mã bí mật').fill(secret)
  await own.page.getByRole('button', { name: 'Xem lịch hẹn' }).click()
  await own.page.getByRole('heading', { name: 'Đổi giờ' }).waitFor()
  await looked(own.page, 'vi-390-own')

  const board = await openContext(browser, url, { size: DESK })
  await board.page.goto(`/bang-goi-so/${unit.id}`)
  await board.page.getByText('Chưa gọi số nào').waitFor()

  const kiosk = await openContext(browser, url, { size: DESK, language: 'en', dark: true })
  await kiosk.page.goto(`/en/lay-so/${unit.id}`)
  await kiosk.page.getByRole('heading', { name: 'This device is not paired' }).waitFor()
  await looked(kiosk.page, 'en-1440-dark-unpaired')
  await kiosk.page.getByRole('button', { name: 'Show the pairing code' }).click()
  await kiosk.page.locator('.number').waitFor()
  await looked(kiosk.page, 'en-1440-dark-code')
  await paired(kiosk.page, { kind: 'Lấy số', name: 'Máy lấy số thử' })
  await kiosk.page.getByRole('button', { name: /Civil status/ }).waitFor()
  await looked(kiosk.page, 'en-1440-dark-kiosk')
  await kiosk.page.getByLabel('Code of the appointment').fill(code)
  await kiosk.page.keyboard.press('Enter')
  await kiosk.page.getByRole('heading', { name: 'Your number' }).waitFor()
  expect(await kiosk.page.locator('.number').innerText()).toBe('A001')
  await kiosk.page.getByRole('button', { name: 'Print the number' }).waitFor()
  await looked(kiosk.page, 'en-1440-dark-slip')
  const follow = await kiosk.page.getByText(/^Code [A-Z0-9]{8}$/).innerText()
  await own.page.goto(`/so-thu-tu/${follow.slice(-8)}`)
  await own.page.getByText('Bạn là người tiếp theo').waitFor()
  await looked(own.page, 'vi-390-ticket')

  const { page } = office
  await page.goto(`/appointments/desk?unit=${unit.id}&desk=1&lang=vi`)
  await settled(page)
  await page.getByRole('button', { name: 'Gọi số tiếp theo' }).click()
  const pressed = Date.now()
  await board.page.locator('tr[data-now]', { hasText: 'A001' }).waitFor()
  const tookMs = Date.now() - pressed
  expect(tookMs, 'the board changes within two seconds').toBeLessThan(2000)
  await board.page.getByRole('button', { name: 'Đọc số bằng giọng nói' }).waitFor()
  await looked(board.page, 'vi-1440-board')
  await own.page.getByText('Mời bạn đến Quầy 1').waitFor()
  await page.getByRole('button', { name: 'Xong' }).waitFor()
  await settled(page)
  await looked(page, 'vi-1440-desk')
  await page.getByRole('button', { name: 'Xong' }).click()

  await own.page.getByRole('link', { name: 'Đánh giá phục vụ' }).click()
  await looked(own.page, 'vi-390-rate')
  await own.page.getByRole('button', { name: 'Không hài lòng', exact: true }).first().click()
  await own.page.getByRole('checkbox', { name: 'Chờ lâu' }).check()
  await looked(own.page, 'vi-390-why')
  await own.page.getByRole('button', { name: 'Gửi' }).click()
  await own.page.getByRole('status').waitFor()
  await page.goto(`/appointments/numbers?unit=${unit.id}&lang=vi`)
  await settled(page)
  await page.getByText('Chờ lâu').first().waitFor()
  await looked(page, 'vi-1440-numbers')

  // A screen before the desk asks whoever was served last, once.
  const rating = await openContext(browser, url, { size: PHONE })
  await rating.page.goto('/thiet-bi')
  await rating.page.getByRole('button', { name: 'Hiện mã ghép' }).click()
  await rating.page.locator('.number').waitFor()
  await looked(rating.page, 'vi-390-code')
  await paired(rating.page, { kind: 'Đánh giá tại quầy', desk: 'Quầy 1', name: 'Màn hình đánh giá thử' })
  await rating.page.getByText('Mời bạn đánh giá sau khi được tiếp xong').waitFor()
  await kiosk.page.getByRole('link', { name: 'Done' }).click()
  await kiosk.page.getByRole('button', { name: /Other business/ }).click()
  await kiosk.page.locator('.number', { hasText: 'B001' }).waitFor()
  await page.goto(`/appointments/desk?unit=${unit.id}&desk=1&lang=vi`)
  await settled(page)
  await page.getByRole('button', { name: 'Gọi số tiếp theo' }).click()
  await page.getByRole('button', { name: 'Xong' }).click()
  await rating.page.getByText('Số B001: bạn thấy phục vụ thế nào?').waitFor()
  await looked(rating.page, 'vi-390-rating-device')
  await rating.page.getByRole('button', { name: 'Rất hài lòng' }).click()
  await rating.page.getByRole('heading', { name: /Cảm ơn bạn/ }).waitFor()

  // Lost: revoked by its name, it stops at once and says so.
  await kiosk.page.getByRole('link', { name: 'Done' }).click()
  await kiosk.page.getByRole('button', { name: /Civil status/ }).waitFor()
  await page.goto('/appointments/devices?lang=vi')
  await settled(page)
  await looked(page, 'vi-1440-devices')
  await page.getByRole('button', { name: 'Thu hồi Máy lấy số thử' }).click()
  await page.getByLabel('Lý do').fill('Mất máy')
  await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click()
  await kiosk.page.getByRole('heading', { name: 'This device was revoked' }).waitFor()
  await looked(kiosk.page, 'en-1440-dark-revoked')
  await page.getByText(/Mất máy/).waitFor()
  for (const one of [own, board, kiosk, rating, office]) expect(one.defects).toEqual([])
  for (const one of [bare, own.context, board.context, kiosk.context, rating.context]) await one.close()
})

test('what happened at the counter is counted, and each figure opens to its number', { timeout: 120_000 }, async () => {
  const { page, defects } = office
  await page.goto(`/appointments/figures?unit=${unit.id}&by=desk&lang=vi`)
  await settled(page)
  await page.getByRole('button', { name: /^Đã tiếp, .*Quầy 1/ }).waitFor()
  await looked(page, 'vi-1440-figures')
  await page.getByRole('button', { name: /^Đã tiếp, .*Quầy 1/ }).click()
  await page.getByRole('link', { name: 'A001' }).waitFor()
  await looked(page, 'vi-1440-figure-opened')
  await page.getByRole('link', { name: 'A001' }).click()
  await page.getByRole('heading', { name: 'Số A001' }).waitFor()
  await settled(page)
  await looked(page, 'vi-1440-ticket')
  await page.getByRole('link', { name: 'Xem lịch hẹn' }).click()
  await page.getByText('Nguyễn Thị Hẹn').waitFor()
  await looked(page, 'vi-1440-appointment')
  await page.goto(`/cases/outbox?lang=vi${await toAppointments()}`)
  await settled(page)
  await page
    .getByRole('link', { name: /^Lịch hẹn LH-/ })
    .first()
    .waitFor()
  await page
    .getByText(/http:\/\/127\.0\.0\.1:\d+\/lich-hen/)
    .first()
    .waitFor()
  await looked(page, 'vi-1440-outbox')
  const english = await openContext(browser, url, { size: PHONE, language: 'en', dark: true })
  await signInAs(english.context, 'lanhdao.phuong')
  for (const name of ['figures', 'devices']) {
    await english.page.goto(`/appointments/${name}?lang=en`)
    await settled(english.page)
    await looked(english.page, `en-390-dark-${name}`)
  }
  expect([...defects, ...english.defects]).toEqual([])
  await english.context.close()
})

test('signed in, a citizen books with the address that was proven and finds the appointment again', {
  timeout: 120_000,
}, async () => {
  const { context, page, defects } = await openContext(browser, url, { size: PHONE, language: 'en', dark: true })
  await page.goto(`/en/dat-lich?noi=${unit.id}`)
  await page.locator('.choices a').nth(1).click()
  await page.locator('.choices a').first().click()
  await looked(page, 'en-390-dark-form')
  await page.getByRole('link', { name: /Book with it/ }).click()
  await page.locator('input[name="address"]').fill('lich-hen@example.vn')
  await page.keyboard.press('Enter')
  const said = await page.getByText(/no way to send.*\d{6}/).innerText()
  await page.locator('input[name="code"]').fill(/\d{6}/.exec(said)?.[0] ?? '')
  await page.keyboard.press('Enter')
  await page.locator('input[name="name"]').fill('Nguyễn Thị Tài Khoản')
  await page.getByRole('checkbox').check()
  await looked(page, 'en-390-dark-account')
  await page.getByRole('button', { name: 'Make the appointment' }).click()
  await page.getByText(/LH-/).first().waitFor()
  await page.getByRole('button', { name: 'Make the appointment' }).waitFor({ state: 'detached' })
  await looked(page, 'en-390-dark-mine')
  expect(defects).toEqual([])
  await context.close()
})

test('the counters of a unit are set on their page, and a contradiction is named', { timeout: 120_000 }, async () => {
  const { page, defects } = office
  await page.goto('/appointments/openings?lang=vi')
  await settled(page)
  await looked(page, 'vi-1440-openings')
  await page.goto(`/appointments/openings/${unit.id}?lang=vi`)
  await settled(page)
  await page.getByLabel('Số người một lượt').fill('0')
  await page.getByLabel('Lý do, căn cứ').fill('Thử')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.getByRole('alert').waitFor()
  await looked(page, 'vi-1440-opening')
  await page.getByLabel('Số người một lượt').fill('3')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.getByText('Đã lưu').waitFor()
  const english = await openContext(browser, url, { size: PHONE, language: 'en', dark: true })
  await signInAs(english.context, 'lanhdao.phuong')
  await english.page.goto('/appointments?lang=en')
  await settled(english.page)
  await looked(english.page, 'en-390-dark-list')
  await english.page.goto('/appointments/desk?lang=en')
  await settled(english.page)
  await looked(english.page, 'en-390-dark-desk')
  expect([...defects, ...english.defects]).toEqual([])
  await english.context.close()
})
