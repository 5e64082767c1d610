import { isPeriod, type Period, periodKey } from '#kernel/period.ts'
import { fold } from '#kernel/text.ts'
import type { ReportDocument } from './document.ts'

/** A title is looked for among so many paragraphs from the top. */
const MOST_PARAGRAPHS = 60
const LONGEST_TITLE = 300

/** `BÁO CÁO` alone on its line, or with its subject behind it, in capitals as Decree 30/2020, annex I, has it. */
const KIND =
  /^(?:BÁO CÁO|KẾ HOẠCH|TỜ TRÌNH|THÔNG BÁO|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|HƯỚNG DẪN|BIÊN BẢN)(?![\p{L}])/u

/** What the document calls itself: the kind of paper with what stands below it, else its first heading, else the file's name. */
export function titleOf({ name, blocks }: ReportDocument): string {
  const paragraphs = blocks
    .slice(0, MOST_PARAGRAPHS * 3)
    .flatMap((block) => (block.kind === 'paragraph' ? [{ ...block, text: oneLine(block.text) }] : []))
    .filter(({ text }) => text !== '')
    .slice(0, MOST_PARAGRAPHS)
  const at = paragraphs.findIndex(({ text }) => KIND.test(text.normalize('NFC')))
  const found = paragraphs[at]?.text
  const title = found === undefined ? undefined : isAlone(found) ? joined(found, paragraphs[at + 1]?.text) : found
  const heading = paragraphs.find((paragraph) => paragraph.heading !== undefined)?.text
  return (title ?? heading ?? nameWithoutEnding(name)).slice(0, LONGEST_TITLE).trim() || 'Không có tên'
}

function isAlone(line: string): boolean {
  return line.replace(KIND, '').trim().length < 12
}

function joined(kind: string, subject: string | undefined): string {
  const word = kind.charAt(0) + kind.slice(1).toLocaleLowerCase('vi')
  if (subject === undefined) return word
  return `${word} ${subject.charAt(0).toLocaleLowerCase('vi')}${subject.slice(1)}`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function nameWithoutEnding(name: string): string {
  return name.replace(/\.[^.]{1,5}$/, '')
}

/** The title without what changes from period to period: reports of one kind have the same stem. */
export function titleStem(title: string): string {
  return fold(title)
    .replace(/\b(?:\d+|[ivx]+|ba|sau|chin|dau|cuoi|nam)\b/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim()
}

const COUNTED: Readonly<Record<string, number>> = { ba: 3, sau: 6, chin: 9 }
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 }
const YEAR = '(?:/| nam )(20\\d\\d)'
const MONTHS = new RegExp(`\\b(\\d{1,2}|ba|sau|chin) thang( dau| cuoi)?${YEAR}`)
const QUARTER = new RegExp(`\\bqui (iv|i{1,3}|[1-4])${YEAR}`)
const MONTH = new RegExp(`\\bthang (\\d{1,2})${YEAR}`)
const WHOLE_YEAR = /\bnam (20\d\d)\b/

/** The period that a title names first (`9 tháng năm 2023`, `quý III/2024`, `năm 2024`), or `null`. */
export function periodIn(title: string): string | null {
  const text = fold(title)
  const [first] = [
    at(MONTHS.exec(text), ([, count = '', which = '', year]) =>
      months(COUNTED[count] ?? Number(count), which, Number(year)),
    ),
    at(QUARTER.exec(text), ([, number = '', year]) => ({
      kind: 'quarter',
      year: Number(year),
      number: ROMAN[number] ?? 0,
    })),
    at(MONTH.exec(text), ([, number, year]) => ({ kind: 'month', year: Number(year), number: Number(number) })),
  ]
    .filter((found) => found !== null)
    .toSorted((left, right) => left.index - right.index)
  const year = WHOLE_YEAR.exec(text)?.[1]
  const period: Period | null = first?.period ?? (year ? { kind: 'year', year: Number(year), number: 1 } : null)
  return period && keyOf(period)
}

function at(
  match: RegExpExecArray | null,
  read: (match: RegExpExecArray) => Period | null,
): { readonly index: number; readonly period: Period } | null {
  const period = match && read(match)
  return match && period && keyOf(period) ? { index: match.index, period } : null
}

function months(count: number, which: string, year: number): Period | null {
  const last = which === ' cuoi'
  switch (count) {
    case 3:
      return { kind: 'quarter', year, number: last ? 4 : 1 }
    case 6:
      return { kind: 'half', year, number: last ? 2 : 1 }
    case 9:
      return last ? null : { kind: 'nine-months', year, number: 1 }
    case 12:
      return { kind: 'year', year, number: 1 }
    default:
      return null
  }
}

function keyOf(period: Period): string | null {
  return isPeriod(period) ? periodKey(period) : null
}
