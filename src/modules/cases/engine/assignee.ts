import { Problem } from '#kernel/problem.ts'
import { accountsHolding, listAccountsOf } from '#modules/identity/index.ts'
import { findOfficialOfAccount, scopesOver } from '#modules/organisation/index.ts'
import type { Acting } from './acting.ts'

/** What somebody must hold over a unit to be given a case there: one of them. */
const TO_WORK_ON = ['cases:process', 'cases:approve']

type Person = { readonly id: string; readonly name: string }

/**
 * Who a case at a unit is given to, by account: oneself, or an official who signs in. Throws for anybody else, and for whoever may not
 * process cases of that unit now.
 */
export async function assigneeOf(context: Acting, accountId: string, unitId: string): Promise<Person> {
  const person = await personOf(context, accountId)
  if (await mayWorkOn(context, person.id, unitId)) return person
  throw new Problem('rule-broken', 'cases/assignee-without-right', 'The person may not process cases of the unit.', {
    values: { name: person.name },
  })
}

/** Whoever had a case before, if they may still process cases of the unit; else nobody yet. */
export async function stillAssignable(context: Acting, before: Person | null, unitId: string): Promise<Person | null> {
  return before !== null && (await mayWorkOn(context, before.id, unitId)) ? before : null
}

/** Those of the accounts that may be given cases of the unit. */
export function assignableAt({ tx, now }: Pick<Acting, 'tx' | 'now'>, accountIds: readonly string[], unitId: string) {
  return accountsHolding(tx, { accountIds, permissions: TO_WORK_ON, unitId, now })
}

async function personOf({ tx, actor }: Acting, accountId: string): Promise<Person> {
  if (accountId === actor.id) return { id: actor.id, name: actor.name }
  const official = await findOfficialOfAccount(tx, accountId)
  if (official) return { id: accountId, name: official.name }
  // Officials whose account was made for them later are known by the account.
  const [account] = await listAccountsOf(tx, { accountIds: [accountId] })
  if (!account) throw new Problem('rule-broken', 'cases/unknown-assignee')
  return { id: accountId, name: account.displayName }
}

/** Of oneself the rights one asks with count: a token may hold fewer than its account. */
async function mayWorkOn(context: Acting, accountId: string, unitId: string): Promise<boolean> {
  if (accountId !== context.actor.id) return (await assignableAt(context, [accountId], unitId)).has(accountId)
  const holds = await scopesOver(context, TO_WORK_ON, [unitId])
  return TO_WORK_ON.some((permission) => holds(permission, unitId))
}
