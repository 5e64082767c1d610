import { expect, test } from 'vitest'
import { DESK, expectAccessible, expectNoSidewaysScroll, openContext, PHONE, picture } from '#testing/browser.ts'
import { settled, signInAs } from './people.ts'
import { browser, url } from './the-browser.ts'

/** Whoever watches over deadlines: words to the citizen, notices, rules that prove themselves, forecasts. */

/** A case received at the desk of the ward; its address. */
async function receivedCase(): Promise<string> {
  const { context } = await openContext(browser, url)
  await signInAs(context, 'motcua.vungtau')
  const rights = (await (await context.request.get('/api/identity/own-rights')).json()) as {
    rights: { permission: string; unitId: string | null }[]
  }
  const unitId = rights.rights.find(({ permission }) => permission === 'cases:receive')?.unitId
  const answer = await context.request.post('/api/cases', {
    headers: { 'x-haidang': '1' },
    data: {
      procedureCode: '1.001193',
      receivedUnitId: unitId,
      channel: 'counter',
      subject: { kind: 'person', name: 'Trần Thị Minh Hoạ', phone: '0903123456', email: 'dan@example.vn' },
      missingReason: 'Nộp sau trong ngày',
    },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  const { id } = (await answer.json()) as { id: string }
  await context.close()
  return `/cases/${id}`
}

test('what a case says to the citizen goes to the stand-in of the demonstration, and the page says so and how far it came', {
  timeout: 300_000,
}, async () => {
  const address = await receivedCase()
  for (const [size, dark] of [
    [PHONE, false],
    [DESK, true],
  ] as const) {
    const { context, page, defects } = await openContext(browser, url, { size, dark })
    await signInAs(context, 'motcua.vungtau')
    await page.goto(`${address}?tab=messages`)
    await settled(page)
    await page.getByText('Mô phỏng, không gửi thật').first().waitFor()
    await page
      .getByText(/Nhà cung cấp đã nhận|Đã phát/)
      .first()
      .waitFor()
    await picture(page, `case-messages-${size.width}`)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await page.goto(`${address}?tab=due`)
    await settled(page)
    await page.getByText('Chưa đủ dữ liệu').first().waitFor()
    await picture(page, `case-forecast-${size.width}`)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    expect(defects).toEqual([])
    await context.close()
  }
})

test('rules, templates, notices and forecasts are readable for everyone, on desk and phone', {
  timeout: 300_000,
}, async () => {
  for (const [size, language] of [
    [PHONE, 'vi'],
    [DESK, 'en'],
  ] as const) {
    const { context, page, defects } = await openContext(browser, url, { size, language })
    await signInAs(context, 'quantri')
    await page.goto(`/?lang=${language}`)
    for (const path of ['/cases/escalation', '/cases/messages', '/cases/notices', '/cases/forecast']) {
      await page.goto(path)
      await settled(page)
      await picture(page, `watch-${size.width}${path.replaceAll('/', '-')}`)
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      if (path !== '/cases/escalation' && path !== '/cases/messages') continue
      await page
        .locator('main')
        .getByRole('button', { name: /^(Quy tắc mới|New rule|Mẫu mới|New template)$/ })
        .click()
      await page.getByRole('dialog').waitFor()
      await picture(page, `watch-${size.width}${path.replaceAll('/', '-')}-new`)
      await expectAccessible(page)
    }
    expect(defects).toEqual([])
    await context.close()
  }
})
