import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DemoDeps } from './deps.ts'

const DAYS = join(import.meta.dirname, 'data/calendar/special-days.csv')
/** Years whose days off were decided when the demonstration was written. */
const DECIDED = [2023, 2024, 2025, 2026]
const REASON = 'Dữ liệu minh họa: cần đối chiếu với văn bản trước khi dùng'

/** Loads the days off and make-up days of 2023 to 2027. Does nothing when they are there. */
export async function loadCalendarDemo({ perform }: Pick<DemoDeps, 'perform'>): Promise<void> {
  const { days } = await perform<{ days: unknown[] }>('calendar.list-special-days', { year: 2026 })
  if (days.length > 0) return
  const text = await readFile(DAYS, 'utf8')
  const answer = await perform<{ stored: boolean; wrong: readonly unknown[] }>('calendar.import-special-days', {
    text,
    dryRun: false,
    reason: REASON,
  })
  if (!answer.stored) throw new Error(`The days were refused: ${JSON.stringify(answer.wrong.slice(0, 3))}`)
  for (const year of DECIDED)
    await perform('calendar.confirm-year', { year, confirmed: true, decision: null, version: 0, reason: REASON })
}
