import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { ExplainedRight, Reason } from './contract.ts'
import { delegatedRights } from './delegation.ts'
import type { Right } from './domain/rights.ts'
import { listEmergencies, listRoleRights, type OpenEmergency, type RoleRight } from './store/rights.ts'
import type { AccountRow } from './store/tables.ts'
import type { NameOfUnit } from './units.ts'

export type RightWithReason = Right & { readonly reason: Reason }

type Question = { readonly account: AccountRow; readonly now: Date; readonly day: Day }

/** Every right an account holds on a day, each with the reason why it does. */
export async function listExplained(tx: Tx, { account, now, day }: Question): Promise<RightWithReason[]> {
  const byRole = await listRoleRights(tx, day, account.id)
  const emergencies = await listEmergencies(tx, { openAt: now, accountId: account.id, limit: 20 })
  const delegated = account.officialId === null ? [] : await delegatedRights(tx, account.officialId, now, day)
  return [
    ...byRole.map((right) => ({ ...rightOf(right), reason: reasonOfRole(right) })),
    ...delegated.map((right) => ({
      ...rightOf(right),
      reason: {
        by: 'delegation' as const,
        delegationId: right.delegationId,
        fromOfficialId: right.fromOfficialId,
        fromName: right.fromName,
        validFrom: right.validFrom,
        validTo: right.validTo,
      },
    })),
    ...emergencies.flatMap(rightsOfEmergency),
  ]
}

const rightOf = ({ permission, unitId, reach }: Right): Right => ({ permission, unitId, reach })

/** Why a right by role is held. */
export function reasonOfRole(right: RoleRight): Reason {
  return {
    by: 'role',
    roleCode: right.roleCode,
    roleName: { vi: right.roleNameVi, en: right.roleNameEn },
    assignmentId: right.id,
    assignmentReason: right.reason,
    validFrom: right.validFrom,
    validTo: right.validTo,
  }
}

/** The rights that emergency rights give: everywhere, while they last. */
export function rightsOfEmergency(emergency: OpenEmergency): RightWithReason[] {
  return emergency.permissions.map((permission) => ({
    permission,
    unitId: null,
    reach: 'subtree',
    reason: {
      by: 'break-glass',
      breakGlassId: emergency.id,
      roleCode: emergency.roleCode,
      reason: emergency.reason,
      endsAt: emergency.endsAt.toISOString(),
    },
  }))
}

/** The right with the name of its unit, as it is shown. */
export function shownRight({ permission, unitId, reach, reason }: RightWithReason, nameOf: NameOfUnit): ExplainedRight {
  return { permission, unitId, unitName: nameOf(unitId), reach, reason }
}
