import { FILLER } from '../lexicon/telling.ts'
import { plainWords } from './heading.ts'
import { isSlip } from './near-miss.ts'
import { periodWords } from './period-words.ts'
import { figureKey, slipKeys, type TableFigure, type ToldIndex, type ToldRow } from './told-row.ts'
import type { Figure, Sentence } from './told-sentence.ts'

export type Told = { readonly figure: Figure; readonly cell: TableFigure }
/** What a sentence says of one row: by words, and numbers that stand in the row whatever the words. */
export type Telling = {
  readonly row: ToldRow
  readonly told: readonly Told[]
  readonly met: readonly TableFigure[]
}

/** From here a number met in a row by chance is out of the question. */
const UNLIKELY_BY_CHANCE = 1000

/** What a sentence says of the rows it can speak of; `[]` when it names several rows or another time. */
export function readTellings(sentence: Sentence, index: ToldIndex): readonly Telling[] {
  const isTimely = timely(sentence)
  const names = namesIn(sentence.text, index)
  // "Chi thường xuyên" stands in "Chi thường xuyên khác" too: the longer name is meant.
  const [longest] = names
  if (longest === undefined)
    return wholeAreas(sentence, index)
      .filter(isTimely)
      .map((row) => readRow(sentence, row))
      .filter(({ told }) => told.length > 0)
  if (names.some((name) => !longest.includes(name))) return []
  const rows = (index.byName.get(longest) ?? []).filter(isTimely)
  return rows.map((row) => readRow(sentence, row)).filter(({ told }) => told.length > 0)
}

/** Whether a row speaks of no other time than the sentence. */
function timely({ text }: Sentence): (row: ToldRow) => boolean {
  const periods = periodWords(text.replace(/\([^)]*\)|so với[^,;.]*/giu, ''))
    .split('|')
    .filter(Boolean)
  return (row) => periods.every((period) => row.periods.includes(period))
}

/** What a sentence says of whole areas by words though each such figure is one slip away, and no table has it right. */
export function readSlips(sentence: Sentence, index: ToldIndex): readonly Told[] {
  const isTimely = timely(sentence)
  const strange = sentence.figures.filter(
    ({ kind, values }) => kind === 'count' && !index.byFigure.has(figureKey(kind, values[0] ?? 0)),
  )
  const rows = strange.flatMap(({ values }) => slipKeys(values[0] ?? 0).flatMap((key) => index.bySlip.get(key) ?? []))
  return [...new Set(rows)]
    .filter(isTimely)
    .flatMap((row) =>
      readRow(sentence, row).told.filter(
        ({ figure, cell }) => strange.includes(figure) && isSlip(figure.values[0] ?? 0, cell.value),
      ),
    )
}

/** Rows of the whole area that share a figure with the sentence. */
function wholeAreas({ figures }: Sentence, { byFigure }: ToldIndex): readonly ToldRow[] {
  const keys = figures.flatMap(({ kind, values, bottom }) => [
    ...values.filter(isTelling).map((value) => figureKey(kind, value)),
    ...(bottom === null ? [] : [figureKey('count', bottom)]),
  ])
  const rows = keys.flatMap((key) => (byFigure.get(key) ?? []).map(({ row }) => row))
  return [...new Set(rows)].filter(({ all }) => all)
}

/** A number that leads to few rows. */
function isTelling(value: number): boolean {
  return value >= 100 || !Number.isInteger(value)
}

/** Longest name of a row, in syllables. */
const MOST_SYLLABLES = 16

/** The names of rows that stand in a text, the longest first. */
function namesIn(text: string, { byName, firstSyllables }: ToldIndex): readonly string[] {
  const words = plainWords(text).split(' ')
  const found = new Set<string>()
  for (let from = 0; from < words.length; from++) {
    if (!firstSyllables.has(words[from] ?? '')) continue
    let name = ''
    for (const word of words.slice(from, from + MOST_SYLLABLES)) {
      name = name === '' ? word : `${name} ${word}`
      if (byName.has(name)) found.add(name)
    }
  }
  return [...found].toSorted((a, b) => b.length - a.length)
}

function readRow({ figures, text }: Sentence, row: ToldRow): Telling {
  const own = new Set(row.names.flatMap((name) => name.split(' ')))
  // A sentence right above a table is taken for its title; its words then are not the table's.
  const titled = row.table.title.includes(text.trim()) ? new Set<string>() : row.titled
  const told = figures.flatMap((figure): readonly Told[] => {
    const spoken = figure.words
    const strange = [...spoken].filter(
      (word) => !row.known.has(word) && !titled.has(word) && !own.has(word) && !FILLER.has(word),
    )
    const fitting = row.figures
      .filter((cell) => cell.kind === figure.kind && cell.words.size > 0 && cell.words.isSubsetOf(spoken))
      .toSorted((a, b) => b.words.size - a.words.size)
    const [best, next] = fitting
    if (!best || best.words.size === next?.words.size || strange.some((word) => !best.said.has(word))) return []
    return POLAR.some((word) => spoken.has(word) && !best.said.has(word)) ? [] : [{ figure, cell: best }]
  })
  // Two figures for one column are parts of it, or something else.
  const single = told.filter((one) => told.every((other) => other === one || other.cell.column !== one.cell.column))
  return { row, met: metIn(figures, row), told: single }
}

/** Words that turn what they stand with into its opposite. */
const POLAR = ['dang', 'chua', 'khong', 'qua', 'tre', 'con']

/** The figures of the row that the sentence has, whatever it calls them, when chance is out of the question. */
function metIn(figures: readonly Figure[], row: ToldRow): readonly TableFigure[] {
  const values = figures.flatMap(({ kind, values }) => (kind === 'count' ? values.slice(0, 1) : []))
  const bottoms = figures.flatMap(({ bottom }) => (bottom === null ? [] : [bottom]))
  return row.figures.filter(
    ({ value, kind }) =>
      kind === 'count' && (bottoms.includes(value) || (value >= UNLIKELY_BY_CHANCE && values.includes(value))),
  )
}

/** Whether the sentence and the table say the same, at the coarser of both precisions. */
export function isSame({ figure, cell }: Told): boolean {
  if (figure.kind === 'count' && figure.decimals === 0) return figure.values.includes(cell.value)
  const step = 10 ** -Math.min(figure.decimals, cell.decimals)
  return figure.values.some((value) => Math.abs(value - cell.value) < step + 1e-9)
}
