import type { Term } from './content.ts'

/** Working hours in a working day, for comparing times of steps with a limit. */
export const HOURS_PER_DAY = 8

/**
 * A time as sevenths of a working hour, so that sums are exact: a calendar day is five sevenths of a working day and a month thirty
 * calendar days. It compares a plan with a limit; due moments are computed over the calendar, never from this.
 */
export function sevenths({ amount, unit }: Term): number {
  switch (unit) {
    case 'working-hours':
      return amount * 7
    case 'working-days':
      return amount * HOURS_PER_DAY * 7
    case 'in-day':
      return HOURS_PER_DAY * 7
    case 'calendar-days':
      return amount * HOURS_PER_DAY * 5
    case 'months':
      return amount * 30 * HOURS_PER_DAY * 5
  }
}

/** Sevenths of an hour as hours, rounded to one decimal for people. */
export const hoursOf = (amount: number): number => Math.round((amount / 7) * 10) / 10
