/** What a page of a form takes from a key to the frame that shows what it changed, on a slowed processor. */
import type { CDPSession, Page } from 'playwright-core'
import { copiedRows, FIELDS, ROWS } from './forms-data.ts'
import { below, holds, percentile, type Result, told } from './report.ts'

export const SLOWED = 4
const KEYS = 120
/** A quick typist. */
const PACE_MS = 100
const FIRST_KEYS = 20
const KEYS_OF_ONE = 6

type Key = { readonly ms: number; readonly right: boolean }

/**
 * In the page: the time from the press of a key to the task after the frame that follows, and whether what the page shows then is what
 * the answers say. `check` is asked what it finds wrong.
 */
const WATCH = `
  globalThis.keysTaken = []
  document.addEventListener('keydown', (event) => {
    requestAnimationFrame(() => setTimeout(() => {
      keysTaken.push({ ms: performance.now() - event.timeStamp, right: globalThis.isRight() })
    }))
  }, true)
`

/** Digits typed and taken back in six fields of three hundred: an empty one hides what a digit shows, so rules change the page with every key. */
export async function typingResults(page: Page, address: string, where: string): Promise<Result[]> {
  await page.goto(address)
  await page.locator('input[name="f0"]').waitFor()
  // What the rules say of the field with the cursor and the two after it, read out of the page.
  await page.evaluate(`
    globalThis.isRight = () => {
      const at = Number(document.activeElement.name.slice(1))
      const typed = document.activeElement.value
      const next = document.querySelector('[data-field="f' + (at + 1) + '"]')
      const sum = document.querySelector('[data-field="f' + (at + 2) + '"] output')
      return (next?.checkVisibility() ?? false) === (typed !== '') && (sum === null || sum.textContent === (typed === '' ? '—' : typed))
    }
    ${WATCH}
  `)
  const session = await page.context().newCDPSession(page)
  const press = async (count: number) => {
    for (let key = 0; key < count; key++) {
      if (key % KEYS_OF_ONE === 0) {
        await page.locator(`input[name="f${((key / KEYS_OF_ONE) % 6) * 3}"]`).click()
        await page.waitForTimeout(PACE_MS)
      }
      await page.keyboard.press(key % 2 === 0 ? '7' : 'Backspace')
      await page.waitForTimeout(PACE_MS)
    }
  }
  const keys = await slowed(page, session, press)
  return [
    ...keyResults(where, keys),
    told('– processor time of the page per key, not slowed', await costOf(session, press), 'ms'),
  ]
}

/** The same keys in a page without script, style and rules: what the browser takes by itself on this machine in this minute. */
export async function bareResults(page: Page, html: string): Promise<Result[]> {
  await page.setContent(html)
  await page.evaluate(`globalThis.isRight = () => true; ${WATCH}`)
  await page.locator('input').first().click()
  const keys = await slowed(page, await page.context().newCDPSession(page), (count) => typed(page, count))
  const taken = keys.map(({ ms }) => ms)
  return [
    told(`for comparison, ${FIELDS} boxes without script, style and rules: p95`, percentile(taken, 0.95), 'ms'),
    told('– the same: p50', percentile(taken, 0.5), 'ms'),
  ]
}

async function typed(page: Page, count: number): Promise<void> {
  for (let key = 0; key < count; key++) {
    await page.keyboard.press(key % 2 === 0 ? '7' : 'Backspace')
    await page.waitForTimeout(PACE_MS)
  }
}

/** Five thousand rows pasted, and digits typed into a cell in the middle of them. */
export async function tableResults(page: Page, address: string): Promise<Result[]> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Thêm dòng' }).click()
  await page.locator('[data-cell="0 0"]').waitFor()
  const session = await page.context().newCDPSession(page)
  const pasted = await pasting(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
  const pastedSlowly = await pasting(page)
  const drawn = await page.locator('tbody tr[aria-rowindex]').count()
  const wrong = await page.getByRole('button', { name: /ô cần sửa/ }).textContent()
  const said = (await page.locator('table').getAttribute('aria-rowcount')) === String(ROWS + 1)
  // To the cell "number" in the middle, from which the amount of the row and the sum of all rows follow.
  const middle = Math.floor(ROWS / 2) + 1
  await page.locator('[data-cell="0 2"]').focus()
  await page.evaluate(`{
    const region = document.querySelector('section:has(> table)')
    region.scrollTop = region.scrollHeight / 2
  }`)
  const cell = page.locator(`[data-cell="${middle} 2"]`)
  await cell.waitFor()
  const before = await page.evaluate(SUM)
  await cell.click()
  await page.evaluate(`
    globalThis.numberIn = (text) => Number(text.replace(/[^0-9]/g, ''))
    globalThis.price = numberIn(document.querySelector('[data-cell="${middle} 3"]').value)
    globalThis.others = ${String(before)} - price * numberIn(document.activeElement.value)
    globalThis.isRight = () => {
      const amount = price * numberIn(document.activeElement.value)
      const own = document.activeElement.closest('tr').querySelector('output').textContent
      return numberIn(own) === amount && ${SUM} === others + amount
    }
    ${WATCH}
  `)
  const keys = await slowed(page, session, (count) => typed(page, count))
  return [
    below(`${ROWS} rows pasted until the page stands`, pasted, 'ms', 1000),
    below(`the same, processor slowed ${SLOWED} times`, pastedSlowly, 'ms', 3000),
    told('– rows that are drawn', drawn, 'rows'),
    holds('– every row is there, the wrong cells are counted', said && (wrong ?? '').startsWith(`${ROWS / 100} ô`)),
    ...keyResults(`in a cell of ${ROWS} rows`, keys),
  ]
}

const SUM = `numberIn(document.querySelector('[data-field="tong"] output').textContent)`

/** From the paste to the frame that shows the rows. */
async function pasting(page: Page): Promise<number> {
  await page.locator('[data-cell="0 0"]').focus()
  return (await page.evaluate(`new Promise((resolve) => {
    globalThis.numberIn = (text) => Number(text.replace(/[^0-9]/g, ''))
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', ${JSON.stringify(copiedRows())})
    const started = performance.now()
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)))
  })`)) as number
}

async function slowed(page: Page, session: CDPSession, press: (count: number) => Promise<void>): Promise<Key[]> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
  await press(FIRST_KEYS)
  await page.evaluate('keysTaken.length = 0')
  await press(KEYS)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return (await page.evaluate('keysTaken')) as Key[]
}

function keyResults(where: string, keys: readonly Key[]): Result[] {
  const taken = keys.map(({ ms }) => ms)
  return [
    below(`key to stable page, ${where}, slowed ${SLOWED} times: p95`, percentile(taken, 0.95), 'ms', 50),
    told('– the same: p50', percentile(taken, 0.5), 'ms'),
    told('– keys', taken.length, 'keys'),
    holds(
      '– what a key changes is right in the frame that follows it',
      keys.length === KEYS && keys.every(({ right }) => right),
    ),
  ]
}

/** What the page itself costs, whatever else the machine is doing: processor time of its main thread. */
async function costOf(session: CDPSession, press: (count: number) => Promise<void>): Promise<number> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busy = async () =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  const before = await busy()
  await press(KEYS)
  return ((await busy()) - before) * (1000 / KEYS)
}
