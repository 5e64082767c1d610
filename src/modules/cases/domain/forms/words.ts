import { dayAt, englishDay, formatDay, officeClock, officialDayInWords } from '#kernel/calendar.ts'
import { many } from '#kernel/messages.ts'
import { formatNumber } from '#kernel/number.ts'
import type { FormTerm, FormUnit, PaperForm } from './facts.ts'

export type Language = 'vi' | 'en'

const two = (value: number) => String(value).padStart(2, '0')

/** `08:05` on the office clock. */
const clockOf = (at: Date) => officeClock(at).slice(11, 16)

/** `08 giờ 05 phút, ngày 05 tháng 10 năm 2026`; '' for none, which is printed as a gap. */
export function momentText(at: Date | null, language: Language = 'vi'): string {
  if (!at) return ''
  if (language === 'en') return `${clockOf(at)}, ${englishDay(dayAt(at))}`
  const [hour, minute] = clockOf(at).split(':')
  return `${hour} giờ ${minute} phút, ${officialDayInWords(dayAt(at))}`
}

/** `08:05 05/10/2026` for narrow columns. */
export function shortMoment(at: Date | null): string {
  return at ? `${clockOf(at)} ${formatDay(dayAt(at))}` : ''
}

const UNITS: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  'working-hours': ['giờ làm việc', 'working hour'],
  'working-days': ['ngày làm việc', 'working day'],
  'calendar-days': ['ngày', 'day'],
  months: ['tháng', 'month'],
}

/** `05 ngày làm việc`, `Trong ngày làm việc`. */
export function termText({ amount, unit }: FormTerm, language: Language = 'vi'): string {
  if (unit === 'in-day') return language === 'vi' ? 'Trong ngày làm việc' : 'Within the working day'
  const [vi, en] = UNITS[unit] ?? [unit, unit]
  const number = formatNumber(amount)
  if (language === 'en') return many(number, en)
  return `${amount < 10 && Number.isInteger(amount) ? two(amount) : number} ${vi}`
}

const FORM_WORDS: Readonly<Record<PaperForm, Readonly<Record<Language, string>>>> = {
  original: { vi: 'Bản chính', en: 'Original' },
  'certified-copy': { vi: 'Bản chứng thực', en: 'Certified copy' },
  copy: { vi: 'Bản sao', en: 'Copy' },
  electronic: { vi: 'Bản điện tử', en: 'Electronic' },
}
export const paperFormText = (form: PaperForm, language: Language = 'vi') => FORM_WORDS[form][language]

const RETURN_WAYS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  desk: { vi: 'Trực tiếp tại nơi tiếp nhận', en: 'At the desk' },
  post: { vi: 'Qua dịch vụ bưu chính công ích', en: 'By public post' },
  online: { vi: 'Trực tuyến', en: 'Online' },
}
export const returnWayText = (way: string | null, language: Language = 'vi') =>
  way === null ? '' : (RETURN_WAYS[way]?.[language] ?? '')

/** `UBND phường Vũng Tàu`, the agency of a territory; an organ by its own name. */
export function agencyName({ name, kind }: Pick<FormUnit, 'name' | 'kind'>): string {
  if (kind === 'agency') return name
  return `Ủy ban nhân dân ${name.charAt(0).toLocaleLowerCase('vi')}${name.slice(1)}`
}

/** `Quyển số 2026`, `Số thứ tự 261008-0975`: the book of a year, the place in it as the code of the case says it. */
export function bookPlace(code: string | null): { readonly book: string; readonly place: string } {
  const [, day = '', serial = ''] = /-(\d{6}|\d{8})-(\d{4,7})$/.exec(code ?? '') ?? []
  if (day === '') return { book: '', place: '' }
  return { book: day.length === 8 ? day.slice(0, 4) : `20${day.slice(0, 2)}`, place: `${day}-${serial}` }
}
