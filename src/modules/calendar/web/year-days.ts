import { addDays, type Day, dayOf, numberFromDay } from '#kernel/calendar.ts'
import { dayWords } from '#kernel/work-time/words.ts'

/** The days of a year, in order. */
export function daysOfYear(year: number): readonly Day[] {
  const first = dayOf(year, 1, 1)
  const count = numberFromDay(dayOf(year + 1, 1, 1)) - numberFromDay(first)
  return Array.from({ length: count }, (_, offset) => addDays(first, offset))
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (((numberFromDay(day) + 3) % 7) + 7) % 7
}

/** The weeks of a month (1–12), Monday first; null where a week reaches out of it. */
export function weeksOfMonth(year: number, month: number): readonly (readonly (Day | null)[])[] {
  const first = dayOf(year, month, 1)
  const count = Number(dayOf(year, month, 31).slice(8))
  const cells: (Day | null)[] = Array.from({ length: weekdayOf(first) }, () => null)
  for (let offset = 0; offset < count; offset++) cells.push(addDays(first, offset))
  while (cells.length % 7 > 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** Where a key leads from a day, within its year; null when the key leads nowhere. */
export function dayByKey(day: Day, key: string): Day | null {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  const date = Number(day.slice(8))
  if (key === 'Home') return dayOf(year, month, 1)
  if (key === 'End') return dayOf(year, month, 31)
  if (key === 'PageUp') return dayOf(year, Math.max(1, month - 1), date)
  if (key === 'PageDown') return dayOf(year, Math.min(12, month + 1), date)
  const step = STEPS[key]
  if (step === undefined) return null
  const next = addDays(day, step)
  return next.startsWith(String(year)) ? next : day
}

/** A day where a line begins: `Thứ Ba 24/11/2026`. */
export function dayTitle(day: Day, language: 'vi' | 'en'): string {
  const words = dayWords(day, language)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
