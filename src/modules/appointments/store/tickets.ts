import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { Because } from '../domain/queue.ts'

export type TicketRow = {
  readonly id: string
  readonly code: string
  readonly requestKey: string
  readonly unitId: string
  readonly day: Day
  readonly line: string
  readonly number: number
  readonly appointmentId: string | null
  readonly slotFrom: Date | null
  readonly takenAt: Date
  readonly estimatedMinutes: number | null
  readonly state: 'waiting' | 'called' | 'done' | 'absent' | 'left'
  readonly desk: string | null
  readonly deskName: string | null
  readonly calledBecause: Because | null
  readonly firstCalledAt: Date | null
  readonly calledAt: Date | null
  readonly calls: number
  readonly calledBy: string | null
  readonly doneAt: Date | null
}
const TABLE = 'appointments.ticket'
const on = (tx: Tx) => tx.$extendTables<{ [TABLE]: TicketRow }>()

/** A day has at most so many numbers of a unit. */
export const MOST_TICKETS = 5000

/** The next number of the line; whoever asks at the same moment waits, and gets the one after if this transaction holds. */
export async function nextNumber(tx: Tx, unitId: string, day: Day, line: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into appointments.ticket_number (unit_id, day, line, last) values (${unitId}, ${day}, ${line}, 1)
    on conflict (unit_id, day, line) do update set last = appointments.ticket_number.last + 1
    returning last`.execute(tx)
  return rows[0]?.last ?? 1
}

/** Whoever calls from the lines of a unit waits here for the one before. */
export async function lockQueue(tx: Tx, unitId: string, day: Day): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`queue ${unitId} ${day}`}, 0))`.execute(tx)
}

export const insertTicket = (tx: Tx, row: TicketRow) => on(tx).insertInto(TABLE).values(row).execute()

export const findTicketByRequest = (tx: Tx, requestKey: string) =>
  on(tx).selectFrom(TABLE).selectAll().where('requestKey', '=', requestKey).executeTakeFirst()

export const findTicket = (tx: Tx, id: string) =>
  on(tx).selectFrom(TABLE).selectAll().where('id', '=', id).executeTakeFirst()

export const findTicketByCode = (tx: Tx, code: string) =>
  on(tx).selectFrom(TABLE).selectAll().where('code', '=', code).executeTakeFirst()

export const findTicketOf = (tx: Tx, appointmentId: string) =>
  on(tx).selectFrom(TABLE).selectAll().where('appointmentId', '=', appointmentId).executeTakeFirst()

/** The ticket, locked until the transaction ends. */
export const lockTicket = (tx: Tx, id: string) =>
  on(tx).selectFrom(TABLE).selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** The ticket of the unit, locked until the transaction ends. */
export const findTicketForUpdate = (tx: Tx, unitId: string, id: string) =>
  on(tx).selectFrom(TABLE).selectAll().where('unitId', '=', unitId).where('id', '=', id).forUpdate().executeTakeFirst()

export async function updateTicket(tx: Tx, id: string, fields: Partial<TicketRow>): Promise<void> {
  await on(tx).updateTable(TABLE).set(fields).where('id', '=', id).execute()
}

export const listWaiting = (tx: Tx, unitId: string, day: Day) =>
  on(tx)
    .selectFrom(TABLE)
    .selectAll()
    .where('unitId', '=', unitId)
    .where('day', '=', day)
    .where('state', '=', 'waiting')
    .limit(MOST_TICKETS)
    .execute()

/** Who was called at the unit on the day, the newest call first. */
export const listCalled = (tx: Tx, unitId: string, day: Day, limit = MOST_TICKETS) =>
  on(tx)
    .selectFrom(TABLE)
    .selectAll()
    .where('unitId', '=', unitId)
    .where('day', '=', day)
    .where('calledAt', 'is not', null)
    .orderBy('calledAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** Those of days before `today` who were never called: they have left. */
export const markLeft = (tx: Tx, today: Day, now: Date): Promise<TicketRow[]> =>
  on(tx)
    .updateTable(TABLE)
    .set({ state: 'left', doneAt: now })
    .where('state', '=', 'waiting')
    .where('day', '<', today)
    .returningAll()
    .execute()

/** All numbers of a unit and a day in the order in which they were taken. */
export const listOfUnit = (tx: Tx, unitId: string, day: Day, limit = MOST_TICKETS) =>
  on(tx)
    .selectFrom(TABLE)
    .selectAll()
    .where('unitId', '=', unitId)
    .where('day', '=', day)
    .orderBy('takenAt')
    .orderBy('id')
    .limit(limit)
    .execute()
