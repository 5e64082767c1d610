import { sql } from 'kysely'
import type { Db, Tx } from '#server/db.ts'
import { KEPT } from '#server/statements.ts'
import { unwaiting } from '#server/unwaiting.ts'
import type { ContactChannel } from '../domain/contact.ts'

export type CitizenRow = {
  readonly id: string
  /** Null, with the address: known by the provider of identities alone. */
  readonly channel: ContactChannel | null
  readonly addressHash: string | null
  readonly addressSealed: Buffer | null
  readonly createdAt: Date
}
export type CodeRow = {
  readonly id: string
  readonly channel: ContactChannel
  readonly addressHash: string
  readonly addressSealed: Buffer
  readonly language: 'vi' | 'en'
  readonly askedAt: Date
  readonly expiresAt: Date
  readonly tries: number
  readonly usedAt: Date | null
}
export type SessionRow = {
  readonly id: string
  readonly tokenHash: string
  readonly citizenId: string
  readonly beganAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  /** Nobody has signed in: it may only write applications. */
  readonly unsigned: boolean
}
type Tables = { 'portal.citizen': CitizenRow; 'portal.signInCode': CodeRow; 'portal.session': SessionRow }
const on = (tx: Tx) => tx.$extendTables<Tables>()

/** Lets the rest of this transaction see who signs in: there is no actor yet. */
export async function openSignIn(tx: Tx): Promise<void> {
  await sql`select ${KEPT} set_config('portal.sign_in', 'open', true)`.execute(tx)
}

export const putCode = (tx: Tx, row: CodeRow) => on(tx).insertInto('portal.signInCode').values(row).execute()

/** How many codes were asked for an address since the moment. */
export async function countCodes(tx: Tx, addressHash: string, since: Date): Promise<number> {
  const row = await on(tx)
    .selectFrom('portal.signInCode')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('addressHash', '=', addressHash)
    .where('askedAt', '>', since)
    .executeTakeFirstOrThrow()
  return row.count
}

export const findCode = (tx: Tx, id: string) =>
  on(tx).selectFrom('portal.signInCode').selectAll().where('id', '=', id).executeTakeFirst()

/** The code, locked until the transaction ends. */
export const findCodeForUpdate = (tx: Tx, id: string) =>
  on(tx).selectFrom('portal.signInCode').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** Counts one more try of a code. */
export async function countTry(tx: Tx, id: string): Promise<void> {
  await sql`update portal.sign_in_code set tries = tries + 1 where id = ${id}`.execute(tx)
}

export async function useCode(tx: Tx, id: string, usedAt: Date): Promise<void> {
  await on(tx).updateTable('portal.signInCode').set({ usedAt }).where('id', '=', id).execute()
}

/** The citizen of an address, made when there is none. */
export async function citizenOf(tx: Tx, row: CitizenRow & { readonly addressHash: string }): Promise<CitizenRow> {
  await on(tx)
    .insertInto('portal.citizen')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return on(tx)
    .selectFrom('portal.citizen')
    .selectAll()
    .where('addressHash', '=', row.addressHash)
    .executeTakeFirstOrThrow()
}

export const findCitizenByAddress = (tx: Tx, addressHash: string) =>
  on(tx).selectFrom('portal.citizen').selectAll().where('addressHash', '=', addressHash).executeTakeFirst()

export const insertCitizen = (tx: Tx, row: CitizenRow) => on(tx).insertInto('portal.citizen').values(row).execute()

export const findCitizen = (tx: Tx, id: string) =>
  on(tx).selectFrom('portal.citizen').selectAll().where('id', '=', id).executeTakeFirst()

/** Lets one transaction of a citizen after another go on from here. */
export async function lockCitizen(tx: Tx, id: string): Promise<void> {
  await on(tx).selectFrom('portal.citizen').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}

export const putSession = (tx: Tx, row: SessionRow) => on(tx).insertInto('portal.session').values(row).execute()

/** The session of a token that was used since `idleSince` and has not run out; noted as used when that was a while ago. */
export async function sessionOf(
  db: Db,
  tokenHash: string,
  now: Date,
  idleSince: Date,
  touchBefore: Date | null,
): Promise<SessionRow | undefined> {
  return db.transaction().execute((waiting) =>
    // Asked with each request: the opening, the question and the beginning travel together.
    unwaiting(waiting, async (tx) => {
      const [, row] = await Promise.all([
        openSignIn(tx),
        on(tx)
          .selectFrom('portal.session')
          .selectAll()
          .where('tokenHash', '=', tokenHash)
          .where('expiresAt', '>', now)
          .where('lastSeenAt', '>', idleSince)
          .modifyEnd(KEPT)
          .executeTakeFirst(),
      ])
      if (row && touchBefore !== null && row.lastSeenAt < touchBefore)
        await on(tx).updateTable('portal.session').set({ lastSeenAt: now }).where('id', '=', row.id).execute()
      return row
    }),
  )
}

export async function endSession(tx: Tx, id: string): Promise<void> {
  await on(tx).deleteFrom('portal.session').where('id', '=', id).execute()
}

/** What the unsigned citizen who acts has written is the citizen’s who signed in, and the unsigned session is over. */
export async function takeOver(tx: Tx, signedInId: string): Promise<void> {
  await sql`select portal.take_over(${signedInId}::uuid)`.execute(tx)
}

/** Removes sessions and codes that ran out before the moment, and what was written in sessions in which nobody signed in. */
export async function forgetSignIns(tx: Tx, before: Date, idleSince: Date): Promise<void> {
  await on(tx)
    .deleteFrom('portal.session')
    .where(({ eb, or }) => or([eb('expiresAt', '<', before), eb('lastSeenAt', '<', idleSince)]))
    .execute()
  await on(tx).deleteFrom('portal.signInCode').where('expiresAt', '<', before).execute()
  await sql`select portal.forget_unsigned()`.execute(tx)
}

/** Whether this installation holds the demonstration. */
export async function isDemonstration(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select from platform.fact where name = 'demo'`.execute(tx)
  return rows.length > 0
}
