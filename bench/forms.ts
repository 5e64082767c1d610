/** Forms: saving a long one, typing into it and into a long table, and two hundred citizens who fill in at once. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { DEMO_PASSWORD } from '#main/demo/identity-accounts.ts'
import { FormDefinition } from '#modules/forms/contract.ts'
import { compileForm } from '#modules/forms/domain/compile.ts'
import { evaluateForm, newMemo } from '#modules/forms/domain/evaluate.ts'
import { startTestPlatform } from '#testing/platform.ts'
import { findChromium } from '../scripts/machine.ts'
import { autosaveResults } from './forms-autosave.ts'
import { barePage, FIELDS, longForm, tableForm } from './forms-data.ts'
import { bareResults, tableResults, typingResults } from './forms-typing.ts'
import { type Bench, below, percentile, type Result, timed, told } from './report.ts'

const CODE = 'bieu-mau-do'
const STEPS_CODE = 'bieu-mau-do-buoc'
/** As such forms are made: twenty fields a step. */
const STEPS = 15
const TABLE_CODE = 'bang-ke-do'
const SAVES = 40

export const bench: Bench = async ({ log }) => {
  const inPages = await pageResults(log)
  log('two hundred citizens')
  const folder = await mkdtemp(join(tmpdir(), 'haidang-bench-'))
  try {
    return [...inPages, ...(await autosaveResults(join(folder, 'database'), log))]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function pageResults(log: (line: string) => void): Promise<Result[]> {
  const platform = await startTestPlatform({ demo: true })
  const executablePath = findChromium()
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
  try {
    const context = await browser.newContext({ baseURL: platform.url, viewport: { width: 1440, height: 900 } })
    await context.request.post('/api/session/password', {
      headers: HEADERS,
      data: { name: 'canbo.thanhpho', password: DEMO_PASSWORD },
    })
    log('saving')
    const saved = await saving(context)
    await create(context, STEPS_CODE, longForm(STEPS))
    await create(context, TABLE_CODE, tableForm())
    log('typing')
    const inSteps = `${FIELDS} fields and 100 rules in ${STEPS} steps`
    const typed = [
      ...(await typingResults(await context.newPage(), `/forms/${STEPS_CODE}?lang=vi`, inSteps)),
      ...(await typingResults(await context.newPage(), `/forms/${CODE}?lang=vi`, 'the same on one page')),
      ...(await bareResults(await context.newPage(), barePage())),
    ]
    log('table')
    const tabled = await tableResults(await context.newPage(), `/forms/${TABLE_CODE}?lang=vi`)
    return [...saved, ...alone(), ...typed, ...tabled]
  } finally {
    await browser.close()
    await platform.stop()
  }
}

const HEADERS = { 'x-haidang': '1' }

async function create(context: BrowserContext, code: string, definition: object): Promise<void> {
  const created = await context.request.post('/api/forms', { headers: HEADERS, data: { code, definition } })
  if (!created.ok()) throw new Error(await created.text())
}

async function saving(context: BrowserContext): Promise<Result[]> {
  await create(context, CODE, longForm())
  const save = async (revision: number) => {
    const answer = await context.request.put(`/api/forms/by-code/${CODE}/draft`, {
      headers: HEADERS,
      data: { revision, definition: longForm() },
    })
    if (!answer.ok()) throw new Error(await answer.text())
  }
  await timed(5, (at) => save(at + 1))
  const taken = await timed(SAVES, (at) => save(at + 6))
  return [
    below(`saving a definition of ${FIELDS} fields over HTTP, linted: p95`, percentile(taken, 0.95), 'ms', 300),
    told('– the same: p50', percentile(taken, 0.5), 'ms'),
  ]
}

/** The engine without a page. */
function alone(): Result[] {
  const form = compileForm(FormDefinition.parse(longForm()))
  const context = { today: '2026-12-01', units: null }
  const whole: Record<string, unknown> = Object.fromEntries(Array.from({ length: FIELDS }, (_, at) => [`f${at}`, at]))
  const measure = (newMemoEach: boolean) => {
    let answers = whole
    let memo = newMemo()
    const taken = Array.from({ length: 1000 }, (_, at) => {
      answers = { ...answers, [`f${at % FIELDS}`]: at }
      if (newMemoEach) memo = newMemo()
      const started = performance.now()
      evaluateForm(form, answers, context, memo)
      return performance.now() - started
    })
    return percentile(taken, 0.95)
  }
  return [
    told('one evaluation of the whole form: p95', measure(true), 'ms'),
    told('one evaluation after a change: p95', measure(false), 'ms'),
  ]
}
