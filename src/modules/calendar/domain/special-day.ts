import type { Day } from '#kernel/calendar.ts'
import { numberFromDay } from '#kernel/calendar.ts'
import type { SpecialDay } from '#kernel/work-time/working-calendar.ts'
import { isWeekend } from '#kernel/work-time/working-calendar.ts'

/** What is said about a day: off although a weekday, or worked although a weekend. */
export type DayWord = {
  readonly day: Day
  readonly kind: 'off' | 'make-up'
  readonly name: { readonly vi: string; readonly en: string }
  readonly decision: string | null
  readonly confirmed: boolean
  readonly sourceNote: string
}

/** The code of what is wrong with what is said about a day; null when nothing is. Monday to Friday are worked anyway. */
export function dayFault({ day, kind }: Pick<DayWord, 'day' | 'kind'>): string | null {
  return kind === 'make-up' && !isWeekend(numberFromDay(day)) ? 'calendar/make-up-on-weekday' : null
}

/** Whether two words say the same. */
export function sameWord(left: DayWord, right: DayWord): boolean {
  return (
    left.day === right.day &&
    left.kind === right.kind &&
    left.name.vi === right.name.vi &&
    left.name.en === right.name.en &&
    left.decision === right.decision &&
    left.confirmed === right.confirmed &&
    left.sourceNote === right.sourceNote
  )
}

/** The word as the engine takes it. */
export function asSpecialDay({ day, kind, name, decision, confirmed }: DayWord): SpecialDay {
  return { day, kind, name: name.vi, nameEn: name.en, decision, confirmed }
}
