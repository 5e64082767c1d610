import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import { json, type Tx } from '#server/db.ts'
import type { Opening } from '../domain/opening.ts'
import type { OpeningEntry } from '../domain/openings.ts'

export type OpeningRow = OpeningEntry & {
  readonly id: string
  readonly unitId: string
  readonly reason: string
  readonly setBy: string
  readonly setByName: string
  readonly setAt: Date
}
type Tables = { 'appointments.opening': Omit<OpeningRow, 'opening'> & { readonly content: Opening | null } }
const on = (tx: Tx) => tx.$extendTables<Tables>()

/** Everything that was said about the counters of a unit, the newest word first. */
export async function entriesOf(tx: Tx, unitId: string): Promise<OpeningRow[]> {
  const rows = await on(tx)
    .selectFrom('appointments.opening')
    .selectAll()
    .where('unitId', '=', unitId)
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  return rows.map(({ content, ...row }) => ({ ...row, opening: content }))
}

/** What holds on the day, of every unit that has said something. */
export async function openingsAt(tx: Tx, day: Day): Promise<{ unitId: string; opening: Opening | null }[]> {
  const { rows } = await sql<{ unitId: string; opening: Opening | null }>`
    select distinct on (unit_id) unit_id, content as opening from appointments.opening where valid_from <= ${day}
    order by unit_id, valid_from desc, version desc limit 5000`.execute(tx)
  return rows
}

export async function insertOpening(tx: Tx, { opening, ...row }: OpeningRow): Promise<void> {
  await sql`insert into appointments.opening
    (id, unit_id, valid_from, version, content, reason, set_by, set_by_name, set_at)
    values (${row.id}, ${row.unitId}, ${row.validFrom}, ${row.version}, ${opening === null ? null : json(opening)},
      ${row.reason}, ${row.setBy}, ${row.setByName}, ${row.setAt})`.execute(tx)
}
