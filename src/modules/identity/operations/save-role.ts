import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireHoldsAll } from '../managed.ts'
import { findRole, isRoleCodeUsed, saveRoleRow } from '../store/rights.ts'

/** Creates a role or changes it; whoever holds it holds the change at once. Nobody puts into a role more than they hold. */
export const saveRole = operation(contract.saveRole, async (context, { code, version, ...role }) => {
  const { tx, newId, announce } = context
  const found = await findRole(tx, code)
  if (!found && (version !== null || (await isRoleCodeUsed(tx, code)))) {
    throw version === null
      ? new Problem('conflict', 'identity/role-code-taken', 'The code was used before.')
      : new Problem('not-found', 'identity/role-not-found')
  }
  if (found && version === null) throw new Problem('conflict', 'identity/role-code-taken', 'The code exists.')
  if (found && found.version !== version)
    throw new Problem('conflict', 'platform/changed-meanwhile', 'Changed meanwhile.')
  await requireHoldsAll(
    context,
    role.permissions.map((permission) => ({ permission, unitId: null, reach: 'subtree' as const })),
  )
  const row = {
    id: found?.id ?? newId(),
    code,
    nameVi: role.name.vi,
    nameEn: role.name.en,
    descriptionVi: role.description.vi,
    descriptionEn: role.description.en,
    emergency: role.emergency,
    retiredAt: null,
    version: (found?.version ?? 0) + 1,
  }
  await saveRoleRow(tx, row, role.permissions)
  await announce(contract.ACCOUNTS_TOPIC)
  return { roleId: row.id }
})
