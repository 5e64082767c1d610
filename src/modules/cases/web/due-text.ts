import { formatNumber } from '#kernel/number.ts'

/** A working day of eight hours: how the law counts hours of a term. */
const DAY_MINUTES = 8 * 60
const HOUR_MINUTES = 60

type Language = 'vi' | 'en'
type Unit = 'day' | 'hour' | 'minute'
const UNITS: Record<Language, (unit: Unit, count: number) => string> = {
  vi: (unit) => ({ day: 'ngày', hour: 'giờ', minute: 'phút' })[unit],
  en: (unit, count) => `${unit}${count === 1 ? '' : 's'}`,
}

/** Working minutes in words, the two largest units: `1 ngày 3 giờ`, `40 phút`. From ten days on whole days. */
export function lengthText(minutes: number, language: Language): string {
  const whole = Math.abs(Math.trunc(minutes))
  const days = Math.floor(whole / DAY_MINUTES)
  const hours = Math.floor((whole % DAY_MINUTES) / HOUR_MINUTES)
  const parts: readonly (readonly [Unit, number])[] = [
    ['day', days],
    ['hour', days >= 10 ? 0 : hours],
    ['minute', days > 0 ? 0 : whole % HOUR_MINUTES],
  ]
  const given = parts.filter(([, count]) => count > 0)
  const said = given.length > 0 ? given : [['minute', 0] as const]
  return said.map(([unit, count]) => `${formatNumber(count)} ${UNITS[language](unit, count)}`).join(' ')
}

/** `còn 1 ngày 3 giờ`, `trễ 2 ngày`; `đến hạn` when no working minute lies between. */
export function leftText(minutesLeft: number, language: Language): string {
  if (minutesLeft === 0) return language === 'vi' ? 'đến hạn' : 'due now'
  const length = lengthText(minutesLeft, language)
  if (minutesLeft < 0) return language === 'vi' ? `trễ ${length}` : `${length} late`
  return language === 'vi' ? `còn ${length}` : `${length} left`
}

/** Late, within two working days, or with time in hand. */
export function nearnessOf(minutesLeft: number): 'late' | 'near' | 'far' {
  if (minutesLeft < 0) return 'late'
  return minutesLeft <= 2 * DAY_MINUTES ? 'near' : 'far'
}
