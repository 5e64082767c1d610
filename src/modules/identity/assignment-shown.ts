import type { Assignment } from './contract.ts'
import type { AssignmentWithRole } from './store/rights.ts'
import type { NameOfUnit } from './units.ts'

/** An assignment as it is shown. */
export function assignmentShown(row: AssignmentWithRole, nameOf: NameOfUnit): Assignment {
  return {
    id: row.id,
    accountId: row.accountId,
    roleId: row.roleId,
    roleCode: row.roleCode,
    roleName: { vi: row.roleNameVi, en: row.roleNameEn },
    unitId: row.unitId,
    unitName: nameOf(row.unitId),
    reach: row.reach,
    validFrom: row.validFrom,
    validTo: row.validTo,
    reason: row.reason,
  }
}
