import { addLocale, format, getFormatFromId, isDateFormat, isTextFormat } from 'numfmt'

const VIETNAMESE = 'vi'
const MONTHS = Array.from({ length: 12 }, (_, month) => `Tháng ${month + 1}`)
const DAYS = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy']
addLocale(
  {
    group: '.',
    decimal: ',',
    ampm: ['SA', 'CH'],
    mmmm: MONTHS as Twelve,
    mmm: MONTHS.map((name) => name.replace('Tháng', 'Thg')) as Twelve,
    dddd: DAYS as Seven,
    ddd: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'],
    sysdate: 'dd mmmm yyyy',
  },
  VIETNAMESE,
)

// The library asks for tuples; the lists above are made of twelve and seven.
type Twelve = [string, string, string, string, string, string, string, string, string, string, string, string]
type Seven = [string, string, string, string, string, string, string]

/** Formats that Excel prints as the country writes its dates. */
const DATES: Readonly<Record<number, string>> = { 14: 'dd/mm/yyyy', 22: 'dd/mm/yyyy h:mm' }

/** The pattern of a format that the file names by number: one of its own, or one that Excel knows. */
export function patternOf(id: number, own: ReadonlyMap<number, string>): string {
  const eastern = (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'dd/mm/yyyy' : undefined
  return own.get(id) ?? DATES[id] ?? eastern ?? (id < 50 ? getFormatFromId(id) : 'General')
}

export type Printed = { readonly text: string; readonly isDate: boolean }

const EPOCH_1904 = 1462

/** The number as Excel prints it on a Vietnamese computer: `1.234,5`, `98,27%`, `05/10/2023`, `24 loại`. */
export function printed(value: number, pattern: string, from1904 = false): Printed {
  const isDate = isDateOf(pattern)
  // A language in the pattern of a number changes nothing that Excel prints; to the library it would change the marks.
  const plain = isDate ? pattern : pattern.replace(/\[\$-[^\]]*\]/g, '')
  const text = format(isTextFormat(plain) ? 'General' : plain, value + (isDate && from1904 ? EPOCH_1904 : 0), OPTIONS)
  // A pattern that is none is printed without it.
  return text === UNPRINTABLE
    ? { text: format('General', value, OPTIONS), isDate: false }
    : { text: text.trim(), isDate }
}

const UNPRINTABLE = '######'
const OPTIONS = { locale: VIETNAMESE, throws: false, invalid: UNPRINTABLE, overflow: UNPRINTABLE } as const
const dates = new Map<string, boolean>()

function isDateOf(pattern: string): boolean {
  const known = dates.get(pattern)
  if (known !== undefined) return known
  const isDate = isDateFormat(pattern)
  if (dates.size < 10_000) dates.set(pattern, isDate)
  return isDate
}
