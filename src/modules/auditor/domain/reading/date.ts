import { type Day, dayOf, isDay } from '#kernel/calendar.ts'
import { nfc } from '#kernel/text.ts'
import type { ReportDocument } from '../document.ts'
import type { DateMention } from './reading.ts'

export type TextDate = Omit<DateMention, 'spot'>

const MARKED = /(?<![\d/.,-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})(?![\d/]|[-.]\d)/gu
const WORDED = /(?<!\p{L})ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+|\s*\/\s*)(\d{4})(?!\d)/giu
const MONTH = /(?<!\p{L})tháng\s+(\d{1,2})(?:\s*\/\s*|\s+năm\s+)(\d{4})(?!\d|\/)/giu
const QUARTER = /(?<!\p{L})quý\s+(IV|I{1,3}|[1-4])(?:\s*\/\s*|\s+năm\s+)(\d{4})(?!\d)/giu
const YEAR = /(?<!\p{L})năm\s+((?:19|20)\d{2})(?![\d/]|\s?[-–]\s?\d)/giu
const ROMAN: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4 }

/** Every day, month, quarter (`2023-Q3`) and year that the text names with its year, in its order; days that do not exist too. */
export function readDates(text: string): readonly TextDate[] {
  // Most texts are cells with a number alone: those are let go at once.
  if (!/\d{4}/.test(text) || !/[a-z/]/i.test(text)) return []
  const plain = nfc(text)
  const says = (pattern: RegExp) => pattern.test(plain)
  const taken: TextDate[] = []
  const take = (found: RegExpMatchArray, iso: string) => {
    const from = found.index ?? 0
    const to = from + found[0].length
    if (taken.some((other) => from < other.to && to > other.from)) return
    taken.push({ from, to, text: found[0], iso, exists: iso !== '' })
  }
  const [month, quarter, year] = [says(/tháng/iu), says(/quý/iu), says(/năm/iu)]
  if (month) for (const found of plain.matchAll(WORDED)) take(found, isoDay(found[3], found[2], found[1]))
  for (const found of plain.matchAll(MARKED)) {
    const after = /(?<!\p{L})(?:ngày|từ|đến|trước|sau)\s*$/iu.test(
      plain.slice(Math.max(0, found.index - 12), found.index),
    )
    // With dots or dashes it may be the number of a section or a phone; `ngày` before it says which.
    if (found[2] !== '/' && !after) continue
    take(found, isoDay(found[4], found[3], found[1]))
  }
  if (quarter)
    for (const found of plain.matchAll(QUARTER))
      take(found, `${found[2]}-Q${ROMAN[(found[1] ?? '').toUpperCase()] ?? found[1]}`)
  if (month) for (const found of plain.matchAll(MONTH)) take(found, isoMonth(found[2], found[1]))
  if (year) for (const found of plain.matchAll(YEAR)) take(found, found[1] ?? '')
  return taken.toSorted((a, b) => a.from - b.from)
}

function isoDay(year = '', month = '', day = ''): string {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) ? iso : ''
}

function isoMonth(year = '', month = ''): string {
  const number = Number(month)
  return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, '0')}` : ''
}

/** The day that `14/6/2023` or `14 tháng 6 năm 2023` names; `null` when there is no such day. */
export function dayFromWords(text: string): Day | null {
  const [, day, month, year] = /(\d{1,2})\D+(\d{1,2})\D+(\d{4})/u.exec(text) ?? []
  return isoDay(year, month, day) || null
}

/** First and last day of what an `iso` of a mention names: `2023-Q3` is 1 July to 30 September. */
export function spanOf(iso: string): { readonly first: Day; readonly last: Day } | null {
  const [, yearText, quarter, month, day] = /^(\d{4})(?:-Q([1-4])|-(\d{2})(?:-(\d{2}))?)?$/.exec(iso) ?? []
  const year = Number(yearText)
  if (yearText === undefined) return null
  if (day !== undefined) return { first: iso, last: iso }
  if (month !== undefined) return { first: `${iso}-01`, last: dayOf(year, Number(month), 31) }
  if (quarter !== undefined)
    return { first: dayOf(year, Number(quarter) * 3 - 2, 1), last: dayOf(year, Number(quarter) * 3, 31) }
  return { first: `${year}-01-01`, last: `${year}-12-31` }
}

/** Blocks from the top among which a report carries its date line and its title. */
const HEAD = 14

function headTexts(document: ReportDocument): readonly string[] {
  return document.blocks
    .slice(0, HEAD)
    .flatMap((block) =>
      block.kind === 'paragraph' ? [block.text] : block.rows.slice(0, 6).flatMap((row) => row.map(({ text }) => text)),
    )
    .flatMap((text) => nfc(text).split('\n'))
}

const DATE_LINE = /^[\p{L}][\p{L}\s.\-–]{1,60},\s*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\.?$/iu

/** The day in the date line under the name of the body (`Vũng Tàu, ngày 20 tháng 9 năm 2023`); `null` when it is left open. */
export function datedOn(document: ReportDocument): Day | null {
  for (const text of headTexts(document)) {
    const [, day, month, year] = DATE_LINE.exec(text.trim()) ?? []
    if (year !== undefined) return isoDay(year, month, day) || null
  }
  return null
}

const OPEN_LINE = /^[\p{L}][\p{L}\s.\-–]{1,60},\s*ngày[\s.…_]*tháng\s*(\d{1,2})?[\s.…_]*năm\s+(\d{4})\.?$/iu

/** The last day on which the report can have been issued: its date, or the end of the month or year when the day is left open. */
export function datedUntil(document: ReportDocument): Day | null {
  const dated = datedOn(document)
  if (dated) return dated
  for (const text of headTexts(document)) {
    const [, month, year] = OPEN_LINE.exec(text.trim()) ?? []
    if (year !== undefined) return dayOf(Number(year), Math.min(12, Math.max(1, Number(month ?? 12))), 31)
  }
  return null
}

const YEAR_OF = String.raw`(?:\s+(?:của\s+)?năm\s+|\s*\/\s*)(\d{4})`
const PERIODS: readonly (readonly [RegExp, (value: string, year: number) => Day])[] = [
  [
    new RegExp(`(\\d{1,2})\\s+tháng(?:\\s+đầu)?${YEAR_OF}`, 'iu'),
    (count, year) => dayOf(year, Math.min(12, Math.max(1, Number(count))), 31),
  ],
  [
    new RegExp(`quý\\s+(IV|I{1,3}|[1-4])${YEAR_OF}`, 'iu'),
    (quarter, year) => dayOf(year, (ROMAN[quarter.toUpperCase()] ?? Number(quarter)) * 3, 31),
  ],
  [
    new RegExp(`tháng\\s+(\\d{1,2})${YEAR_OF}`, 'iu'),
    (month, year) => dayOf(year, Math.min(12, Math.max(1, Number(month))), 31),
  ],
  [/()(?<!\p{L})năm\s+(\d{4})(?!\s?[-–]\s?\d)/iu, (_, year) => dayOf(year, 12, 31)],
]

/** The day the report is dated, else the last day of the period that its title names, else `null`. */
export function reportDay(document: ReportDocument): Day | null {
  const dated = datedOn(document)
  if (dated) return dated
  for (const text of headTexts(document)) {
    if (/^\s*(?:căn cứ|thực hiện|theo|số\s*:|xét)(?!\p{L})|(?:^|,)\s*ngày(?!\p{L})|^\s*\(/iu.test(text)) continue
    const title = text.split(/phương hướng|nhiệm vụ trọng tâm/iu)[0] ?? ''
    for (const [pattern, last] of PERIODS) {
      const found = pattern.exec(title)
      if (found && !(pattern === PERIODS[0]?.[0] && /cuối\s*$/iu.test(title.slice(0, found.index))))
        return last(found[1] ?? '', Number(found[2]))
    }
  }
  return null
}
