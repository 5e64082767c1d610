import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import { compareDays, putDays, requireEverywhere } from '../changing.ts'
import * as contract from '../contract.ts'
import { readDayRows } from '../domain/import-rows.ts'
import { csvRows } from '../gateways/csv.ts'
import { beginChange } from '../store/special-days.ts'

const MOST_ROWS = 2000
const MOST_LISTED = 200

/** Reads days from CSV text. A dry run and a real one are the same up to the writing; nothing is written while a row is wrong. */
export const importSpecialDays = operation(contract.importSpecialDays, async (context, { text, dryRun, reason }) => {
  requireEverywhere(context)
  const rows = csvRows(text)
  if (rows.length > MOST_ROWS)
    throw new Problem('too-large', 'calendar/too-many-rows', 'Too many rows.', { values: { limit: MOST_ROWS } })
  const read = readDayRows(rows)
  if (read === null) throw new Problem('invalid-input', 'calendar/no-table', 'The first line names the columns.')
  const words = read.words.map((word) => ({ ...word, version: null }))
  const stored = !dryRun && read.wrong.length === 0 && words.length > 0
  if (stored) await beginChange(context.tx)
  const answer = stored ? await putDays(context, words, reason) : (await compareDays(context, words)).answer
  return {
    ...answer,
    stored,
    rows: words.length,
    wrong: read.wrong.slice(0, MOST_LISTED),
    wrongRows: new Set(read.wrong.map(({ row }) => row)).size,
  }
})
