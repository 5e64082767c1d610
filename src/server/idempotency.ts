import { Problem } from '#kernel/problem.ts'
import { type Actor, SYSTEM } from './actor.ts'
import { hashOf } from './audit.ts'
import { type JsonObject, json, type Tx } from './db.ts'

type IdempotencyRow = {
  actorId: string
  operation: string
  key: string
  inputHash: string
  answer: JsonObject | null
  at: Date
}

type Call = {
  readonly key: string
  readonly actor: Actor | null
  readonly operation: string
  readonly input: unknown
  readonly now: Date
}

/**
 * The act's answer, or the answer it gave the first time under the same key.
 * A second call that comes while the first is still under way waits for it.
 * Throws `conflict` when the key was used with another input.
 */
export async function onceOnly(tx: Tx, call: Call, act: () => Promise<unknown>): Promise<unknown> {
  const on = tx.$extendTables<{ 'platform.idempotency': IdempotencyRow }>()
  const place = { actorId: call.actor?.id ?? SYSTEM.id, operation: call.operation, key: call.key }
  const inputHash = hashOf(call.input)
  const taken = await on
    .insertInto('platform.idempotency')
    .values({ ...place, inputHash, answer: null, at: call.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!taken) {
    const first = await on
      .selectFrom('platform.idempotency')
      .select(['inputHash', 'answer'])
      .where('actorId', '=', place.actorId)
      .where('operation', '=', place.operation)
      .where('key', '=', place.key)
      .executeTakeFirstOrThrow()
    if (first.inputHash !== inputHash)
      throw new Problem('conflict', 'platform/idempotency-key-reused', 'Key used before.')
    return first.answer?.value
  }
  const value = await act()
  await on
    .updateTable('platform.idempotency')
    .set({ answer: json({ value } as JsonObject) })
    .where('actorId', '=', place.actorId)
    .where('operation', '=', place.operation)
    .where('key', '=', place.key)
    .execute()
  return value
}
