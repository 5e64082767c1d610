import { Group, SimpleGrid, Stack } from '@mantine/core'
import { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { useAddress } from '#ui/address.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel } from '#ui/language.tsx'
import { LinkButton, LinkTo, useGoTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { MoreButton, usePages } from '#ui/pages.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useMay } from '#ui/session.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import * as contract from '../contract.ts'
import { useTexts } from './texts.ts'

const Filter = z.object({ search: z.string().default(''), show: z.enum(['in-force', 'drafts']).default('in-force') })
type Filter = z.output<typeof Filter>
type Listed = z.output<typeof contract.listForms.output>['forms'][number]

const PAGE = 50

/** Every form in force or with a draft. */
export function CataloguePage() {
  const m = useTexts()
  const may = useMay()
  const [filter, setFilter] = useAddress(Filter)
  return (
    <Page
      title={m.forms}
      lead={m.formsLead}
      width="full"
      actions={may('forms:write') && <LinkButton to="/forms/new">{m.newForm}</LinkButton>}
    >
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm" style={{ alignItems: 'end' }}>
          <SearchField label={m.search} value={filter.search} onChange={(search) => setFilter({ search })} />
          <SelectField
            label={m.show}
            options={[
              { value: 'in-force', label: m.inForce },
              { value: 'drafts', label: m.drafts },
            ]}
            value={filter.show}
            onChange={(show) => setFilter({ show: show === 'drafts' ? 'drafts' : 'in-force' })}
          />
        </SimpleGrid>
        <Found key={JSON.stringify(filter)} filter={filter} />
      </Stack>
    </Page>
  )
}

function Found({ filter }: { readonly filter: Filter }) {
  const m = useTexts()
  const goTo = useGoTo()
  const columns = useColumns(filter)
  const list = usePages(contract.listForms, { ...filter, limit: PAGE }, [contract.FORMS_TOPIC])
  return (
    <Loaded query={list.first} lines={10}>
      {() => (
        <Stack gap="sm">
          <DataTable
            label={m.forms}
            columns={columns}
            rows={list.pages.flatMap(({ forms }) => forms)}
            rowKey={({ id }) => id}
            phone="cards"
            onOpen={(row) => goTo(addressOf(row, filter))}
            empty={<EmptyState title={m.nothing} />}
          />
          <MoreButton list={list} />
        </Stack>
      )}
    </Loaded>
  )
}

const addressOf = ({ code }: Listed, { show }: Filter) => `/forms/${code}${show === 'drafts' ? '/design' : ''}`

function useColumns(filter: Filter): readonly Column<Listed>[] {
  const m = useTexts()
  const say = useLabel()
  return [
    {
      key: 'name',
      label: m.name,
      width: 440,
      cell: (row) => (
        <Group gap={6}>
          <LinkTo to={addressOf(row, filter)}>{say(row.version.title) || row.version.title.vi || row.code}</LinkTo>
          {row.version.demonstration && <StatusChip tone="info">{m.demonstration}</StatusChip>}
          {row.hasDraft && filter.show === 'in-force' && <StatusChip tone="neutral">{m.hasDraft}</StatusChip>}
        </Group>
      ),
      sortBy: ({ version }) => version.title.vi,
    },
    { key: 'code', label: m.code, width: 260, cell: ({ code }) => <code>{code}</code>, sortBy: ({ code }) => code },
    { key: 'procedures', label: m.procedures, width: 180, cell: ({ version }) => version.procedures.join(', ') || '–' },
    {
      key: 'fields',
      label: m.fields,
      width: 90,
      align: 'end',
      cell: ({ version }) => formatNumber(version.fieldCount),
      sortBy: ({ version }) => version.fieldCount,
    },
    {
      key: 'since',
      label: m.since,
      width: 120,
      cell: ({ version }) => (version.validFrom === null ? '–' : formatDay(version.validFrom)),
      sortBy: ({ version }) => version.validFrom,
    },
  ]
}
