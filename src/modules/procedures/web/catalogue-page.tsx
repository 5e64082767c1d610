import { Group, SimpleGrid, Stack, Text } from '@mantine/core'
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
import { useOperation } from '#ui/query.ts'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useMay } from '#ui/session.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import * as contract from '../contract.ts'
import { DemonstrationChip } from './demonstration-chip.tsx'
import { ExportButtons } from './export-buttons.tsx'
import { useTexts } from './texts.ts'

const Filter = z.object({
  search: z.string().default(''),
  fieldCode: z.string().optional(),
  level: z.enum(contract.COMPETENT_LEVELS).optional(),
  onlineLevel: z.enum(contract.ONLINE_LEVELS).optional(),
  applicant: z.enum(contract.APPLICANTS).optional(),
  show: z.enum(['in-force', 'drafts']).default('in-force'),
})
type Filter = z.output<typeof Filter>

const TOPICS = [contract.CATALOGUE_TOPIC]
const PAGE = 50

/** Every procedure in force, found by name, code or field and by four filters. */
export function CataloguePage() {
  const m = useTexts()
  const may = useMay()
  const [filter, setFilter] = useAddress(Filter)
  return (
    <Page
      title={m.catalogue}
      lead={m.catalogueLead}
      width="full"
      actions={
        <>
          {may('procedures:read') && (
            <>
              <LinkButton to="/procedures/quality" variant="default">
                {m.quality}
              </LinkButton>
              <ExportButtons />
            </>
          )}
          {may('procedures:write') && (
            <>
              <LinkButton to="/procedures/import" variant="default">
                {m.importing}
              </LinkButton>
              <LinkButton to="/procedures/new">{m.newProcedure}</LinkButton>
            </>
          )}
        </>
      }
    >
      <Stack gap="md">
        <Filters filter={filter} onChange={setFilter} />
        <Found key={JSON.stringify(filter)} filter={filter} />
      </Stack>
    </Page>
  )
}

type FiltersProps = { readonly filter: Filter; readonly onChange: (change: Partial<z.input<typeof Filter>>) => void }

function Filters({ filter, onChange }: FiltersProps) {
  const m = useTexts()
  const say = useLabel()
  const may = useMay()
  const fields = useOperation(contract.listFields, {}, { topics: TOPICS })
  const { COMPETENT_LEVELS: levels, ONLINE_LEVELS: online, APPLICANTS: applicants } = contract
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 6 }} spacing="sm" style={{ alignItems: 'end' }}>
      <SearchField label={m.search} value={filter.search} onChange={(search) => onChange({ search })} />
      <Choice
        label={m.field}
        placeholder={m.everyField}
        options={(fields.data?.fields ?? []).map(({ code, name }) => ({ value: code, label: say(name) }))}
        value={filter.fieldCode}
        onChange={(fieldCode) => onChange({ fieldCode })}
      />
      <Choice
        label={m.level}
        placeholder={m.everyLevel}
        options={levels.map((value) => ({ value, label: m.levels[value] }))}
        value={filter.level}
        onChange={(chosen) => onChange({ level: levels.find((level) => level === chosen) })}
      />
      <Choice
        label={m.online}
        placeholder={m.everyOnline}
        options={online.map((value) => ({ value, label: m.onlineLevels[value] }))}
        value={filter.onlineLevel}
        onChange={(chosen) => onChange({ onlineLevel: online.find((level) => level === chosen) })}
      />
      <Choice
        label={m.applicant}
        placeholder={m.everyApplicant}
        options={applicants.map((value) => ({ value, label: m.applicants[value] }))}
        value={filter.applicant}
        onChange={(chosen) => onChange({ applicant: applicants.find((one) => one === chosen) })}
      />
      {may('procedures:read') && (
        <Choice
          label={m.show}
          placeholder={m.inForce}
          options={[{ value: 'drafts', label: m.drafts }]}
          value={filter.show === 'drafts' ? 'drafts' : undefined}
          onChange={(chosen) => onChange({ show: chosen === 'drafts' ? 'drafts' : undefined })}
        />
      )}
    </SimpleGrid>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly placeholder: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

function Choice({ value, onChange, ...rest }: ChoiceProps) {
  return (
    <SelectField
      {...rest}
      clearable
      searchable={rest.options.length > 8}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  )
}

function Found({ filter }: { readonly filter: Filter }) {
  const m = useTexts()
  const goTo = useGoTo()
  const columns = useColumns(filter.show)
  const list = usePages(contract.listProcedures, { ...filter, limit: PAGE }, TOPICS)
  return (
    <Loaded query={list.first} lines={10}>
      {({ total }) => (
        <Stack gap="sm">
          <Text size="sm" c="dimmed" aria-live="polite">
            {m.total(formatNumber(total))}
          </Text>
          <DataTable
            label={m.procedures}
            columns={columns}
            rows={list.pages.flatMap(({ procedures }) => procedures)}
            rowKey={({ id }) => id}
            phone="cards"
            onOpen={({ code, version }) => goTo(addressOf(code, version))}
            empty={<EmptyState title={m.nothing} body={m.nothingBody} />}
          />
          <MoreButton list={list} />
        </Stack>
      )}
    </Loaded>
  )
}

const addressOf = (code: string, { id, state }: contract.VersionHead) =>
  `/procedures/${code}${state === 'draft' ? `?versionId=${id}` : ''}`

function useColumns(show: Filter['show']): readonly Column<contract.ListedProcedure>[] {
  const m = useTexts()
  const say = useLabel()
  return [
    {
      key: 'name',
      label: m.name,
      width: 420,
      cell: ({ code, version, hasDraft }) => (
        <Group gap={6}>
          <LinkTo to={addressOf(code, version)}>{say(version.name)}</LinkTo>
          <DemonstrationChip of={version} />
          {hasDraft && show === 'in-force' && <StatusChip tone="info">{m.hasDraft}</StatusChip>}
        </Group>
      ),
      sortBy: ({ version }) => say(version.name),
    },
    { key: 'code', label: m.code, width: 110, cell: ({ code }) => <code>{code}</code>, sortBy: ({ code }) => code },
    {
      key: 'field',
      label: m.field,
      width: 150,
      cell: ({ field }) => say(field.name),
      sortBy: ({ field }) => say(field.name),
    },
    {
      key: 'level',
      label: m.level,
      width: 120,
      cell: ({ levels }) => levels.map((level) => m.levels[level]).join(', '),
    },
    {
      key: 'online',
      label: m.online,
      width: 140,
      cell: ({ version }) => m.onlineLevels[version.onlineLevel],
      sortBy: ({ version }) => contract.ONLINE_LEVELS.indexOf(version.onlineLevel),
    },
    {
      key: 'applicants',
      label: m.applicant,
      width: 220,
      cell: ({ applicants }) => applicants.map((applicant) => m.applicants[applicant]).join(', '),
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
