import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'

export type RatingRow = {
  readonly ticketId: string
  readonly unitId: string
  readonly day: Day
  readonly stars: number
  readonly reasons: string[]
  readonly words: string
  readonly way: 'kiosk' | 'phone'
  readonly at: Date
}
const TABLE = 'appointments.rating'
const on = (tx: Tx) => tx.$extendTables<{ [TABLE]: RatingRow }>()

/** Whether the number was rated. */
export async function isRated(tx: Tx, ticketId: string): Promise<boolean> {
  const { rows } = await sql`select from appointments.rating where ticket_id = ${ticketId}`.execute(tx)
  return rows.length > 0
}

/** What the number was rated; null when it was not. */
export async function starsOf(tx: Tx, ticketId: string): Promise<number | null> {
  const row = await on(tx).selectFrom(TABLE).select('stars').where('ticketId', '=', ticketId).executeTakeFirst()
  return row?.stars ?? null
}

/** Keeps the rating of a number in place of the one before. */
export async function putRating(tx: Tx, row: RatingRow): Promise<void> {
  const { stars, reasons, words, way, at } = row
  await on(tx)
    .insertInto(TABLE)
    .values(row)
    .onConflict((conflict) => conflict.column('ticketId').doUpdateSet({ stars, reasons, words, way, at }))
    .execute()
}

/** The ratings of a unit and a day with the numbers they are of, the newest first. */
export async function listRatings(tx: Tx, unitId: string, day: Day, limit: number) {
  const { rows } = await sql<RatingRow & { line: string; number: number }>`
    select r.*, t.line, t.number from appointments.rating r join appointments.ticket t on t.id = r.ticket_id
    where r.unit_id = ${unitId} and r.day = ${day} order by r.at desc, r.ticket_id limit ${limit}`.execute(tx)
  return rows
}
