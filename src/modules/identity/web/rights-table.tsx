import { DataTable } from '#ui/data-table.tsx'
import { useLabel } from '#ui/language.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import type { ExplainedRight, Reason } from '../contract.ts'
import { usePermissionName } from './permission-names.ts'
import { useTexts } from './texts.ts'

/** The words for why a right is held. */
export function useReasonText(): (reason: Reason) => string {
  const m = useTexts()
  const say = useLabel()
  return (reason) => {
    if (reason.by === 'role') return m.byRole(say(reason.roleName), reason.assignmentReason)
    if (reason.by === 'delegation') return m.byDelegation(reason.fromName, formatDay(reason.validTo))
    return m.byEmergency(reason.reason, formatMoment(reason.endsAt))
  }
}

/** Rights, each with where it holds and why. */
export function RightsTable({ rights }: { readonly rights: readonly ExplainedRight[] }) {
  const m = useTexts()
  const reasonText = useReasonText()
  const nameOf = usePermissionName()
  return (
    <DataTable
      label={m.table(m.rights)}
      rows={rights.map((right, index) => ({ ...right, index }))}
      rowKey={({ index }) => String(index)}
      phone="cards"
      columns={[
        {
          key: 'permission',
          label: m.permission,
          width: 280,
          cell: ({ permission }) => nameOf(permission),
          sortBy: ({ permission }) => permission,
        },
        {
          key: 'where',
          label: m.where,
          width: 240,
          cell: ({ unitName, unitId, reach }) =>
            unitId === null ? m.everyWhere : `${unitName ?? ''} (${(m.reaches[reach] ?? '').toLowerCase()})`,
          sortBy: ({ unitName }) => unitName,
        },
        { key: 'why', label: m.why, width: 320, cell: ({ reason }) => reasonText(reason) },
      ]}
    />
  )
}
