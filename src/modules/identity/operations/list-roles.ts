import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { listRoleRows } from '../store/rights.ts'
import { openCredentials } from '../store/tables.ts'

/** The roles in use with what each may do: the role matrix. */
export const listRoles = operation(contract.listRoles, async ({ tx, now }) => {
  // How many hold a role is told to everybody; who they are is not.
  await openCredentials(tx)
  const rows = await listRoleRows(tx, dayAt(now))
  return {
    roles: rows.map((row) => ({
      id: row.id,
      code: row.code,
      name: { vi: row.nameVi, en: row.nameEn },
      description: { vi: row.descriptionVi, en: row.descriptionEn },
      permissions: row.permissions,
      emergency: row.emergency,
      holders: row.holders,
      version: row.version,
    })),
  }
})
