import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import { assignmentShown } from '../assignment-shown.ts'
import * as contract from '../contract.ts'
import { managedAccount, requireHoldsAll } from '../managed.ts'
import { findRole, insertAssignment } from '../store/rights.ts'
import { isUnit, unitNamesOn } from '../units.ts'

/** Gives an account a role over a unit for a time. Nobody gives more than they hold, and nobody gives to themselves. */
export const assignRole = operation(contract.assignRole, async (context, input) => {
  const { tx, now, newId, actor, announce } = context
  const { accountId, roleCode, unitId, reach, validTo, reason } = input
  const account = await managedAccount(context, accountId)
  if (account.id === actor.id) throw new Problem('rule-broken', 'identity/not-on-oneself', 'Not on oneself.')
  const role = await findRole(tx, roleCode)
  if (!role) throw new Problem('not-found', 'identity/role-not-found')
  if (role.emergency) throw new Problem('rule-broken', 'identity/role-is-emergency', 'Only by break-glass.')
  if (unitId && !(await isUnit(tx, unitId))) throw new Problem('not-found', 'identity/unit-not-found')
  const validFrom = input.validFrom ?? dayAt(now)
  if (validTo !== null && validTo <= validFrom)
    throw new Problem('rule-broken', 'identity/wrong-period', 'Ends too early.')
  await requireHoldsAll(
    context,
    role.permissions.map((permission) => ({ permission, unitId, reach })),
  )
  const row = {
    id: newId(),
    accountId,
    roleId: role.id,
    unitId,
    reach,
    validFrom,
    validTo,
    reason,
    assignedAt: now,
    assignedBy: actor.id,
  }
  await insertAssignment(tx, row)
  await announce(contract.ACCOUNTS_TOPIC)
  const named = { ...row, roleCode: role.code, roleNameVi: role.nameVi, roleNameEn: role.nameEn }
  return assignmentShown(named, await unitNamesOn(tx, dayAt(now)))
})
