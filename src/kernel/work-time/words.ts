/** Legal time in sentences, for screens, slips and public pages. */
import { type Day, formatDay, numberFromDay } from '../calendar.ts'
import { many } from '../messages.ts'
import type { Language } from '../problem-messages.ts'
import type { OfficeTime } from './clock.ts'
import type { Term } from './term.ts'
import type { StepOf, TraceStep } from './trace.ts'

/** One sentence for every step of a trace, in order. */
export function traceSentences(trace: readonly TraceStep[], language: Language): readonly string[] {
  return trace.map((step) => stepSentence(step, language))
}

/** The sentence of one step. */
export function stepSentence(step: TraceStep, language: Language): string {
  return language === 'vi' ? sentenceVi(step) : sentenceEn(step)
}

const WEEKDAYS = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const

/** A day with its weekday: `thứ Sáu 20/11/2026`. */
export function dayWords(day: Day, language: Language): string {
  const weekday = WEEKDAYS[language][(((numberFromDay(day) + 4) % 7) + 7) % 7]
  return `${weekday} ${formatDay(day)}`
}

/** An office time: `16:40 thứ Sáu 20/11/2026`. */
export function timeWords(time: OfficeTime, language: Language): string {
  const day = dayWords(time.slice(0, 10), language)
  return language === 'vi' ? `${time.slice(11)} ${day}` : `${time.slice(11)} on ${day}`
}

/** Minutes as hours and minutes: `12 giờ 30 phút`. */
export function minutesWords(minutes: number, language: Language): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const parts =
    language === 'vi'
      ? [hours > 0 && `${hours} giờ`, (rest > 0 || hours === 0) && `${rest} phút`]
      : [hours > 0 && many(hours, 'hour'), (rest > 0 || hours === 0) && many(rest, 'minute')]
  return parts.filter((part) => part !== false).join(' ')
}

/** A term: `5 ngày làm việc (40 giờ làm việc)`. */
export function termWords({ amount, unit, rule }: Term, language: Language): string {
  const vi = language === 'vi'
  const number = String(amount).replace('.', vi ? ',' : '.')
  switch (unit) {
    case 'in-day':
      return vi ? 'trong ngày' : 'within the day'
    case 'working-hours':
      return vi ? `${number} giờ làm việc` : many(number, 'working hour')
    case 'calendar-days':
      return vi ? `${number} ngày` : many(number, 'calendar day')
    case 'months':
      return vi ? `${number} tháng` : many(number, 'month')
    case 'working-days': {
      const hours = minutesWords(Math.round(amount * 480), language)
      const inHours = rule === 'hours' ? ` (${vi ? `${hours} làm việc` : `${hours} of work`})` : ''
      return vi ? `${number} ngày làm việc${inHours}` : `${many(number, 'working day')}${inHours}`
    }
  }
}

function sentenceVi(step: TraceStep): string {
  const day = (text: Day) => dayWords(text, 'vi')
  const time = (text: OfficeTime) => timeWords(text, 'vi')
  switch (step.kind) {
    case 'received':
      return `Nhận lúc ${time(step.at)}; thời hạn ${termWords(step.term, 'vi')}.`
    case 'moved-to-opening':
      return `${WHY_VI[step.why]}: tính từ ${time(step.to)}.`
    case 'excluded':
      return `Không tính ngày bắt đầu, ${day(step.day)}.`
    case 'in-day':
      return step.before
        ? `Nhận trước ${step.cutOff}: đến hạn cuối ngày làm việc đó.`
        : `Nhận từ ${step.cutOff} trở đi: đến hạn cuối ngày làm việc tiếp theo.`
    case 'counted':
      return `${capital(day(step.day))}${countedVi(step)}${open(step.unconfirmed, 'vi')}.`
    case 'counted-span':
      return `Từ ${day(step.from)} đến hết ${day(step.to)}: ${step.days} ngày, cộng dồn ${step.total} ngày.`
    case 'counted-months':
      return `${step.months} tháng kể từ ${day(step.from)}: hết ${day(step.to)}.`
    case 'skipped':
      return `Không tính ${span(step, day, ' đến ')}: ${skippedVi(step)}${open(step.unconfirmed, 'vi')}.`
    case 'paused':
      return `Tạm dừng lúc ${time(step.at)} (${step.reason}); còn ${leftWords(step, 'vi')}.`
    case 'resumed':
      return `Tính tiếp từ ${time(step.at)}.`
    case 'extended':
      return `Gia hạn lúc ${time(step.at)}${step.term ? ` thêm ${termWords(step.term, 'vi')}` : ''} (${step.reason}): đến ${time(step.dueAt)}.`
    case 'last-day-moved':
      return `Ngày cuối là ngày nghỉ: chuyển sang ${day(step.to)}.`
    case 'due':
      return `Hạn: ${time(step.at)}.`
  }
}

const WHY_VI = {
  'before-opening': 'Trước giờ làm việc',
  'between-sessions': 'Giờ nghỉ giữa buổi',
  'after-closing': 'Hết giờ làm việc',
  'day-off': 'Không phải ngày làm việc',
} as const

function countedVi({ nth, from, to, minutes, totalMinutes, makeUp }: StepOf<'counted'>): string {
  const instead = makeUp ? ` (làm bù: ${specialWords(makeUp, 'vi')})` : ''
  if (nth !== null) return `: ngày làm việc thứ ${nth}${instead}`
  const [own, total] = [minutesWords(minutes ?? 0, 'vi'), minutesWords(totalMinutes ?? 0, 'vi')]
  return `, ${from}–${to}: ${own}, cộng dồn ${total}${instead}`
}

function skippedVi({ special }: StepOf<'skipped'>): string {
  return special ? specialWords(special, 'vi') : 'nghỉ cuối tuần'
}

function sentenceEn(step: TraceStep): string {
  const day = (text: Day) => dayWords(text, 'en')
  const time = (text: OfficeTime) => timeWords(text, 'en')
  switch (step.kind) {
    case 'received':
      return `Received at ${time(step.at)}; term: ${termWords(step.term, 'en')}.`
    case 'moved-to-opening':
      return `${WHY_EN[step.why]}: counted from ${time(step.to)}.`
    case 'excluded':
      return `The first day, ${day(step.day)}, is not counted.`
    case 'in-day':
      return step.before
        ? `Received before ${step.cutOff}: due at the end of that working day.`
        : `Received at ${step.cutOff} or later: due at the end of the next working day.`
    case 'counted':
      return `${day(step.day)}${countedEn(step)}${open(step.unconfirmed, 'en')}.`
    case 'counted-span':
      return `${day(step.from)} to the end of ${day(step.to)}: ${many(step.days, 'day')}, ${step.total} in all.`
    case 'counted-months':
      return `${many(step.months, 'month')} from ${day(step.from)}: to the end of ${day(step.to)}.`
    case 'skipped':
      return `Not counted, ${span(step, day, ' to ')}: ${skippedEn(step)}${open(step.unconfirmed, 'en')}.`
    case 'paused':
      return `Paused at ${time(step.at)} (${step.reason}); ${leftWords(step, 'en')} left.`
    case 'resumed':
      return `Counted on from ${time(step.at)}.`
    case 'extended':
      return `Extended at ${time(step.at)}${step.term ? ` by ${termWords(step.term, 'en')}` : ''} (${step.reason}): to ${time(step.dueAt)}.`
    case 'last-day-moved':
      return `The last day is a day off: moved to ${day(step.to)}.`
    case 'due':
      return `Due: ${time(step.at)}.`
  }
}

const WHY_EN = {
  'before-opening': 'Before opening',
  'between-sessions': 'Between two sessions',
  'after-closing': 'After closing',
  'day-off': 'Not a working day',
} as const

function countedEn({ nth, from, to, minutes, totalMinutes, makeUp }: StepOf<'counted'>): string {
  const instead = makeUp ? ` (worked instead: ${specialWords(makeUp, 'en')})` : ''
  if (nth !== null) return `: working day ${nth}${instead}`
  return `, ${from}–${to}: ${minutesWords(minutes ?? 0, 'en')}, ${minutesWords(totalMinutes ?? 0, 'en')} in all${instead}`
}

function skippedEn({ special }: StepOf<'skipped'>): string {
  return special ? specialWords(special, 'en') : 'weekend'
}

type Special = NonNullable<StepOf<'skipped'>['special']>

function specialWords({ name, nameEn, decision }: Special, language: Language): string {
  const own = language === 'en' ? (nameEn ?? name) : name
  return decision === null ? own : `${own} (${decision})`
}

function leftWords({ left, of }: StepOf<'paused'>, language: Language): string {
  if (of === 'minutes') {
    const words = minutesWords(left, language)
    return language === 'vi' ? `${words} làm việc` : `${words} of work`
  }
  if (language === 'vi') return of === 'working-days' ? `${left} ngày làm việc` : `${left} ngày`
  return many(left, of === 'working-days' ? 'working day' : 'day')
}

function open(unconfirmed: boolean, language: Language): string {
  if (!unconfirmed) return ''
  return language === 'vi' ? ' – lịch nghỉ chưa được xác nhận' : ' – days off not yet confirmed'
}

function span({ from, to }: StepOf<'skipped'>, day: (text: Day) => string, until: string): string {
  return from === to ? day(from) : `${day(from)}${until}${day(to)}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
