import { type Count, differenceOf, type Kept } from '#kernel/counted.ts'
import { ensureDefinitions, recordDifference } from '#modules/indicators/index.ts'
import { SYSTEM } from '#server/actor.ts'
import type { HandlerContext } from '#server/events.ts'
import type { Preparation } from '#server/module.ts'
import type { Actor } from '#server/operation.ts'
import { countedTopic } from './contract.ts'
import { shownCode } from './domain/code.ts'
import { INDICATOR_DEFINITIONS, MEASURE_DEFINITIONS } from './domain/definitions.ts'
import { countsOfAppointment, countsOfTicket } from './domain/measures.ts'
import { shownNumber } from './queue.ts'
import type { AppointmentRow } from './store/appointments.ts'
import { type Desk, keepCounted, listKept, type SubjectKind } from './store/counted.ts'
import { goalOn } from './store/goals.ts'
import { starsOf } from './store/ratings.ts'
import type { TicketRow } from './store/tickets.ts'

type Asker = Pick<HandlerContext, 'tx' | 'now' | 'newId' | 'announce'> & { readonly actor: Actor | null }

/**
 * Brings the facts of a number up to what it counts for as it stands now, in the transaction of the act and while the number is locked.
 * Doing it again records nothing.
 */
export async function countTicket(context: Asker, row: TicketRow, reason = 'Số thứ tự thay đổi'): Promise<void> {
  const { tx } = context
  const stars = await starsOf(tx, row.id)
  const wanted = countsOfTicket({ ...row, stars, goalMinutes: await goalOn(tx, row.day) })
  await bringUp(context, { kind: 'ticket', id: row.id, label: shownNumber(row) }, { wanted, reason, at: row })
}

/** The same for an appointment. */
export async function countAppointment(
  context: Asker,
  row: AppointmentRow,
  reason = 'Lịch hẹn thay đổi',
): Promise<void> {
  const wanted = countsOfAppointment(row)
  const at = { desk: null, deskName: null }
  await bringUp(context, { kind: 'appointment', id: row.id, label: shownCode(row.code) }, { wanted, reason, at })
}

type Subject = { readonly kind: SubjectKind; readonly id: string; readonly label: string }
type Wanted = { readonly wanted: readonly Count[]; readonly reason: string; readonly at: Desk }

async function bringUp(context: Asker, subject: Subject, { wanted, reason, at }: Wanted): Promise<void> {
  const { tx, actor, announce } = context
  const difference = differenceOf(await listKept(tx, subject.id), wanted)
  if (difference.added.length + difference.takenBack.length === 0) return
  const added = await recordDifference({ ...context, actor: actor ?? SYSTEM }, { subject, difference, reason })
  const { desk, deskName } = at
  const rows = added.map((count: Count & Kept) => ({
    ...count,
    subjectKind: subject.kind,
    subjectId: subject.id,
    desk,
    deskName,
  }))
  await keepCounted(tx, subject.id, difference.takenBack, rows)
  await announce(countedTopic)
}

/** The measures and indicators of counters, for any installation; what officials have changed stays as they made it. */
export async function defineFigures(context: Preparation): Promise<void> {
  await ensureDefinitions(context, { measures: MEASURE_DEFINITIONS, indicators: INDICATOR_DEFINITIONS })
}
