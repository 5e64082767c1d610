import { newId } from '#kernel/id.ts'
import type { Tx } from '#server/db.ts'
import { type DecisionRow, on } from './tables.ts'

/** The id of the decision with this number; it is kept first when it is new. One that is known stays as it is. */
export async function keepDecision(tx: Tx, decision: Omit<DecisionRow, 'id'>): Promise<string> {
  await on(tx)
    .insertInto('organisation.decision')
    .values({ id: newId(), ...decision })
    .onConflict((conflict) => conflict.column('number').doNothing())
    .execute()
  const row = await on(tx)
    .selectFrom('organisation.decision')
    .select('id')
    .where('number', '=', decision.number)
    .executeTakeFirstOrThrow()
  return row.id
}

/** The decisions with these ids. */
export async function findDecisions(tx: Tx, ids: readonly string[]): Promise<readonly DecisionRow[]> {
  if (ids.length === 0) return []
  return on(tx)
    .selectFrom('organisation.decision')
    .select(['id', 'number', 'issuedOn', 'issuer', 'title', 'url', 'certainty'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
}
