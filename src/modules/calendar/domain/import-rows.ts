import { isDay } from '#kernel/calendar.ts'
import { type DayWord, dayFault } from './special-day.ts'

/** A cell that cannot be taken: `row` counts from the headings, which are row 1. */
export type WrongCell = {
  readonly row: number
  readonly column: string
  readonly code: string
  readonly values: Readonly<Record<string, string>>
}
export type ReadRows = { readonly words: readonly DayWord[]; readonly wrong: readonly WrongCell[] }

const COLUMNS = ['day', 'kind', 'name_vi', 'name_en', 'decision', 'confirmed', 'source_note'] as const
type Column = (typeof COLUMNS)[number]
const REQUIRED: readonly Column[] = ['day', 'kind', 'name_vi']
const LONGEST: Partial<Record<Column, number>> = { name_vi: 200, name_en: 200, decision: 300, source_note: 1000 }

/** Headings as they are also written. */
const ALSO: Readonly<Record<string, Column>> = {
  ngày: 'day',
  loại: 'kind',
  tên: 'name_vi',
  'tên tiếng việt': 'name_vi',
  'tên tiếng anh': 'name_en',
  'văn bản': 'decision',
  'xác nhận': 'confirmed',
  nguồn: 'source_note',
}
const KINDS: Readonly<Record<string, DayWord['kind']>> = {
  off: 'off',
  nghỉ: 'off',
  'make-up': 'make-up',
  'làm bù': 'make-up',
}
const FLAGS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  có: true,
  rồi: true,
  false: false,
  no: false,
  chưa: false,
  không: false,
  '': false,
}

/** The days that rows of text name; null when the first row does not name the columns that are needed. */
export function readDayRows(rows: readonly (readonly string[])[]): ReadRows | null {
  const headings = (rows[0] ?? []).map((cell) => plain(cell)).map((cell) => ALSO[cell] ?? cell)
  const places = new Map(COLUMNS.map((column) => [column, headings.indexOf(column)] as const))
  if (REQUIRED.some((column) => places.get(column) === -1)) return null
  const seen = new Map<string, number>()
  const wrong: WrongCell[] = []
  const words: DayWord[] = []
  for (const [index, row] of rows.entries()) {
    if (index === 0 || row.every((cell) => cell.trim() === '')) continue
    const cell = (column: Column) => (row[places.get(column) ?? -1] ?? '').normalize('NFC').trim()
    const faults = rowFaults(cell, seen)
    wrong.push(...faults.map((fault) => ({ row: index + 1, ...fault })))
    if (faults.length === 0) words.push(wordOf(cell))
    const day = dayOfCell(cell('day'))
    if (day !== null && !seen.has(day)) seen.set(day, index + 1)
  }
  return { words, wrong }
}

type Cells = (column: Column) => string
type Fault = Omit<WrongCell, 'row'>

function rowFaults(cell: Cells, seen: ReadonlyMap<string, number>): Fault[] {
  const faults: Fault[] = []
  const fault = (column: Column, code: string, values: Record<string, string> = {}) =>
    faults.push({ column, code, values: { found: cell(column).slice(0, 60), ...values } })
  const day = dayOfCell(cell('day'))
  const kind = KINDS[plain(cell('kind'))]
  if (day === null) fault('day', 'calendar/row-day')
  else if (seen.has(day)) fault('day', 'calendar/row-twice', { row: String(seen.get(day)) })
  if (kind === undefined) fault('kind', 'calendar/row-kind')
  if (cell('name_vi') === '') fault('name_vi', 'calendar/row-name')
  if (FLAGS[plain(cell('confirmed'))] === undefined) fault('confirmed', 'calendar/row-confirmed')
  for (const column of COLUMNS) {
    const limit = LONGEST[column] ?? Number.POSITIVE_INFINITY
    if (cell(column).length > limit) fault(column, 'calendar/row-long', { limit: String(limit) })
    if (/[\p{Cc}\p{Cs}]/u.test(cell(column))) fault(column, 'calendar/row-characters')
  }
  const broken = day !== null && kind !== undefined ? dayFault({ day, kind }) : null
  if (broken) fault('kind', broken)
  return faults
}

/** Only called on rows without faults. */
function wordOf(cell: Cells): DayWord {
  return {
    day: dayOfCell(cell('day')) ?? '',
    kind: KINDS[plain(cell('kind'))] ?? 'off',
    name: { vi: cell('name_vi'), en: cell('name_en') || cell('name_vi') },
    decision: cell('decision') || null,
    confirmed: FLAGS[plain(cell('confirmed'))] ?? false,
    sourceNote: cell('source_note'),
  }
}

/** `2026-11-24` or `24/11/2026` as a day; null when it is none. */
function dayOfCell(text: string): string | null {
  const [, date, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  const day = year ? `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}` : text
  return isDay(day) ? day : null
}

function plain(cell: string): string {
  return cell.normalize('NFC').trim().toLowerCase()
}
