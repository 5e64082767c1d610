import { dayOf, formatDay, isDay } from '#kernel/calendar.ts'
import { formatNumber, parseNumber } from '#kernel/number.ts'
import { fold } from '#kernel/text.ts'
import { type Column, say } from './definition.ts'
import { valueTypeOf } from './kinds.ts'

/** Text longer than this is not cut into cells: it is no sheet of five thousand rows. */
const MOST_TEXT = 8_000_000

/** The cells of text copied out of a spreadsheet: tabs between, a line per row; a cell in quotes may hold both. Each letter is read once. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const all = text.slice(0, MOST_TEXT)
  for (let at = 0; at < all.length; at++) {
    const letter = all[at] ?? ''
    if (isQuoted) {
      if (letter !== '"') cell += letter
      else if (all[at + 1] === '"') cell += all[++at] ?? ''
      else isQuoted = false
    } else if (letter === '"' && cell === '') isQuoted = true
    else if (letter === '\t' || letter === '\n') {
      row.push(cell)
      cell = ''
      if (letter === '\n') {
        rows.push(row)
        row = []
      }
    } else if (letter !== '\r') cell += letter
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows
}

/**
 * What a person typed or pasted into a cell, as an answer. What cannot be read stays the text it is, so that it is shown, refused by the
 * check, and can be mended.
 */
export const cellFromText = (column: Column, typed: string): CellValue => readerOf(column)(typed)

type CellValue = string | number | boolean | null

/** How texts of a column are read; made once for the thousands of cells that are pasted together. */
function readerOf(column: Column): (typed: string) => CellValue {
  const read = kindReader(column)
  return (typed) => {
    const text = typed.normalize('NFC').trim()
    return text === '' ? null : read(text)
  }
}

function kindReader(column: Column): (text: string) => CellValue {
  const type: string = valueTypeOf(column.kind) ?? ''
  switch (type) {
    case 'number':
      if (column.kind === 'year') return (text) => (/^\d{1,4}$/.test(text) ? Number(text) : text)
      return numberFromText
    case 'boolean':
      return (text) => (YES.has(fold(text)) ? true : NO.has(fold(text)) ? false : text)
    case 'day':
      return (text) => dayFromText(text) ?? text
    default: {
      const choices = choicesByText(column)
      return choices ? (text) => choices.get(text) ?? choices.get(fold(text)) ?? text : (text) => text
    }
  }
}

function numberFromText(text: string): CellValue {
  const read = parseNumber(text.replace(/ ?(?:đ|₫|vnđ|vnd|đồng)$/i, ''))
  return 'value' in read ? read.value : text
}

const YES = new Set(['co', 'dung', 'x', 'yes', 'true', '1'])
const NO = new Set(['khong', 'sai', 'no', 'false', '0'])
const GENDERS: Readonly<Record<string, string>> = {
  nam: 'male',
  nu: 'female',
  khac: 'other',
  male: 'male',
  female: 'female',
  other: 'other',
}

function dayFromText(text: string): string | null {
  if (isDay(text)) return text
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  if (year === '') return null
  const made = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(made) && made === dayOf(Number(year), Number(month), Number(day)) ? made : null
}

/** The choices by what people call them, the first of those called the same; null where nothing is chosen. */
function choicesByText({ kind, choices }: Column): ReadonlyMap<string, string> | null {
  if (kind === 'gender') return new Map(Object.entries(GENDERS))
  if (kind !== 'choice') return null
  const named = choices.flatMap(({ value, label }) =>
    [value, fold(label.vi), fold(label.en)].map((text) => [text, value] as const),
  )
  return new Map(named.toReversed())
}

/** A cell as it is shown and copied out again; `cellFromText` reads it back. */
export function cellText(column: Column, value: unknown, language: 'vi' | 'en' = 'vi'): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') return column.kind === 'year' ? String(value) : formatNumber(value)
  if (typeof value === 'boolean') return language === 'vi' ? (value ? 'Có' : 'Không') : value ? 'Yes' : 'No'
  if (typeof value !== 'string') return ''
  if (column.kind === 'day' && isDay(value)) return formatDay(value)
  if (column.kind === 'choice') {
    const choice = column.choices.find((one) => one.value === value)
    return choice ? say(choice.label, language) : value
  }
  return value
}

type Row = Readonly<Record<string, unknown>>

/** The rows with a block of cells put in from a cell on; rows are added up to the most. How many lines had no place is said. */
export function pasteInto(
  rows: readonly Row[],
  columns: readonly Column[],
  {
    row,
    column,
    cells,
    most,
  }: { readonly row: number; readonly column: number; readonly cells: readonly string[][]; readonly most: number },
): { readonly rows: readonly Row[]; readonly left: number } {
  const typed = columns.filter(({ value }) => value === null).map((each) => ({ name: each.name, read: readerOf(each) }))
  const fits = cells.slice(0, Math.max(0, most - row))
  const next = [...rows]
  fits.forEach((line, down) => {
    const changed: Record<string, unknown> = { ...next[row + down] }
    line.forEach((text, right) => {
      const target = typed[column + right]
      if (!target) return
      const value = target.read(text)
      if (value === null) delete changed[target.name]
      else changed[target.name] = value
    })
    next[row + down] = changed
  })
  return { rows: next, left: cells.length - fits.length }
}
