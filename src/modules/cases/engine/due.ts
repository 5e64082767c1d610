import { dayAt, numberFromDay } from '#kernel/calendar.ts'
import { officeMinute } from '#kernel/work-time/clock.ts'
import { type Deadline, type DeadlineInput, deadlineOf } from '#kernel/work-time/deadline.ts'
import { dayFacts, type WorkingCalendar } from '#kernel/work-time/working-calendar.ts'
import type { Tx } from '#server/db.ts'
import type { CaseRow, CaseTerm } from '../domain/case.ts'
import { listStretches } from '../store/open.ts'
import type { DueChangeRow, PauseRow } from '../store/tables.ts'
import { calendarOf } from './calendar.ts'

/** A term as the engine counts it: none at all is the same day. */
export function countable(term: CaseTerm): CaseTerm {
  return term.amount === 0 && term.unit !== 'in-day' ? { ...term, unit: 'in-day' } : term
}

/** When something that begins now is due, as ISO text. */
export function dueAfter(from: Date, term: CaseTerm, calendar: WorkingCalendar): string | null {
  return deadlineOf({ receivedAt: from, term: countable(term) }, calendar).dueAt?.toISOString() ?? null
}

/** What of a case its due moment rests on. */
type Counted = Pick<CaseRow, 'id' | 'receivedAt' | 'term' | 'competentUnitId'>

/**
 * The due moments of cases counted anew with the calendars in force, with how each was counted; null for one that was never received. In
 * a number of queries that does not grow with the cases.
 */
export async function reckonAll(tx: Tx, rows: readonly Counted[]): Promise<readonly (Deadline | null)[]> {
  const { pauses, extensions } = await listStretches(
    tx,
    rows.map(({ id }) => id),
  )
  const byCase = {
    pauses: Map.groupBy(pauses, ({ caseId }) => caseId),
    extensions: Map.groupBy(extensions, ({ caseId }) => caseId),
  }
  const calendars = new Map<string, WorkingCalendar>()
  for (const { competentUnitId: unitId } of rows)
    if (!calendars.has(unitId)) calendars.set(unitId, await calendarOf(tx, unitId))
  return rows.map((row) => {
    const calendar = calendars.get(row.competentUnitId)
    const input = inputOf(row, byCase.pauses.get(row.id) ?? [], byCase.extensions.get(row.id) ?? [])
    return input && calendar ? deadlineOf(input, calendar) : null
  })
}

/** The due moment of one case counted anew; null for one that was never received. */
export async function reckon({ tx }: { readonly tx: Tx }, row: Counted): Promise<Deadline | null> {
  const [deadline] = await reckonAll(tx, [row])
  return deadline ?? null
}

function inputOf(row: Counted, pauses: readonly PauseRow[], extensions: readonly DueChangeRow[]): DeadlineInput | null {
  if (row.receivedAt === null) return null
  return {
    receivedAt: row.receivedAt,
    term: countable(row.term),
    pauses: pauses
      .filter(({ stopsClock }) => stopsClock)
      .map(({ fromAt, toAt, reason }) => ({ from: fromAt, to: toAt, reason })),
    extensions: extensions.map(({ at, dueAfter: dueAt, reason }) => ({ at, term: null, dueAt, reason })),
  }
}

/** Whether people work at the moment: within a session, its last minute too. */
export function isWorkingMoment(at: Date, calendar: WorkingCalendar): boolean {
  const day = numberFromDay(dayAt(at))
  const minute = officeMinute(at) - day * 1440
  const { working, sessions } = dayFacts(day, calendar)
  return working && sessions.some(({ from, to }) => from <= minute && minute <= to)
}
