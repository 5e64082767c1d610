import { fold } from '#kernel/text.ts'
import { GENERAL_ANSWER } from '../lexicon/answers.ts'
import type { Reading } from '../reading/reading.ts'
import { type IndicatorRow, indicatorRows } from './indicator-row.ts'

/** So often one sentence must stand before it is more than chance. */
const OFTEN = 3
const SHORTEST = 12

const known = new WeakMap<Reading, readonly (readonly IndicatorRow[])[]>()

/**
 * Rows of one table that are all answered with one sentence though it says something particular and most of them ask something
 * else: each group in the order of the table.
 */
export function repeatedAnswers(reading: Reading): readonly (readonly IndicatorRow[])[] {
  const before = known.get(reading)
  if (before) return before
  const asked = indicatorRows(reading).filter(
    ({ targets, results }) => targets.some(({ kind }) => kind === 'percent') && results.length > 0,
  )
  const groups = [...Map.groupBy(asked, (row) => `${row.table.index}:${answerOf(row)}`).values()]
  const made = groups.filter((rows) => rows.length >= OFTEN && isParticular(rows))
  known.set(reading, made)
  return made
}

/** Whether the words of the answer appear in what the row asks. */
export function answersTo(row: IndicatorRow): boolean {
  const label = ` ${fold(row.label)} `
  return pairsOf(answerOf(row)).some((pair) => label.includes(` ${pair} `))
}

function isParticular(rows: readonly IndicatorRow[]): boolean {
  const [row] = rows
  if (!row) return false
  const answer = answerOf(row)
  if (answer.length < SHORTEST || GENERAL_ANSWER.test(answer)) return false
  if (row.results.some(({ cell, statements }) => cell.amount !== null || statements.length > 0)) return false
  return rows.filter((each) => !answersTo(each)).length >= 2
}

function answerOf({ results }: IndicatorRow): string {
  return fold(results.map(({ cell }) => cell.text).join(' '))
}

/** Neighbouring syllables that mean something: one syllable alone is in every second Vietnamese word. */
function pairsOf(text: string): readonly string[] {
  const words = text.split(/[^\p{L}\d]+/u).filter((word) => word !== '')
  return words.slice(1).flatMap((word, at) => {
    const pair = `${words[at]} ${word}`
    return GENERAL_ANSWER.test(pair) ? [] : [pair]
  })
}
