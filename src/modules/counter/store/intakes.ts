import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import { type IntakeRow, on } from './tables.ts'

/** Who sends the item now sends it alone: a second sending waits for the first to end. */
export async function lockIntake(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`counter.intake ${id}`}, 0))`.execute(tx)
}

export async function findIntake(tx: Tx, id: string): Promise<IntakeRow | undefined> {
  return on(tx).selectFrom('counter.intake').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Who has come in under a number of a lease. */
export async function findByNumber(tx: Tx, leaseId: string, number: number): Promise<IntakeRow | undefined> {
  return on(tx)
    .selectFrom('counter.intake')
    .selectAll()
    .where('leaseId', '=', leaseId)
    .where('number', '=', number)
    .executeTakeFirst()
}

/** Keeps what is known of an item now. One that was received or given up stays as it is. */
export async function putIntake(tx: Tx, row: Omit<IntakeRow, 'tries' | 'settledAt'>): Promise<void> {
  const { id: _, cameAt, ...now } = row
  await on(tx)
    .insertInto('counter.intake')
    .values({ ...row, settledAt: cameAt, tries: 1 })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((set) => ({ ...now, settledAt: cameAt, tries: set('counter.intake.tries', '+', 1) }))
        .where('counter.intake.state', '=', 'refused'),
    )
    .execute()
}

/** What came in under a lease, by number. */
export async function listIntakes(tx: Tx, leaseId: string): Promise<IntakeRow[]> {
  return on(tx).selectFrom('counter.intake').selectAll().where('leaseId', '=', leaseId).orderBy('number').execute()
}

/** Does it, or nothing of it: what it wrote is gone when it throws, and the transaction goes on. */
export async function alone<T>(tx: Tx, act: () => Promise<T>): Promise<T> {
  await sql`savepoint offline_intake`.execute(tx)
  try {
    const done = await act()
    await sql`release savepoint offline_intake`.execute(tx)
    return done
  } catch (thrown) {
    await sql`rollback to savepoint offline_intake`.execute(tx)
    throw thrown
  }
}
