import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { isInScope } from '#modules/organisation/index.ts'
import type { Context } from '#server/operation.ts'
import { contains, type Right } from './domain/rights.ts'
import { listExplained } from './explained.ts'
import { findAccountForUpdate } from './store/accounts.ts'
import type { AccountRow } from './store/tables.ts'
import { reachAmong } from './units.ts'

/**
 * The account, when the actor may act on it: it belongs to a unit of the actor's scope (without a unit: the scope is
 * everywhere). Whatever else there is, for this actor it does not exist.
 */
export async function managedAccount(
  context: Context,
  accountId: string,
  permission = 'identity:manage',
): Promise<AccountRow> {
  const account = await findAccountForUpdate(context.tx, accountId)
  if (!account || !(await mayManageAt(context, account.unitId, permission))) {
    throw new Problem('not-found', 'identity/not-found', 'There is no such account.')
  }
  return account
}

/** Whether the actor manages accounts of a unit. */
export async function mayManageAt(
  context: Context,
  unitId: string | null,
  permission = 'identity:manage',
): Promise<boolean> {
  return context.scope.all || (unitId !== null && (await isInScope(context, permission, unitId)))
}

/** Throws `not-allowed` when a right goes beyond what the actor holds: nobody gives or takes over more than they have. */
export async function requireHoldsAll(context: Context, rights: readonly Right[]): Promise<void> {
  const isUnder = await reachAmong(
    context.tx,
    rights.map(({ unitId }) => unitId),
    context.actor.grants.map(({ unitId }) => unitId),
  )
  const beyond = rights.find((wanted) => !context.actor.grants.some((held) => contains(held, wanted, isUnder)))
  if (!beyond) return
  throw new Problem('not-allowed', 'identity/more-than-own', 'More than the actor holds.', {
    values: { permission: beyond.permission },
  })
}

/**
 * Throws when the actor could rise above itself by acting on the account's credentials: it must hold everything the account
 * holds, and may not be the account.
 */
export async function requireMayActFor(context: Context, account: AccountRow): Promise<void> {
  if (account.id === context.actor.id) throw new Problem('rule-broken', 'identity/not-on-oneself', 'Not on oneself.')
  const explained = await listExplained(context.tx, { account, now: context.now, day: dayAt(context.now) })
  await requireHoldsAll(context, explained)
}
