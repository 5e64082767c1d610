import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { contains } from '../domain/rights.ts'
import { listExplained, reasonOfRole, rightsOfEmergency, shownRight } from '../explained.ts'
import { listOfficialAccounts } from '../store/accounts.ts'
import { listEmergencies, listRoleRights } from '../store/rights.ts'
import { reachAmong, unitNamesOn } from '../units.ts'

/** Who may do something at a unit on a day, each with the reason why. */
export const explainPermission = operation(contract.explainPermission, async ({ tx, now }, input) => {
  const day = input.day ?? dayAt(now)
  const nameOf = await unitNamesOn(tx, day)
  const byRole = (await listRoleRights(tx, day)).map((right) => ({
    accountId: right.accountId,
    accountName: right.accountName,
    accountUnitId: right.accountUnitId,
    active: right.accountStatus === 'active',
    right: { permission: right.permission, unitId: right.unitId, reach: right.reach, reason: reasonOfRole(right) },
  }))
  const byEmergency = (await listEmergencies(tx, { openAt: now, limit: 100 })).flatMap((one) =>
    rightsOfEmergency(one).map((right) => ({ ...one, active: true, right })),
  )
  const byDelegation = []
  for (const account of await listOfficialAccounts(tx)) {
    const rights = await listExplained(tx, { account, now, day })
    for (const right of rights.filter(({ reason }) => reason.by === 'delegation')) {
      const { id: accountId, displayName: accountName, unitId: accountUnitId, status } = account
      byDelegation.push({ accountId, accountName, accountUnitId, active: status === 'active', right })
    }
  }
  const all = [...byRole, ...byDelegation, ...byEmergency]
  const isUnder = await reachAmong(
    tx,
    [input.unitId],
    all.map(({ right }) => right.unitId),
  )
  const wanted = { permission: input.permission, unitId: input.unitId, reach: 'own' as const }
  return {
    day,
    holders: all
      .filter(({ right }) => contains(right, wanted, isUnder))
      .map(({ accountId, accountName, accountUnitId, active, right }) => ({
        accountId,
        accountName,
        accountUnitName: nameOf(accountUnitId),
        active,
        right: shownRight(right, nameOf),
      })),
  }
})
