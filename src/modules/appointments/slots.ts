import { addDays, type Day, dayAt } from '#kernel/calendar.ts'
import { minuteOfClock, minuteOfText, officeMinute } from '#kernel/work-time/clock.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import { findUnitAt, loadStructure } from '#modules/organisation/index.ts'
import type { Tx } from '#server/db.ts'
import { type Opening, type Slot, slotsOf } from './domain/opening.ts'
import { freePlaces, openingOn, type Taken } from './domain/openings.ts'
import { listTaken } from './store/appointments.ts'
import { entriesOf } from './store/openings.ts'

export type FreeSlot = Slot & { readonly free: number }
export type FreeDay = { readonly day: Day; readonly slots: readonly FreeSlot[] }

/** The days that may be booked today at a unit, with what is free in each slot. Days without slots are left out. */
export async function freeDays(tx: Tx, unitId: string, opening: Opening, now: Date): Promise<FreeDay[]> {
  const today = dayAt(now)
  const last = addDays(today, opening.daysAhead)
  const [entries, calendar, structure] = [
    await entriesOf(tx, unitId),
    await loadCalendar(tx, unitId),
    await loadStructure(tx),
  ]
  const taken = Map.groupBy(await listTaken(tx, unitId, today, last), ({ day }) => day)
  const earliest = officeMinute(now) + opening.noticeMinutes
  const days: FreeDay[] = []
  for (let day = today; day <= last; day = addDays(day, 1)) {
    const holds = openingOn(entries, day)
    if (holds === null || !findUnitAt(structure, unitId, day)) continue
    const held = (taken.get(day) ?? []).map(asTaken)
    const slots = slotsOf(day, holds, calendar)
      .filter(({ at }) => minuteOfText(`${day}T${at}`) >= earliest)
      .map((slot) => ({ ...slot, free: freePlaces(asTaken(slot), holds.places, held) }))
    if (slots.length > 0) days.push({ day, slots })
  }
  return days
}

const asTaken = ({ at, minutes }: Slot): Taken => ({ at: minuteOfClock(at), minutes })

/** How the counters of a unit are open on a day, if the unit is there and they are. */
export async function findOpening(tx: Tx, unitId: string, day: Day): Promise<Opening | null> {
  if (!findUnitAt(await loadStructure(tx), unitId, day)) return null
  return openingOn(await entriesOf(tx, unitId), day)
}
