import type { Day } from '#kernel/calendar.ts'
import type { Opening } from './opening.ts'

/** One word about the counters of a unit, and from which day it holds; null: closed from then on. */
export type OpeningEntry = { readonly validFrom: Day; readonly version: number; readonly opening: Opening | null }

/** What holds on a day: the entry that began last, in its last version. */
export function openingOn(entries: readonly OpeningEntry[], day: Day): Opening | null {
  let holds: OpeningEntry | null = null
  for (const entry of entries) {
    if (entry.validFrom > day) continue
    const isLater =
      holds === null ||
      entry.validFrom > holds.validFrom ||
      (entry.validFrom === holds.validFrom && entry.version > holds.version)
    if (isLater) holds = entry
  }
  return holds?.opening ?? null
}

/** The version of the entry that begins on the day; 0 when there is none. */
export function versionOn(entries: readonly OpeningEntry[], day: Day): number {
  return Math.max(0, ...entries.filter(({ validFrom }) => validFrom === day).map(({ version }) => version))
}

export type Taken = { readonly at: number; readonly minutes: number }

/** How many more people fit into a slot that begins at the minute, beside those whose time overlaps it. */
export function freePlaces(slot: Taken, places: number, taken: readonly Taken[]): number {
  const inIt = taken.filter((one) => one.at < slot.at + slot.minutes && slot.at < one.at + one.minutes)
  return Math.max(0, places - inIt.length)
}

/** The smallest number of a place that nobody holds. */
export function freeNumber(held: readonly number[]): number {
  let number = 1
  while (held.includes(number)) number++
  return number
}
