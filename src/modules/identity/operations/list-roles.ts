import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { listRoleRows } from '../store/rights.ts'

/** The roles in use with what each may do: the role matrix. */
export const listRoles = operation(contract.listRoles, async ({ tx, now }) => {
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
