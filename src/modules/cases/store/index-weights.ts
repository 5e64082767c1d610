import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'

export type WeightRow = {
  readonly indicator: string
  readonly points: string
  readonly checked: boolean
  readonly source: string
  readonly validFrom: Day
}

/** The points in force on the day, of indicators and groups. */
export async function listWeights(tx: Tx, day: Day): Promise<WeightRow[]> {
  const { rows } = await sql<WeightRow>`
    select distinct on (indicator) indicator, points, checked, source, valid_from from cases.index_weight
    where valid_from <= ${day} order by indicator, valid_from desc`.execute(tx)
  return rows
}

export type WeightKept = WeightRow & {
  readonly reason: string
  readonly setByName: string | null
  readonly setAt: Date | null
}

/** The points of every time, the newest of each first. */
export async function listAllWeights(tx: Tx): Promise<WeightKept[]> {
  const { rows } = await sql<WeightKept>`
    select indicator, points, checked, source, valid_from, reason, set_by_name, set_at from cases.index_weight
    order by indicator, valid_from desc`.execute(tx)
  return rows
}

type NewWeight = Omit<WeightKept, 'points' | 'setByName' | 'setAt'> & {
  readonly points: number
  readonly setById: string
  readonly setByName: string
  readonly setAt: Date
}

/** Keeps points from a day on, with who set them and why; those of the same day are replaced. */
export async function saveWeight(tx: Tx, row: NewWeight): Promise<void> {
  await sql`
    insert into cases.index_weight (indicator, points, checked, source, valid_from, reason, set_by_id, set_by_name, set_at)
    values (${row.indicator}, ${row.points}, ${row.checked}, ${row.source}, ${row.validFrom}, ${row.reason}, ${row.setById},
      ${row.setByName}, ${row.setAt})
    on conflict (indicator, valid_from) do update set points = excluded.points, checked = excluded.checked, source = excluded.source,
      reason = excluded.reason, set_by_id = excluded.set_by_id, set_by_name = excluded.set_by_name, set_at = excluded.set_at`.execute(
    tx,
  )
}
