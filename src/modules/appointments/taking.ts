import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import type { Actor, Context } from '#server/operation.ts'
import { queueTopic } from './contract.ts'
import { countTicket } from './counting.ts'
import type { Opening } from './domain/opening.ts'
import { estimateFor, openHours, orderFor, queueOf, requireOpening } from './queue.ts'
import { newTicketCode } from './secrets.ts'
import { insertTicket, nextNumber, type TicketRow } from './store/tickets.ts'

/** A line whose people would not all be served today takes no more. */
const MOST_WAITING = 300

type Given = {
  readonly requestKey: string
  readonly unitId: string
  readonly line: string
  readonly appointment: { readonly id: string; readonly slotFrom: Date | null } | null
}

/** How the counters are open now. Throws when no numbers are given out at this moment. */
export async function requireOpenNow({ tx, now }: Context<Actor | null>, unitId: string): Promise<Opening> {
  const opening = await requireOpening(tx, unitId, now)
  const { isOpen } = await openHours(tx, unitId, opening, now)
  if (!isOpen) throw new Problem('conflict', 'appointments/closed-now')
  return opening
}

/** Gives the next number of the line. */
export async function giveNumber(
  context: Context<Actor | null>,
  opening: Opening,
  { requestKey, unitId, line, appointment }: Given,
): Promise<TicketRow> {
  const { tx, now, newId, announce } = context
  const day = dayAt(now)
  if (!opening.lines.some(({ code }) => code === line)) throw new Problem('not-found', 'appointments/unknown-line')
  // The number first: whoever asks at the same moment sees who came before.
  const number = await nextNumber(tx, unitId, day, line)
  const queue = await queueOf(tx, unitId, day)
  const ahead = orderFor(queue, [line], null, now)
  if (ahead.length >= MOST_WAITING) throw new Problem('conflict', 'appointments/line-full')
  // With an appointment only those whose slot began earlier go before; what others add is not known beforehand.
  const before =
    appointment?.slotFrom == null
      ? ahead.length
      : ahead.filter(({ row }) => row.slotFrom !== null && row.slotFrom <= (appointment.slotFrom ?? now)).length
  const row: TicketRow = {
    id: newId(),
    code: newTicketCode(),
    requestKey,
    unitId,
    day,
    line,
    number,
    appointmentId: appointment?.id ?? null,
    slotFrom: appointment?.slotFrom ?? null,
    takenAt: now,
    estimatedMinutes: estimateFor(queue, opening, line, before, now),
    state: 'waiting',
    desk: null,
    deskName: null,
    calledBecause: null,
    firstCalledAt: null,
    calledAt: null,
    calls: 0,
    calledBy: null,
    doneAt: null,
  }
  await insertTicket(tx, row)
  await countTicket(context, row)
  await announce(queueTopic(unitId))
  return row
}
