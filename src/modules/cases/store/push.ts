import type { Tx } from '#server/db.ts'

type KeyRow = { publicKey: string; privateSealed: Buffer; madeAt: Date }
type AddressRow = { id: string; sealed: Buffer; madeAt: Date }
type Tables = { 'cases.pushKey': KeyRow; 'cases.pushAddress': AddressRow }
const on = (tx: Tx) => tx.$extendTables<Tables>()

/** The key pair of the installation, its private half sealed. */
export const findPushKey = (tx: Tx): Promise<KeyRow | undefined> =>
  on(tx).selectFrom('cases.pushKey').select(['publicKey', 'privateSealed', 'madeAt']).executeTakeFirst()

/** Keeps the first pair; one that is there stays. */
export async function insertPushKey(tx: Tx, row: KeyRow): Promise<void> {
  await on(tx)
    .insertInto('cases.pushKey')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertPushAddress(tx: Tx, row: AddressRow): Promise<void> {
  await on(tx).insertInto('cases.pushAddress').values(row).execute()
}

export const findPushAddress = (tx: Tx, id: string): Promise<AddressRow | undefined> =>
  on(tx).selectFrom('cases.pushAddress').selectAll().where('id', '=', id).executeTakeFirst()

export async function deletePushAddress(tx: Tx, id: string): Promise<void> {
  await on(tx).deleteFrom('cases.pushAddress').where('id', '=', id).execute()
}
