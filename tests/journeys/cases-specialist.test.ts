import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addDays, type Day, dayAt } from '#kernel/calendar.ts'
import { expectAccessible, expectNoSidewaysScroll, openContext, PHONE } from '#testing/browser.ts'
import { settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

type Possible = { readonly act: string; readonly steps: readonly { readonly needsUnit: boolean }[] }
type Detail = {
  readonly id: string
  readonly business: string
  readonly dueAt: string | null
  readonly possible: readonly Possible[]
}

async function read<T>(context: BrowserContext, address: string): Promise<T> {
  const answer = await context.request.get(address)
  expect(answer.ok(), `${address}: ${answer.status()}`).toBe(true)
  return answer.json()
}

/** The first case of a list with which the signed-in person can do all of that. */
async function findCase(context: BrowserContext, list: string, fits: (one: Detail) => boolean): Promise<Detail> {
  const listed = await context.request.post('/api/cases/list', {
    headers: { 'x-haidang': '1' },
    data: { list, limit: 50 },
  })
  expect(listed.ok(), `${list}: ${listed.status()}`).toBe(true)
  const { cases } = (await listed.json()) as { cases: { id: string }[] }
  for (const { id } of cases) {
    const one = await read<Detail>(context, `/api/cases/${id}`)
    if (fits(one)) return one
  }
  throw new Error(`No case of the list ${list} fits.`)
}

const can = ({ possible }: Detail, act: string) => possible.some((each) => each.act === act)

/** Opens the form of an act, from the buttons or the menu beside them. */
async function openAct(page: Page, name: string) {
  const acts = page.getByRole('region', { name: 'Việc có thể làm' })
  const button = acts.getByRole('button', { name, exact: true })
  await acts.getByRole('button').first().waitFor()
  if ((await button.count()) > 0) await button.click()
  else {
    await acts.getByRole('button', { name: 'Việc khác' }).click()
    await acts.getByRole('menuitem', { name, exact: true }).click()
  }
  return page.getByRole('dialog')
}

async function send(page: Page, name: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  await page.getByText(`Đã ghi: ${name}`).waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Opens a form from the menu and says what the server answered with. */
async function openForm(context: BrowserContext, page: Page, number: string): Promise<string | undefined> {
  await page.getByRole('button', { name: 'In biểu mẫu' }).click()
  const [response] = await Promise.all([
    context.waitForEvent('response', (one) => one.url().endsWith(`/forms/${number}`)),
    page.getByRole('menuitem', { name: `Mẫu ${number}` }).click(),
  ])
  return response.headers()['content-type']
}

test('the specialist asks another unit and the citizen, and hands on what was answered and supplied', async () => {
  const specialist = await openContext(browser, url)
  const { context, page } = specialist
  await signInAs(context, 'chuyenvien.vungtau')
  const { id } = await findCase(context, 'mine', (one) => {
    const next = one.possible.find(({ act }) => act === 'forward')?.steps[0]
    return next?.needsUnit === false && can(one, 'consult') && can(one, 'ask-supplement')
  })
  await page.goto(`/cases/${id}`)
  await settled(page)

  const asking = await openAct(page, 'Lấy ý kiến')
  await asking.getByLabel('Các đơn vị được hỏi').first().fill('Tam Thắng')
  await asking
    .getByRole('option', { name: /Tam Thắng/ })
    .first()
    .click()
  await asking.getByLabel('Nội dung xin ý kiến').fill('Đề nghị cho biết nơi ở của người nộp.')
  await expectAccessible(page)
  await send(page, 'Lấy ý kiến')
  await answerAs('phuong.tamthang', id)
  await page.reload()
  await page.getByRole('tab', { name: /^Ý kiến/ }).click()
  await page.getByText('Người nộp đang ở tại phường.').waitFor()

  const wanted = await openAct(page, 'Yêu cầu bổ sung')
  await wanted.getByLabel('Tên giấy tờ khác').fill('Giấy xác nhận nơi ở')
  await wanted.getByRole('button', { name: 'Thêm giấy tờ' }).click()
  await wanted.getByLabel('Lý do').fill('Thiếu giấy xác nhận nơi ở')
  await send(page, 'Yêu cầu bổ sung')
  expect(await openForm(context, page, '02')).toContain('application/pdf')
  await supplyAs('motcua.vungtau', id)

  await page.reload()
  await openAct(page, 'Chuyển bước tiếp')
  await send(page, 'Chuyển bước tiếp')
  const { possible } = await read<Detail>(context, `/api/cases/${id}`)
  expect(possible.map(({ act }) => act)).toContain('send-back')
  expect(specialist.defects).toEqual([])
  await context.close()
})

/** The unit that was asked finds the case in its list and answers. */
async function answerAs(account: string, caseId: string): Promise<void> {
  const { context, page, defects } = await openContext(browser, url, { size: PHONE })
  await signInAs(context, account)
  await page.goto('/cases?list=opinions')
  await settled(page)
  await page.locator(`main a[href="/cases/${caseId}"]`).click()
  const answer = await openAct(page, 'Trả lời ý kiến')
  await answer.getByLabel('Nội dung trả lời').fill('Người nộp đang ở tại phường.')
  await expectNoSidewaysScroll(page)
  await send(page, 'Trả lời ý kiến')
  expect(defects).toEqual([])
  await context.close()
}

/** The clerk takes in what form 02 asked for. */
async function supplyAs(account: string, caseId: string): Promise<void> {
  const { context, page, defects } = await openContext(browser, url, { size: PHONE })
  await signInAs(context, account)
  await page.goto(`/cases/${caseId}`)
  await settled(page)
  const supplied = await openAct(page, 'Nhận bổ sung')
  for (const paper of await supplied.getByRole('checkbox').all()) await paper.check()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await send(page, 'Nhận bổ sung')
  expect(defects).toEqual([])
  await context.close()
}

test('the leader explains a case that is late, and apologises in time for one that will be', async () => {
  const { context, page, defects } = await openContext(browser, url)
  await signInAs(context, 'lanhdao.phuong')
  const late = await findCase(context, 'overdue', (one) => can(one, 'give-late-reason'))
  await page.goto(`/cases/${late.id}`)
  await settled(page)
  const explained = await openAct(page, 'Ghi nguyên nhân chậm')
  await chooseReason(page)
  await explained.getByLabel('Ghi chú').fill('Nhiều hồ sơ nộp cùng lúc')
  await send(page, 'Ghi nguyên nhân chậm')

  const now = new Date()
  const near = await findCase(
    context,
    'unit',
    (one) => can(one, 'extend') && one.dueAt !== null && new Date(one.dueAt) > now,
  )
  await page.goto(`/cases/${near.id}`)
  await settled(page)
  const apology = await openAct(page, 'Hẹn lại ngày trả')
  const day = await workingDayAfter(context, dayAt(new Date(near.dueAt ?? now)))
  await apology.getByLabel('Ngày hẹn mới').first().fill(day.split('-').toReversed().join('/'))
  await page.keyboard.press('Tab')
  await chooseReason(page)
  await apology.getByLabel('Lý do').fill('Chờ kết quả xác minh của cơ quan khác')
  await expectAccessible(page)
  await send(page, 'Hẹn lại ngày trả')
  expect(await openForm(context, page, '04')).toContain('application/pdf')
  expect(defects).toEqual([])
  await context.close()
})

async function chooseReason(page: Page): Promise<void> {
  await page.getByRole('dialog').getByLabel('Nguyên nhân chậm').first().click()
  await page.getByRole('option').first().click()
}

/** A working day after another, by the calendar in force. */
async function workingDayAfter(context: BrowserContext, day: Day): Promise<Day> {
  const from = addDays(day, 3)
  const { days } = await read<{ days: { day: Day }[] }>(context, `/api/calendar/special-days?year=${from.slice(0, 4)}`)
  const special = new Set(days.map((one) => one.day))
  for (let found = from; ; found = addDays(found, 1)) {
    const weekday = new Date(`${found}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6 && !special.has(found)) return found
  }
}
