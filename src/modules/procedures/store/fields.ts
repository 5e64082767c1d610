import { fold } from '#kernel/text.ts'
import type { Tx } from '#server/db.ts'
import type { Both } from '../domain/content.ts'
import { type FieldRow, on } from './tables.ts'

/** All fields by code; there are some dozens. */
export async function listFields(tx: Tx): Promise<FieldRow[]> {
  return on(tx).selectFrom('procedures.field').selectAll().orderBy('code').execute()
}

export async function hasField(tx: Tx, code: string): Promise<boolean> {
  const row = await on(tx).selectFrom('procedures.field').select('code').where('code', '=', code).executeTakeFirst()
  return row !== undefined
}

/** Adds the field or gives it other names. */
export async function saveField(tx: Tx, code: string, name: Both): Promise<void> {
  const names = { nameVi: name.vi, nameEn: name.en, searchText: `${fold(name.vi)} ${fold(name.en)}` }
  await on(tx)
    .insertInto('procedures.field')
    .values({ code, ...names })
    .onConflict((conflict) => conflict.column('code').doUpdateSet(names))
    .execute()
}

/** The field that a version names. */
export async function getField(tx: Tx, code: string): Promise<FieldRow> {
  return on(tx).selectFrom('procedures.field').selectAll().where('code', '=', code).executeTakeFirstOrThrow()
}
