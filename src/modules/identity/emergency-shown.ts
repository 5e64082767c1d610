import type { BreakGlass } from './contract.ts'
import type { OpenEmergency } from './store/rights.ts'

/** A use of emergency rights as it is shown. */
export function emergencyShown(row: OpenEmergency, now: Date): BreakGlass {
  return {
    id: row.id,
    accountId: row.accountId,
    accountName: row.accountName,
    roleCode: row.roleCode,
    roleName: { vi: row.roleNameVi, en: row.roleNameEn },
    reason: row.reason,
    openedAt: row.openedAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    open: row.closedAt === null && row.endsAt > now,
  }
}
