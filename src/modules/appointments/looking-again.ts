import { dayAt } from '#kernel/calendar.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import { findUnitAt, loadStructure } from '#modules/organisation/index.ts'
import type { HandlerContext } from '#server/events.ts'
import { hindrance } from './domain/opening.ts'
import { openingOn } from './domain/openings.ts'
import { listBooked, updateAppointment } from './store/appointments.ts'
import { entriesOf } from './store/openings.ts'

type Asker = Pick<HandlerContext, 'tx' | 'now' | 'emit' | 'announce'>
const PAGE = 500

/**
 * Holds every appointment still to come (of one unit, or of all) against the calendar, the units and the counters as they are now. One
 * that cannot be kept is marked with the reason and its citizen is told; one that can be kept again loses the mark.
 */
export async function lookAgain({ tx, now, emit, announce }: Asker, unitId?: string): Promise<void> {
  const structure = await loadStructure(tx)
  const entries = new Map<string, Awaited<ReturnType<typeof entriesOf>>>()
  let [after, hasChanged] = ['', false]
  for (;;) {
    const rows = await listBooked(tx, dayAt(now), { after: after || undefined, limit: PAGE })
    for (const row of rows.filter((one) => unitId === undefined || one.unitId === unitId)) {
      const own = entries.get(row.unitId) ?? (await entriesOf(tx, row.unitId))
      entries.set(row.unitId, own)
      const why = hindrance(row, {
        isUnitThere: findUnitAt(structure, row.unitId, row.day) !== undefined,
        opening: openingOn(own, row.day),
        calendar: await loadCalendar(tx, row.unitId),
      })
      if (why === row.affected) continue
      hasChanged = true
      await updateAppointment(tx, row.id, { affected: why, affectedSince: why === null ? null : now })
      const what = why === null ? 'kept-again' : 'affected'
      await emit('appointments.changed', { appointmentId: row.id, what, sequence: row.sequence })
    }
    after = rows.at(-1)?.id ?? ''
    if (rows.length < PAGE) break
  }
  if (hasChanged) await announce('appointments.list')
}
