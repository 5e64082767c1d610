import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'

export type SpecialDayRow = { readonly day: Day; readonly working: boolean; readonly name: string }

/** Days off and make-up days. */
export async function listSpecialDays(tx: Tx): Promise<SpecialDayRow[]> {
  const { rows } = await sql<SpecialDayRow>`select day, working, name from indicators.special_day order by day`.execute(
    tx,
  )
  return rows
}

/** Sets days; one that is there already takes the new meaning. */
export async function putSpecialDays(tx: Tx, days: readonly SpecialDayRow[]): Promise<void> {
  await sql`
    insert into indicators.special_day (day, working, name)
    select * from unnest(${days.map(({ day }) => day)}::date[], ${days.map(({ working }) => working)}::boolean[],
      ${days.map(({ name }) => name)}::text[])
    on conflict (day) do update set working = excluded.working, name = excluded.name`.execute(tx)
}
