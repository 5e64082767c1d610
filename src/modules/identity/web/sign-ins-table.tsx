import { problemText } from '#kernel/problem-messages.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useLanguage } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import type { SignInRecord } from '../contract.ts'
import { problems } from '../domain/problems.ts'
import { deviceName } from './device-name.ts'
import { useTexts } from './texts.ts'

/** Sign-ins and attempts, newest first. */
export function SignInsTable({ signIns }: { readonly signIns: readonly SignInRecord[] }) {
  const m = useTexts()
  const { language } = useLanguage()
  return (
    <DataTable
      label={m.table(m.signIns)}
      rows={signIns}
      rowKey={({ id }) => id}
      phone="cards"
      columns={[
        { key: 'when', label: m.when, width: 150, cell: ({ at }) => formatMoment(at), sortBy: ({ at }) => at },
        { key: 'method', label: m.method, width: 160, cell: ({ method }) => m.methods[method] ?? method },
        {
          key: 'outcome',
          label: m.outcome,
          width: 300,
          cell: ({ outcome }) =>
            outcome === 'signed-in' ? (
              <StatusChip tone="good">{m.succeeded}</StatusChip>
            ) : (
              problemText(problems, outcome, { hours: '…' }, language)
            ),
        },
        { key: 'device', label: m.device, width: 170, cell: ({ userAgent }) => deviceName(userAgent) },
        { key: 'address', label: m.address, width: 130, cell: ({ address }) => address },
      ]}
    />
  )
}
