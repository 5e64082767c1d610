import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'

export type GoalRow = {
  readonly id: string
  readonly validFrom: Day
  readonly minutes: number
  readonly reason: string
  /** Null: it came with the platform. */
  readonly setBy: string | null
  readonly setByName: string
  readonly setAt: Date
}
const TABLE = 'appointments.waitingGoal'
const on = (tx: Tx) => tx.$extendTables<{ [TABLE]: GoalRow }>()

/** Within how many minutes people are to be called on the day. */
export async function goalOn(tx: Tx, day: Day): Promise<number> {
  const { rows } = await sql<{ minutes: number }>`
    select minutes from appointments.waiting_goal where valid_from <= ${day} order by valid_from desc, id desc limit 1`.execute(
    tx,
  )
  return rows[0]?.minutes ?? 0
}

/** Everything that was said about it, the newest word first. */
export const listGoals = (tx: Tx): Promise<GoalRow[]> =>
  on(tx).selectFrom(TABLE).selectAll().orderBy('id', 'desc').limit(500).execute()

export const insertGoal = (tx: Tx, row: GoalRow) => on(tx).insertInto(TABLE).values(row).execute()
