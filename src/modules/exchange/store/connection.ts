import { json, type Tx } from '#server/db.ts'
import { DEFAULT_PROFILES } from '../domain/profile.ts'
import type { Mood } from '../domain/stand-in.ts'
import { type ConnectionRow, on } from './tables.ts'

/** Before anybody has set anything. */
const NONE: ConnectionRow = {
  id: 1,
  kind: 'none',
  address: '',
  account: '',
  secret: null,
  agency: '',
  profile: DEFAULT_PROFILES['one-shot'],
  cursor: '',
  pausedUntil: null,
  failures: 0,
  lastError: null,
  lastGoodAt: null,
  polledAt: null,
  mood: 'well',
  version: 0,
  changedAt: new Date(0),
  changedByName: '',
}

/** The connection as it is set; `none` until it is. */
export async function getConnection(tx: Tx): Promise<ConnectionRow> {
  return (await on(tx).selectFrom('exchange.connection').selectAll().executeTakeFirst()) ?? NONE
}

/** Keeps what somebody set, and forgets how the connection before was doing. */
export async function putConnection(
  tx: Tx,
  set: Pick<
    ConnectionRow,
    | 'kind'
    | 'address'
    | 'account'
    | 'secret'
    | 'agency'
    | 'profile'
    | 'cursor'
    | 'version'
    | 'changedAt'
    | 'changedByName'
  >,
): Promise<void> {
  const row = { ...set, profile: json(set.profile) as never, pausedUntil: null, failures: 0, lastError: null } // as the column holds it
  await on(tx)
    .insertInto('exchange.connection')
    .values({ ...NONE, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

/** Notes how a call went: a good one ends the pause. */
export async function noteHealth(
  tx: Tx,
  health: Partial<Pick<ConnectionRow, 'pausedUntil' | 'failures' | 'lastError' | 'lastGoodAt' | 'polledAt' | 'cursor'>>,
): Promise<void> {
  await on(tx).updateTable('exchange.connection').set(health).execute()
}

export async function putMood(tx: Tx, mood: Mood): Promise<void> {
  await on(tx).updateTable('exchange.connection').set({ mood, pausedUntil: null, failures: 0 }).execute()
}
