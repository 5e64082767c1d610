import type { Page } from 'playwright-core'
import { expect } from 'vitest'

// What citizens do on the pages of an application, for journeys.

/** Signs in by the code that a demonstration shows. */
export async function signIn(page: Page, address: string): Promise<void> {
  await page.locator('input[name="address"]').fill(address)
  await page.keyboard.press('Enter')
  await giveShownCode(page)
}

export async function giveShownCode(page: Page): Promise<void> {
  const said = await page.getByText(/: (hệ thống chưa nối|no way to send).*\d{6}/).innerText()
  await page.locator('input[name="code"]').fill(/\d{6}/.exec(said)?.[0] ?? '')
  await page.keyboard.press('Enter')
}

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
export const next = (page: Page) => page.getByRole('button', { name: /^(Tiếp tục|Continue)$/ }).click()
export const saved = (page: Page) =>
  page
    .getByRole('status')
    .filter({ hasText: /^(Đã lưu|Saved)$/ })
    .waitFor()

type Answers = Readonly<Record<string, string | true>>

/** Answers fields of the form by their names: the value of a choice, what is typed, or a box that is ticked. */
export async function answer(page: Page, answers: Answers): Promise<void> {
  for (const [name, value] of Object.entries(answers)) {
    const field = page.locator(`[data-field="${name}"]`)
    await field.waitFor()
    const choice = field.locator(`input[type="radio"][value="${String(value)}"]`)
    if (value === true) await field.getByRole('checkbox').check()
    else if ((await choice.count()) > 0) await choice.check()
    else {
      const box = field.locator('input:not([type="hidden"]), textarea').first()
      await box.fill(value)
      await box.blur()
    }
  }
}

/** An address outside of the list. */
export async function answerPlace(page: Page, name: string, place: string): Promise<void> {
  const field = page.locator(`[data-field="${name}"]`)
  await field.getByRole('checkbox').check()
  await field.locator(`input[name="${name}"]`).fill(place)
}

export async function choosePlace(page: Page): Promise<void> {
  await page
    .getByRole('textbox', { name: /Where do you apply|Nộp đến đâu/ })
    .or(page.getByRole('combobox', { name: /Where do you apply|Nộp đến đâu/ }))
    .first()
    .click()
  await page.getByRole('option', { name: 'Phường Vũng Tàu' }).click()
}

/** Goes on to the page of that name, promising on the way to bring each paper to the counter. */
export async function walkTo(page: Page, title: string, on?: (title: string) => Promise<void>): Promise<void> {
  for (let steps = 0; steps < 30; steps++) {
    const now = await page.locator('main h1').innerText()
    if (now === title) return
    await on?.(now)
    const bring = page.getByRole('checkbox', { name: /^(I will bring the paper|Tôi sẽ mang bản giấy)/ })
    if (await bring.isVisible()) await bring.check()
    await next(page)
    await expect.poll(() => page.locator('main h1').innerText()).not.toBe(now)
  }
}
