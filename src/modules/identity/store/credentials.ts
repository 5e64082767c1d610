import { newId } from '#kernel/id.ts'
import type { Tx } from '#server/db.ts'
import { on, type PasskeyRow, type PasswordRow, type TotpRow } from './tables.ts'

/** The password of an account; undefined when it has none. */
export async function findPassword(tx: Tx, accountId: string): Promise<PasswordRow | undefined> {
  return on(tx).selectFrom('identity.password').selectAll().where('accountId', '=', accountId).executeTakeFirst()
}

/** Sets a new password and puts it into the history. */
export async function savePassword(tx: Tx, row: PasswordRow): Promise<void> {
  const { accountId, ...rest } = row
  await on(tx)
    .insertInto('identity.password')
    .values(row)
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(rest))
    .execute()
  await on(tx)
    .insertInto('identity.passwordHistory')
    .values({ id: newId(), accountId, hash: row.hash, setAt: row.changedAt })
    .execute()
}

/** Keeps the same password under a hash of another cost. */
export async function updatePasswordHash(tx: Tx, accountId: string, hash: string): Promise<void> {
  await on(tx).updateTable('identity.password').set({ hash }).where('accountId', '=', accountId).execute()
}

/** The hashes of the last passwords, newest first. */
export async function listPasswordHistory(tx: Tx, accountId: string, limit: number): Promise<string[]> {
  const rows = await on(tx)
    .selectFrom('identity.passwordHistory')
    .select('hash')
    .where('accountId', '=', accountId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ hash }) => hash)
}

/** The authenticator app of an account, confirmed or not, locked until the transaction ends. */
export async function findTotpForUpdate(tx: Tx, accountId: string): Promise<TotpRow | undefined> {
  return on(tx)
    .selectFrom('identity.totp')
    .selectAll()
    .where('accountId', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
}

/** The authenticator app of an account, confirmed or not. */
export async function findTotp(tx: Tx, accountId: string): Promise<TotpRow | undefined> {
  return on(tx).selectFrom('identity.totp').selectAll().where('accountId', '=', accountId).executeTakeFirst()
}

/** Begins an enrolment, in place of one that was never confirmed. */
export async function saveTotp(tx: Tx, row: TotpRow): Promise<void> {
  const { accountId: _, ...rest } = row
  await on(tx)
    .insertInto('identity.totp')
    .values(row)
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet(rest))
    .execute()
}

/** Notes the step of an accepted code; the first one confirms the enrolment. */
export async function acceptTotpStep(tx: Tx, accountId: string, step: number, confirmedAt: Date): Promise<void> {
  await on(tx)
    .updateTable('identity.totp')
    .set({ lastStep: step, confirmedAt })
    .where('accountId', '=', accountId)
    .execute()
}

/** Removes the authenticator app and its recovery codes. */
export async function deleteTotp(tx: Tx, accountId: string): Promise<void> {
  await on(tx).deleteFrom('identity.totp').where('accountId', '=', accountId).execute()
  await on(tx).deleteFrom('identity.recoveryCode').where('accountId', '=', accountId).execute()
}

/** Puts new recovery codes in place of the old. */
export async function replaceRecoveryCodes(tx: Tx, accountId: string, hashes: readonly Buffer[]): Promise<void> {
  await on(tx).deleteFrom('identity.recoveryCode').where('accountId', '=', accountId).execute()
  await on(tx)
    .insertInto('identity.recoveryCode')
    .values(hashes.map((codeHash) => ({ accountId, codeHash, usedAt: null })))
    .execute()
}

/** Uses a recovery code up; whether there was one to use. */
export async function useRecoveryCode(tx: Tx, accountId: string, codeHash: Buffer, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('identity.recoveryCode')
    .set({ usedAt: now })
    .where('accountId', '=', accountId)
    .where('codeHash', '=', codeHash)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** How many recovery codes are left. */
export async function countRecoveryCodes(tx: Tx, accountId: string): Promise<number> {
  const { left } = await on(tx)
    .selectFrom('identity.recoveryCode')
    .select((select) => select.fn.countAll<number>().as('left'))
    .where('accountId', '=', accountId)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return left
}

/** The passkeys of an account, oldest first. */
export async function listPasskeys(tx: Tx, accountId: string): Promise<PasskeyRow[]> {
  return on(tx).selectFrom('identity.passkey').selectAll().where('accountId', '=', accountId).orderBy('id').execute()
}

/** The passkey with a credential id, locked until the transaction ends. */
export async function findPasskeyForUpdate(tx: Tx, credentialId: string): Promise<PasskeyRow | undefined> {
  return on(tx)
    .selectFrom('identity.passkey')
    .selectAll()
    .where('credentialId', '=', credentialId)
    .forUpdate()
    .executeTakeFirst()
}

/** Adds a passkey; false when its credential is known already. */
export async function insertPasskey(tx: Tx, row: PasskeyRow): Promise<boolean> {
  const added = await on(tx)
    .insertInto('identity.passkey')
    .values(row)
    .onConflict((conflict) => conflict.column('credentialId').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Notes that a passkey was used. */
export async function updatePasskeyUse(tx: Tx, id: string, counter: number, now: Date): Promise<void> {
  await on(tx).updateTable('identity.passkey').set({ counter, lastUsedAt: now }).where('id', '=', id).execute()
}

/** Removes a passkey of an account; whether it was there. */
export async function deletePasskey(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await on(tx)
    .deleteFrom('identity.passkey')
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Removes every passkey of an account. */
export async function deletePasskeys(tx: Tx, accountId: string): Promise<void> {
  await on(tx).deleteFrom('identity.passkey').where('accountId', '=', accountId).execute()
}

export type Factors = { readonly totp: boolean; readonly passkeys: number }

/** Which second factors an account has. */
export async function getFactors(tx: Tx, accountId: string): Promise<Factors> {
  const totp = await findTotp(tx, accountId)
  const passkeys = await listPasskeys(tx, accountId)
  return { totp: totp?.confirmedAt != null, passkeys: passkeys.length }
}
