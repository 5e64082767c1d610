import { Button, Code, Group, Text } from '@mantine/core'
import { z } from 'zod'
import { useAddress } from '#ui/address.ts'
import { DataTable } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import * as contract from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { TargetIds } from './target-ids.tsx'

const Filter = z.object({
  operation: z.string().default(''),
  outcome: z.enum(['done', 'read', 'refused']).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  before: z.uuid().optional(),
})

const PAGE = 200

export function AuditPage() {
  const m = useMessages({ vi, en })
  const [filter, setFilter] = useAddress(Filter)
  const { operation, ...rest } = filter
  const entries = useOperation(
    contract.listAudit,
    { ...rest, ...(operation.trim() && { operation: operation.trim() }), limit: PAGE },
    { keepPrevious: true },
  )
  const next = entries.data?.next
  return (
    <Page title={m.audit} lead={m.auditLead} width="full">
      <Group align="end" gap="sm">
        <SearchField
          label={m.operationFilter}
          value={operation}
          width={320}
          onChange={(text) => setFilter({ operation: text, before: undefined })}
        />
        <SelectField
          label={m.outcome}
          placeholder={m.anyOutcome}
          clearable
          options={(['done', 'read', 'refused'] as const).map((value) => ({ value, label: m[value] }))}
          value={filter.outcome ?? null}
          onChange={(value) =>
            setFilter({ outcome: (value ?? undefined) as z.input<typeof Filter>['outcome'], before: undefined })
          }
        />
        <DateField
          label={m.from}
          value={filter.from ?? null}
          onChange={(day) => setFilter({ from: day ?? undefined, before: undefined })}
        />
        <DateField
          label={m.to}
          value={filter.to ?? null}
          onChange={(day) => setFilter({ to: day ?? undefined, before: undefined })}
        />
      </Group>
      <DataTable
        label={m.audit}
        rows={entries.data?.entries ?? []}
        rowKey={(row) => row.id}
        state={entries.isPending ? 'loading' : 'ready'}
        problem={entries.error}
        empty={<EmptyState title={m.nothingLogged} />}
        height={640}
        footer={
          <Group gap="xs">
            {filter.before && (
              <Button size="xs" variant="default" onClick={() => setFilter({ before: undefined })}>
                {m.newest}
              </Button>
            )}
            {next && (
              <Button size="xs" variant="default" onClick={() => setFilter({ before: next }, { push: true })}>
                {m.older}
              </Button>
            )}
          </Group>
        }
        columns={[
          { key: 'at', label: m.at, width: 150, cell: (row) => formatMoment(row.at) },
          { key: 'actor', label: m.actor, width: 200, cell: (row) => row.actorName || <Text c="dimmed">—</Text> },
          { key: 'operation', label: m.operation, width: 300, cell: (row) => <Code>{row.operation}</Code> },
          { key: 'outcome', label: m.outcome, width: 240, cell: (row) => <Outcome outcome={row.outcome} /> },
          { key: 'target', label: m.target, width: 260, cell: (row) => <TargetIds target={row.target} /> },
          { key: 'address', label: m.address, width: 130, cell: (row) => row.address },
          {
            key: 'request',
            label: m.request,
            width: 160,
            cell: (row) => <Code>{`…${row.requestId.slice(-12)}`}</Code>,
          },
        ]}
      />
    </Page>
  )
}

function Outcome({ outcome }: { readonly outcome: string }) {
  const m = useMessages({ vi, en })
  if (outcome === 'done') return <StatusChip tone="good">{m.done}</StatusChip>
  if (outcome === 'read') return <StatusChip tone="info">{m.read}</StatusChip>
  return (
    <StatusChip tone="bad">
      {m.refused}: {outcome}
    </StatusChip>
  )
}
