import { dayAt } from '#kernel/calendar.ts'
import { scopesOver } from '#modules/organisation/index.ts'
import type { Actor } from '#server/actor.ts'
import type { Tx } from '#server/db.ts'
import { delegatedRights } from './delegation.ts'
import type { Right } from './domain/rights.ts'
import { rightsOfAccounts } from './store/identify.ts'

type Asked = {
  readonly accountIds: readonly string[]
  /** One of them is enough. */
  readonly permissions: readonly string[]
  readonly unitId: string
  readonly now: Date
}

/** Those of the accounts that are active and hold one of the permissions over the unit at that moment: themselves, or because it was delegated to them. */
export async function accountsHolding(
  tx: Tx,
  { accountIds, permissions, unitId, now }: Asked,
): Promise<ReadonlySet<string>> {
  const day = dayAt(now)
  const covers = async (id: string, grants: readonly Right[]) => {
    const actor: Actor = { id, kind: 'person', name: '', grants, sessionId: null }
    const holds = await scopesOver({ tx, actor }, permissions, [unitId])
    return permissions.some((permission) => holds(permission, unitId))
  }
  const holding = new Set<string>()
  for (const { accountId, officialId, rights } of await rightsOfAccounts(tx, accountIds, now, day)) {
    const delegated = async () => (officialId === null ? [] : delegatedRights(tx, officialId, now, day))
    if ((await covers(accountId, rights)) || (await covers(accountId, await delegated()))) holding.add(accountId)
  }
  return holding
}
