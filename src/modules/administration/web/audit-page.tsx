import { Button, Group } from '@mantine/core'
import { IconFilterOff } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { isDay } from '#kernel/calendar.ts'
import { compareVi } from '#kernel/text.ts'
import { useAddress } from '#ui/address.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { DateField } from '#ui/date-field.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { SelectField } from '#ui/select-field.tsx'
import { SideDrawer } from '#ui/side-drawer.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import * as contract from '../contract.ts'
import { AuditDetails, Outcome } from './audit-details.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { useApiOperations, useOperationName } from './open-api.ts'

const PAGE = 100
const day = z.string().refine(isDay).optional()
const Filter = z.object({
  operation: z.string().optional(),
  actorId: z.uuid().optional(),
  outcome: z.enum(['done', 'read', 'refused']).optional(),
  from: day,
  to: day,
  before: z.uuid().optional(),
})
type Filter = z.infer<typeof Filter>

/** The log of acts, filtered in the address bar and read page by page. */
export function AuditPage() {
  const m = useMessages({ vi, en })
  const [filter, setFilter] = useAddress(Filter)
  const log = useOperation(contract.listAudit, { ...filter, limit: PAGE }, { keepPrevious: true })
  const [open, setOpen] = useState<contract.AuditEntry | null>(null)
  const columns = useColumns()
  const next = log.data?.next
  return (
    <Page title={m.audit.title} lead={m.audit.lead} width="full">
      <Filters filter={filter} onChange={(change) => setFilter({ ...change, before: undefined })} />
      <DataTable
        label={m.audit.table}
        columns={columns}
        rows={log.data?.entries ?? []}
        rowKey={({ id }) => id}
        onOpen={setOpen}
        state={log.isPending ? 'loading' : 'ready'}
        problem={log.error}
        phone="cards"
        empty={<EmptyState title={m.audit.none} body={m.audit.noneBody} />}
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
      />
      <SideDrawer opened={open !== null} title={m.audit.details} onClose={() => setOpen(null)}>
        {open && (
          <AuditDetails
            entry={open}
            onOnlyActor={(actorId) => {
              setFilter({ actorId, before: undefined })
              setOpen(null)
            }}
          />
        )}
      </SideDrawer>
    </Page>
  )
}

type FiltersProps = { readonly filter: Filter; readonly onChange: (change: Partial<Filter>) => void }

function Filters({ filter, onChange }: FiltersProps) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const operations = useApiOperations()
  const options = (operations.data ?? [])
    .map(({ id, summary, module }) => ({ value: id, label: summary[language], group: module }))
    .toSorted((a, b) => compareVi(a.group, b.group) || compareVi(a.label, b.label))
  const { before: _, ...used } = filter
  const isFiltered = Object.values(used).some((value) => value !== undefined)
  return (
    <Group align="end" gap="sm" mb="md">
      <SelectField
        label={m.audit.operation}
        options={options}
        placeholder={m.audit.anyOperation}
        value={filter.operation ?? null}
        onChange={(operation) => onChange({ operation: operation ?? undefined })}
        clearable
        searchable
      />
      <SelectField
        label={m.audit.outcome}
        options={(['done', 'read', 'refused'] as const).map((value) => ({ value, label: m.audit[value] }))}
        placeholder={m.audit.anyOutcome}
        value={filter.outcome ?? null}
        onChange={(outcome) => onChange({ outcome: (outcome as Filter['outcome']) ?? undefined })}
        clearable
      />
      <DateField
        label={m.audit.from}
        value={filter.from ?? null}
        onChange={(from) => onChange({ from: from ?? undefined })}
      />
      <DateField label={m.audit.to} value={filter.to ?? null} onChange={(to) => onChange({ to: to ?? undefined })} />
      {filter.actorId && <StatusChip tone="info">{m.audit.filteredByActor}</StatusChip>}
      {isFiltered && (
        <Button
          variant="subtle"
          leftSection={<IconFilterOff size={16} aria-hidden />}
          onClick={() =>
            onChange({ operation: undefined, actorId: undefined, outcome: undefined, from: undefined, to: undefined })
          }
        >
          {m.audit.clear}
        </Button>
      )}
    </Group>
  )
}

function useColumns(): readonly Column<contract.AuditEntry>[] {
  const m = useMessages({ vi, en })
  const name = useOperationName()
  return [
    { key: 'when', label: m.when, width: 150, cell: ({ at }) => formatMoment(at) },
    { key: 'who', label: m.audit.actor, width: 220, cell: ({ actorName }) => actorName || m.audit.nobody },
    { key: 'what', label: m.audit.operation, cell: ({ operation }) => name(operation) },
    { key: 'outcome', label: m.audit.outcome, width: 220, cell: ({ outcome }) => <Outcome outcome={outcome} /> },
    { key: 'address', label: m.audit.address, width: 150, cell: ({ address }) => address },
  ]
}
