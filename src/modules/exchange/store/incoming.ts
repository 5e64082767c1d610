import { sql } from 'kysely'
import { type JsonObject, json, type Tx } from '#server/db.ts'
import type { IncomingState } from '../domain/incoming.ts'
import { type IncomingRow, on } from './tables.ts'

/** Keeps what the portal told; the id when it was not told before. */
export async function keepTold(
  tx: Tx,
  told: Pick<IncomingRow, 'id' | 'nationalCode' | 'digest' | 'source' | 'arrivedAt'> & { readonly payload: JsonObject },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string; told: number }>`
    insert into exchange.incoming as i (id, national_code, digest, payload, source, arrived_at, told_at, state)
    values (${told.id}, ${told.nationalCode}, ${told.digest}, ${json(told.payload)}, ${told.source}, ${told.arrivedAt}, ${told.arrivedAt},
      'arrived')
    on conflict (national_code, digest) do update set told = i.told + 1, told_at = excluded.told_at
    returning id, told`.execute(tx)
  const [row] = rows
  return row?.told === 1 ? row.id : undefined
}

/** What was told, locked until the transaction ends. */
export async function findToldForUpdate(tx: Tx, id: string): Promise<IncomingRow | undefined> {
  return on(tx).selectFrom('exchange.incoming').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function updateTold(tx: Tx, id: string, changes: Partial<IncomingRow>): Promise<void> {
  const { faults, files, payload, ...plain } = changes
  await on(tx)
    .updateTable('exchange.incoming')
    .set({
      ...plain,
      ...(faults && { faults: json(faults) as never }), // as the column holds it
      ...(files && { files: json(files) as never }), // as the column holds it
      ...(payload === null && { payload: null }),
    })
    .where('id', '=', id)
    .execute()
}

/** What was told and whose files are still to be fetched, the oldest first. */
export async function listToFetch(tx: Tx, most: number): Promise<IncomingRow[]> {
  return on(tx)
    .selectFrom('exchange.incoming')
    .selectAll()
    .where('ready', '=', false)
    .orderBy('id')
    .limit(most)
    .execute()
}

/** What waits for the filing of a dossier. */
export async function listWaitingFor(tx: Tx, nationalCode: string): Promise<string[]> {
  const rows = await on(tx)
    .selectFrom('exchange.incoming')
    .select('id')
    .where('nationalCode', '=', nationalCode)
    .where('state', '=', 'waiting')
    .limit(500)
    .execute()
  return rows.map(({ id }) => id)
}

/** One page of what was told, the newest first. */
export async function listTold(
  tx: Tx,
  by: { readonly state: IncomingState | undefined; readonly before: string | undefined; readonly limit: number },
): Promise<IncomingRow[]> {
  let query = on(tx).selectFrom('exchange.incoming').selectAll()
  if (by.state) query = query.where('state', '=', by.state)
  if (by.before) query = query.where('id', '<', by.before)
  return query.orderBy('id', 'desc').limit(by.limit).execute()
}

export async function countTold(tx: Tx): Promise<{ state: IncomingState; count: number; oldest: Date }[]> {
  const { rows } = await sql<{ state: IncomingState; count: number; oldest: Date }>`
    select state, count(*)::int as count, min(arrived_at) as oldest from exchange.incoming group by state`.execute(tx)
  return rows
}
