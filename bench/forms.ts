/** A form of 300 fields with 100 rules: saving it, and how long a keystroke takes until the page stands, on a processor slowed four times. */
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { DEMO_PASSWORD } from '#main/demo/identity-accounts.ts'
import { FormDefinition } from '#modules/forms/contract.ts'
import { compileForm } from '#modules/forms/domain/compile.ts'
import { evaluateForm, newMemo } from '#modules/forms/domain/evaluate.ts'
import { startTestPlatform } from '#testing/platform.ts'
import { findChromium } from '../scripts/machine.ts'
import { type Bench, below, percentile, type Result, timed, told } from './report.ts'

const FIELDS = 300
const SLOWED = 4
const KEYS = 120
const CODE = 'bieu-mau-do'

export const bench: Bench = async ({ log }) => {
  const platform = await startTestPlatform({ demo: true })
  const executablePath = findChromium()
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
  try {
    const context = await browser.newContext({ baseURL: platform.url, viewport: { width: 1440, height: 900 } })
    await context.request.post('/api/session/password', {
      headers: { 'x-haidang': '1' },
      data: { name: 'canbo.thanhpho', password: DEMO_PASSWORD },
    })
    log('saving')
    const saved = await saving(context)
    log('typing')
    return [...saved, ...alone(), ...(await typing(await context.newPage()))]
  } finally {
    await browser.close()
    await platform.stop()
  }
}

/** Every third field is shown by a rule over the one before; every ninth is computed. */
function definition() {
  const both = (text: string) => ({ vi: text, en: text })
  const reference = (at: number) => ({ kind: 'reference', name: `f${at}` })
  const fields = Array.from({ length: FIELDS }, (_, at) => ({
    kind: 'number',
    name: `f${at}`,
    label: both(`Mục thứ ${at}`),
    hint: both('Ghi số theo giấy tờ.'),
    ...(at % 3 === 1 && {
      showIf: { kind: 'compare', operator: '>', left: reference(at - 1), right: { kind: 'number', value: '0' } },
    }),
    ...(at % 9 === 2 && { value: { kind: 'sum', of: [reference(at - 1), reference(at - 2)] } }),
  }))
  return { title: both('Biểu mẫu đo'), steps: [{ code: 'mot', title: both('Một'), fields }] }
}

async function saving(context: BrowserContext): Promise<Result[]> {
  const headers = { 'x-haidang': '1' }
  const created = await context.request.post('/api/forms', { headers, data: { code: CODE, definition: definition() } })
  if (!created.ok()) throw new Error(await created.text())
  const taken = await timed(25, async (at) => {
    const answer = await context.request.put(`/api/forms/by-code/${CODE}/draft`, {
      headers,
      data: { revision: at + 1, definition: definition() },
    })
    if (!answer.ok()) throw new Error(await answer.text())
  })
  return [
    below(`saving a definition of ${FIELDS} fields over HTTP, linted: p95`, percentile(taken, 0.95), 'ms', 300),
    told('the same: p50', percentile(taken, 0.5), 'ms'),
  ]
}

/** The engine without a page. */
function alone(): Result[] {
  const form = compileForm(FormDefinition.parse(definition()))
  const memo = newMemo()
  const context = { today: '2026-12-01', units: null }
  let answers: Record<string, unknown> = Object.fromEntries(Array.from({ length: FIELDS }, (_, at) => [`f${at}`, at]))
  const taken = Array.from({ length: 1000 }, (_, at) => {
    answers = { ...answers, [`f${at % FIELDS}`]: at }
    const started = performance.now()
    evaluateForm(form, answers, context, memo)
    return performance.now() - started
  })
  return [told('one evaluation of the form, processor as it is: p95', percentile(taken, 0.95), 'ms')]
}

async function typing(page: Page): Promise<Result[]> {
  await page.goto(`/forms/${CODE}?lang=vi`)
  const first = page.locator('input[name="f0"]')
  await first.waitFor()
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
  // From the key to the frame that shows what it changed: the task after the next painting.
  await page.evaluate(`
    globalThis.taken = []
    document.addEventListener('keydown', () => {
      const started = performance.now()
      requestAnimationFrame(() => setTimeout(() => taken.push(performance.now() - started)))
    }, true)
  `)
  await keys(page, 20)
  await page.evaluate('taken.length = 0')
  await keys(page, KEYS)
  const taken = (await page.evaluate('taken')) as number[]
  // What the page itself costs, whatever else the machine is doing: processor time of its thread, not slowed.
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busy = async () =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  const before = await busy()
  await keys(page, KEYS)
  const perKey = ((await busy()) - before) * (1000 / KEYS)
  return [
    below(`keystroke to stable page, processor slowed ${SLOWED} times: p95`, percentile(taken, 0.95), 'ms', 50),
    told('the same: p50', percentile(taken, 0.5), 'ms'),
    told('processor time of the page per keystroke, not slowed', perKey, 'ms'),
    told('keystrokes measured', taken.length, 'keys'),
  ]
}

/** Digits typed and taken back in eight fields: zero hides what a digit shows, so rules change the page with every key. */
async function keys(page: Page, count: number): Promise<void> {
  for (let key = 0; key < count; key++) {
    if (key % 6 === 0) await page.locator(`input[name="f${(key % 8) * 3}"]`).click()
    await page.keyboard.press(key % 2 === 0 ? '7' : 'Backspace')
    await page.waitForTimeout(30)
  }
}
