import { sql } from 'kysely'
import { addDays, type Day } from '#kernel/calendar.ts'
import type { WorkingCalendar } from '#kernel/work-time/working-calendar.ts'
import { ancestorsOf, loadStructure, type Structure } from '#modules/organisation/index.ts'
import type { Tx } from '#server/db.ts'
import { KEPT } from '#server/statements.ts'
import { asSpecialDay, type DayWord } from '../domain/special-day.ts'
import { type HoursFrom, hoursOverTime } from '../domain/unit-hours.ts'
import { on } from './tables.ts'

/** Everything that was decided, as of one moment, and the calendars made from it. */
type Kept = {
  readonly stamp: string
  readonly days: readonly DayWord[]
  readonly hours: readonly HoursFrom[]
  readonly confirmedThrough: Day | null
  /** By structure, since a unit inherits along the tree; then by unit. Units with the same hours share one calendar. */
  readonly calendars: WeakMap<Structure, Map<string | null, WorkingCalendar>>
  readonly alike: Map<string, WorkingCalendar>
}

/** What this process last read. The stamp is new with every change, so what is kept is true exactly while its stamp stands. */
let kept: Kept[] = []
const MOST_KEPT = 3

/** The working calendar of a unit (null: of the nation), from memory when nothing has changed. The same object as long as it holds. */
export async function loadCalendar(tx: Tx, unitId: string | null): Promise<WorkingCalendar> {
  const calendars = await loadCalendars(tx, [unitId])
  return calendars.get(unitId) as WorkingCalendar // asked for in the line above
}

/** The working calendars of units. `knownBefore`: as they were known just before that instant, to compare what has changed. */
export async function loadCalendars(
  tx: Tx,
  unitIds: readonly (string | null)[],
  knownBefore: Date | null = null,
): Promise<ReadonlyMap<string | null, WorkingCalendar>> {
  const [own, structure] = await Promise.all([
    knownBefore === null ? loadKept(tx) : readDecided(tx, knownBefore),
    loadStructure(tx),
  ])
  const made = own.calendars.get(structure) ?? new Map<string | null, WorkingCalendar>()
  own.calendars.set(structure, made)
  return new Map(
    unitIds.map((unitId) => {
      const calendar = made.get(unitId) ?? calendarOf(own, structure, unitId)
      made.set(unitId, calendar)
      return [unitId, calendar]
    }),
  )
}

/** What each transaction has read already: it stays with it, until it changes the calendar itself. */
const ofTransaction = new WeakMap<Tx, Promise<Kept>>()

/** The next reading of this transaction sees what it has changed. */
export function forgetCalendar(tx: Tx): void {
  ofTransaction.delete(tx)
}

function loadKept(tx: Tx): Promise<Kept> {
  const read = ofTransaction.get(tx)
  if (read) return read
  const reading = readOrKnown(tx)
  if (tx.isTransaction) ofTransaction.set(tx, reading)
  return reading
}

async function readOrKnown(tx: Tx): Promise<Kept> {
  const { stamp } = await on(tx).selectFrom('calendar.state').select('stamp').modifyEnd(KEPT).executeTakeFirstOrThrow()
  const known = kept.find((one) => one.stamp === stamp)
  if (known) return known
  const read = await readDecided(tx, null)
  kept = [read, ...kept.filter((one) => one.stamp !== read.stamp)].slice(0, MOST_KEPT)
  return read
}

function calendarOf(own: Kept, structure: Structure, unitId: string | null): WorkingCalendar {
  const turning = unitId === null || own.hours.every((entry) => entry.unitId === null) ? [] : structure.turningDays
  const hours = hoursOverTime(own.hours, (day) => chainOf(structure, unitId, day), turning)
  const key = JSON.stringify(hours)
  const known = own.alike.get(key)
  if (known) return known
  const specialDays = new Map(own.days.map((word) => [word.day, asSpecialDay(word)]))
  const calendar: WorkingCalendar = { ...hours, specialDays, confirmedThrough: own.confirmedThrough }
  own.alike.set(key, calendar)
  return calendar
}

/** The unit and what it stands under on a day, nearest first; before it began and after it ended, as on its first and last day. */
export function chainOf(structure: Structure, unitId: string | null, day: Day): readonly string[] {
  const versions = unitId === null ? [] : (structure.byUnit.get(unitId) ?? [])
  const [first, last] = [versions[0], versions.at(-1)]
  if (unitId === null || !first || !last) return []
  const end = last.validTo === null ? null : addDays(last.validTo, -1)
  const near = day < first.validFrom ? first.validFrom : end !== null && day > end ? end : day
  return [unitId, ...ancestorsOf(structure, unitId, near).map((unit) => unit.unitId)]
}

type Packed = {
  readonly stamp: string
  readonly days: readonly DayWord[]
  readonly hours: readonly HoursFrom[]
  readonly lastYear: number | null
}

/** In one statement, so that everything is of one moment. */
async function readDecided(tx: Tx, knownBefore: Date | null): Promise<Kept> {
  const { rows } = await sql<Packed>`
    select
      (select stamp from calendar.state) as stamp,
      (select coalesce(json_agg(json_build_object(
         'day', d.day, 'kind', d.kind, 'name', json_build_object('vi', d.name_vi, 'en', d.name_en), 'decision', d.decision,
         'confirmed', d.confirmed, 'sourceNote', d.source_note) order by d.day), '[]')
       from (select distinct on (day) * from calendar.special_day
             where changed_at < coalesce(${knownBefore}::timestamptz, 'infinity')
             order by day, version desc) d
       where d.kind is not null) as days,
      (select coalesce(json_agg(json_build_object(
         'unitId', h.unit_id, 'validFrom', h.valid_from,
         'hours', case when h.sessions is null then null
                  else json_build_object('sessions', h.sessions, 'inDayCutOff', h.in_day_cut_off) end)), '[]')
       from (select distinct on (unit_id, valid_from) * from calendar.hours
             where changed_at < coalesce(${knownBefore}::timestamptz, 'infinity')
             order by unit_id, valid_from, version desc) h) as hours,
      (select max(y.year)
       from (select distinct on (year) year, confirmed from calendar.year
             where changed_at < coalesce(${knownBefore}::timestamptz, 'infinity')
             order by year, version desc) y
       where y.confirmed) as last_year`.execute(tx)
  const row = rows[0]
  if (!row) throw new Error('calendar.state has no row')
  const { stamp, days, hours, lastYear } = row
  const confirmedThrough = lastYear === null ? null : `${lastYear}-12-31`
  return { stamp, days, hours, confirmedThrough, calendars: new WeakMap(), alike: new Map() }
}
