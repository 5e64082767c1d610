import { type WorkingCalendar, workingMinutesBetween } from '#kernel/work-time/working-calendar.ts'
import { loadCalendars } from '#modules/calendar/index.ts'
import { loadStructure } from '#modules/organisation/index.ts'
import { findStep } from '#modules/procedures/index.ts'
import type { Tx } from '#server/db.ts'
import type { CaseSummary } from './contract/shapes.ts'
import { OPEN_STATES } from './domain/words.ts'
import { processOf } from './engine/procedure.ts'
import { unitNamer } from './engine/units.ts'
import type { SummaryRow } from './store/summary-row.ts'

/** Lines of a list as people read them: with the names of units and steps, and the working minutes left at `now`. */
export async function summarise(tx: Tx, rows: readonly SummaryRow[], now: Date): Promise<Summary[]> {
  const [structure, calendars] = await Promise.all([
    loadStructure(tx),
    loadCalendars(tx, [...new Set(rows.map(({ competentUnitId }) => competentUnitId))]),
  ])
  const nameOf = unitNamer(structure, now)
  const made: Summary[] = []
  for (const row of rows) {
    made.push({
      ...shownPart(row),
      receivedUnit: nameOf(row.receivedUnitId),
      competentUnit: nameOf(row.competentUnitId),
      unit: nameOf(row.unitId),
      stepName: await stepName(tx, row),
      minutesLeft: minutesLeft(row, now, calendars.get(row.competentUnitId)),
    })
  }
  return made
}

async function stepName(tx: Tx, row: SummaryRow): Promise<CaseSummary['stepName']> {
  if (row.stepId === null) return null
  const { process } = await processOf(tx, row)
  return findStep(process, row.stepId)?.name ?? null
}

function shownPart(row: SummaryRow) {
  const { id, code, procedureCode, procedureName, title, subjectName, subjectPhone, channel } = row
  const { business, finance, delivery, sync, assigneeName, receivedAt, dueAt, stepDueAt, endedAt } = row
  const { onTime, demonstration, version } = row
  const what = { id, code, procedureCode, procedureName, title, subjectName, subjectPhone, channel }
  const where = { business, finance, delivery, sync, assigneeName, receivedAt, dueAt, stepDueAt, endedAt }
  return { ...what, ...where, onTime, demonstration, version }
}

/** A line on its way out: instants are still `Date`. */
export type Summary = Omit<CaseSummary, 'receivedAt' | 'dueAt' | 'stepDueAt' | 'endedAt'> &
  Pick<SummaryRow, 'receivedAt' | 'dueAt' | 'stepDueAt' | 'endedAt'>

/** Working minutes until the case is due, negative when it is late; null while its clock does not run. */
export function minutesLeft(
  { business, dueAt }: Pick<SummaryRow, 'business' | 'dueAt'>,
  now: Date,
  calendar: WorkingCalendar | undefined,
): number | null {
  if (!calendar || dueAt === null || !OPEN_STATES.some((state) => state === business)) return null
  return now <= dueAt ? workingMinutesBetween(now, dueAt, calendar) : -workingMinutesBetween(dueAt, now, calendar)
}
