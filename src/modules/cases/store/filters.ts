import { sql } from 'kysely'
import { json, type Tx } from '#server/db.ts'
import type { CaseFilter } from '../contract/lists.ts'
import type { List } from '../domain/words.ts'

export type SavedFilterRow = {
  readonly id: string
  readonly name: string
  readonly list: List
  readonly filter: CaseFilter
}

/** The asker's saved filters, by name (row security shows no others). */
export async function listFilters(tx: Tx): Promise<SavedFilterRow[]> {
  const { rows } = await sql<SavedFilterRow>`
    select id, name, list, filter from cases.saved_filter order by created_at, id`.execute(tx)
  return rows
}

/** Keeps the filter, in place of one of the same name. */
export async function saveFilter(
  tx: Tx,
  { id, name, list, filter }: SavedFilterRow,
  by: { readonly accountId: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into cases.saved_filter (id, account_id, name, list, filter, created_at)
    values (${id}, ${by.accountId}, ${name}, ${list}, ${json(filter)}, ${by.at})
    on conflict (account_id, name) do update set list = excluded.list, filter = excluded.filter`.execute(tx)
}

/** Whether there was such a filter of the asker's. */
export async function removeFilter(tx: Tx, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from cases.saved_filter where id = ${id}::uuid`.execute(tx)
  return numAffectedRows === 1n
}
