import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'

export type DeskRow = { readonly name: string; readonly address: string; readonly phone: string }

/** Where the unit receives and returns, or undefined while nobody entered it. */
export async function findDesk(tx: Tx, unitId: string): Promise<DeskRow | undefined> {
  const { rows } = await sql<DeskRow>`
    select name, address, phone from cases.desk where unit_id = ${unitId}::uuid`.execute(tx)
  return rows[0]
}

export async function putDesk(tx: Tx, unitId: string, { name, address, phone }: DeskRow, now: Date): Promise<void> {
  await sql`
    insert into cases.desk (unit_id, name, address, phone, changed_at)
    values (${unitId}::uuid, ${name}, ${address}, ${phone}, ${now})
    on conflict (unit_id) do update set name = excluded.name, address = excluded.address, phone = excluded.phone,
      changed_at = excluded.changed_at`.execute(tx)
}

export type ReceivingRow = { readonly unitId: string; readonly desk: DeskRow | null }

/** Units that take cases in on the day (they bear an identifier), with their desks where these were entered. */
export async function listReceiving(tx: Tx, day: Day): Promise<ReceivingRow[]> {
  const { rows } = await sql<{ unitId: string; name: string | null; address: string; phone: string }>`
    select c.unit_id, d.name, d.address, d.phone from cases.unit_code c left join cases.desk d on d.unit_id = c.unit_id
    where c.valid_from <= ${day} and (c.valid_to is null or c.valid_to > ${day}) order by c.unit_id limit 5000`.execute(
    tx,
  )
  return rows.map(({ unitId, name, address, phone }) => ({
    unitId,
    desk: name === null ? null : { name, address, phone },
  }))
}
