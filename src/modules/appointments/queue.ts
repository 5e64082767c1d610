import type { z } from 'zod'
import { type Day, dayAt, numberFromDay } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { clockText, officeMinute } from '#kernel/work-time/clock.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import type { Tx } from '#server/db.ts'
import type { QueueTicket, Ticket } from './contract.ts'
import { accuracyOf, estimatedMinutes, minutesBetween } from './domain/estimate.ts'
import { type Opening, openSpans } from './domain/opening.ts'
import { type Because, inOrder, streakOf } from './domain/queue.ts'
import { unitName } from './shown.ts'
import { findOpening } from './slots.ts'
import { isRated } from './store/ratings.ts'
import { listCalled, listWaiting, type TicketRow } from './store/tickets.ts'

const MINUTE_MS = 60_000
/** A desk that called nobody for so long is taken to be empty. */
const DESK_IDLE_MS = 30 * MINUTE_MS

/** The counters of a unit today. Throws not-found where none are open. */
export async function requireOpening(tx: Tx, unitId: string, now: Date): Promise<Opening> {
  const opening = await findOpening(tx, unitId, dayAt(now))
  if (opening === null) throw new Problem('not-found', 'appointments/no-counters')
  return opening
}

/** The desk of the unit. */
export async function requireDesk(tx: Tx, unitId: string, code: string, now: Date) {
  const desk = (await requireOpening(tx, unitId, now)).desks.find((one) => one.code === code)
  if (!desk) throw new Problem('not-found', 'appointments/unknown-desk')
  return desk
}

/** When numbers are given out today, and whether at this moment. */
export async function openHours(tx: Tx, unitId: string, opening: Opening, now: Date) {
  const day = dayAt(now)
  const spans = openSpans(day, opening, await loadCalendar(tx, unitId))
  const minute = officeMinute(now) - numberFromDay(day) * 1440
  const hours = spans.map(({ from, to }) => ({ from: clockText(from), to: clockText(to) }))
  // People come before the doors open; numbers are given out a quarter of an hour before.
  return { hours, isOpen: spans.some(({ from, to }) => from - 15 <= minute && minute < to) }
}

/** `A012`: the letter of the line and at least three digits. */
export const shownNumber = ({ line, number }: Pick<TicketRow, 'line' | 'number'>): string =>
  `${line}${String(number).padStart(3, '0')}`

/** What is known of the day's lines, from which all that is said about waiting follows. */
export async function queueOf(tx: Tx, unitId: string, day: Day) {
  return { waiting: await listWaiting(tx, unitId, day), called: await listCalled(tx, unitId, day) }
}
type Queue = Awaited<ReturnType<typeof queueOf>>

const asWaiting = (row: TicketRow) => ({
  id: row.id,
  number: row.number,
  row,
  takenAt: row.takenAt.getTime(),
  slotFrom: row.slotFrom?.getTime() ?? null,
})

/** Who waits for the lines, in the order in which the desk will call them. */
export function orderFor({ waiting, called }: Queue, lines: readonly string[], desk: string | null, now: Date) {
  const calls = called
    .filter((row) => row.desk === desk && row.calledBecause !== null && row.firstCalledAt !== null)
    .toSorted((a, b) => (b.firstCalledAt?.getTime() ?? 0) - (a.firstCalledAt?.getTime() ?? 0))
    .map(({ calledBecause }) => ({ because: calledBecause as Because }))
  const own = waiting.filter(({ line }) => lines.includes(line)).map(asWaiting)
  return inOrder(own, { now: now.getTime(), streak: streakOf(calls) }).map(({ ticket, because }) => ({
    row: ticket.row,
    because,
  }))
}

/** How long the next who takes a number of the line would wait, with `ahead` before. */
export function estimateFor({ called }: Queue, opening: Opening, line: string, ahead: number, now: Date) {
  const served = called
    .filter((row) => row.line === line && row.state === 'done' && row.doneAt && row.calledAt)
    .map(({ doneAt, calledAt }) => (doneAt?.getTime() ?? 0) - (calledAt?.getTime() ?? 0))
  const since = now.getTime() - DESK_IDLE_MS
  const busy = new Set(called.filter((row) => (row.calledAt?.getTime() ?? 0) > since).map(({ desk }) => desk))
  const desks = opening.desks.filter((desk) => desk.lines.includes(line) && busy.has(desk.code)).length
  return estimatedMinutes(ahead, served, desks)
}

/** The ticket as its holder sees it. */
export async function shownTicket(tx: Tx, row: TicketRow, now: Date): Promise<z.input<typeof Ticket>> {
  const opening = await findOpening(tx, row.unitId, row.day)
  const queue = await queueOf(tx, row.unitId, row.day)
  const order = orderFor(queue, [row.line], null, now)
  const place = order.findIndex((one) => one.row.id === row.id)
  const ahead = Math.max(0, place)
  const isWaiting = row.state === 'waiting'
  return {
    code: row.code,
    unit: { id: row.unitId, name: await unitName(tx, row.unitId) },
    day: row.day,
    line: row.line,
    lineName: opening?.lines.find(({ code }) => code === row.line)?.name ?? { vi: row.line, en: row.line },
    shown: shownNumber(row),
    state: row.state,
    takenAt: row.takenAt,
    slotAt: slotText(row),
    isLate: row.appointmentId !== null && row.slotFrom === null,
    ahead: isWaiting ? ahead : 0,
    estimatedMinutes: isWaiting && opening ? estimateFor(queue, opening, row.line, ahead, now) : null,
    accuracy: accuracyOf(queue.called.filter(({ line }) => line === row.line)),
    desk: row.desk === null ? null : { code: row.desk, name: row.deskName ?? row.desk },
    isRated: await isRated(tx, row.id),
  }
}

const slotText = ({ slotFrom }: TicketRow): string | null =>
  slotFrom === null ? null : clockText(officeMinute(slotFrom))

/** The ticket as officials see it. */
export function queueTicket(row: TicketRow, because: Because | null, now: Date): z.input<typeof QueueTicket> {
  const { id, line, state, takenAt, firstCalledAt, doneAt, calls, desk } = row
  return {
    id,
    line,
    state,
    takenAt,
    firstCalledAt,
    doneAt,
    calls,
    desk,
    shown: shownNumber(row),
    because: because ?? row.calledBecause,
    slotAt: slotText(row),
    waitedMinutes: minutesBetween(takenAt, firstCalledAt ?? now),
  }
}
