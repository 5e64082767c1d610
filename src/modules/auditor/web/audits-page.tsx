import { Button, Group, Text } from '@mantine/core'
import { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { useAddress } from '#ui/address.ts'
import { CheckField } from '#ui/check-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { LinkTo, useGoTo } from '#ui/link.tsx'
import { Lines, Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { SearchField } from '#ui/search-field.tsx'
import { useMay } from '#ui/session.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import * as contract from '../contract.ts'
import { FORMAT_WORDS } from '../domain/finding-words.ts'
import type { Words } from '../domain/words.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { NewAudit } from './new-audit.tsx'
import { SeverityCountList } from './severity.tsx'

const PAGE = 50
const Filter = z.object({
  search: z.string().default(''),
  every: z.enum(['yes']).optional(),
  after: z.uuid().optional(),
  /** The report that a new version is handed in of. */
  series: z.uuid().optional(),
})

/** Where reports are handed in for checking, and those that were. */
export function AuditsPage() {
  const m = useMessages({ vi, en })
  const may = useMay()
  const [filter, setFilter] = useAddress(Filter)
  const { search, every, after, series } = filter
  const audits = useOperation(
    contract.listAudits,
    { limit: PAGE, latest: every !== 'yes', ...(search && { search }), ...(after && { after }) },
    { topics: [contract.AUDIT_TOPIC], keepPrevious: true },
  )
  return (
    <Page title={m.title} lead={m.lead}>
      {may('auditor:write') && <HandIn key={series} series={series} />}
      <Group gap="md" align="center">
        <SearchField
          label={m.search}
          value={search}
          width={340}
          onChange={(text) => setFilter({ search: text, after: undefined })}
        />
        <CheckField
          label={m.onlyLatest}
          value={every !== 'yes'}
          onChange={(latest) => setFilter({ every: latest ? undefined : 'yes', after: undefined })}
        />
      </Group>
      <Loaded query={audits}>
        {({ audits: rows }) => (
          <AuditTable rows={rows} isSearched={search !== ''} after={after} onAfter={(id) => setFilter({ after: id })} />
        )}
      </Loaded>
    </Page>
  )
}

/** The form, already filled when one comes from a report to hand in its next version. */
function HandIn({ series }: { readonly series: string | undefined }) {
  const known = useOperation(contract.listAudits, series ? { seriesId: series, latest: true, limit: 1 } : null)
  if (series && known.isPending) return <Lines count={6} />
  return <NewAudit series={known.data?.audits[0] ?? null} />
}

type TableProps = {
  readonly rows: readonly contract.AuditRow[]
  readonly isSearched: boolean
  readonly after: string | undefined
  readonly onAfter: (auditId: string | undefined) => void
}

function AuditTable({ rows, isSearched, after, onAfter }: TableProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const goTo = useGoTo()
  return (
    <DataTable
      label={m.list}
      columns={columnsOf(m, say)}
      rows={rows}
      rowKey={({ auditId }) => auditId}
      onOpen={({ auditId }) => goTo(`/audits/${auditId}`)}
      phone="cards"
      empty={isSearched ? <EmptyState title={m.noneFound} /> : <EmptyState title={m.none} body={m.noneBody} />}
      footer={
        <Group gap="xs">
          {after && (
            <Button size="xs" variant="default" onClick={() => onAfter(undefined)}>
              {m.newest}
            </Button>
          )}
          {rows.length === PAGE && (
            <Button size="xs" variant="default" onClick={() => onAfter(rows.at(-1)?.auditId)}>
              {m.older}
            </Button>
          )}
        </Group>
      }
    />
  )
}

type M = ReturnType<typeof useMessages<typeof vi>>

function columnsOf(m: M, say: (words: Words) => string): readonly Column<contract.AuditRow>[] {
  return [
    {
      key: 'title',
      label: m.report,
      width: 360,
      cell: ({ auditId, title, fileName, format, source, version, latest, demonstration }) => (
        <div>
          <LinkTo to={`/audits/${auditId}`}>{title}</LinkTo>
          <Text size="xs" c="dimmed">
            {latest ? m.version(String(version)) : m.versionOlder(String(version))} ·{' '}
            {source === 'report' ? m.ownReport : `${fileName}, ${say(FORMAT_WORDS[format])}`}
            {demonstration && ` · ${m.demonstration}`}
          </Text>
        </div>
      ),
      sortBy: ({ title }) => title,
    },
    { key: 'unit', label: m.unit, width: 190, cell: ({ unitName }) => unitName, sortBy: ({ unitName }) => unitName },
    {
      key: 'findings',
      label: m.findings,
      width: 250,
      cell: ({ found }) =>
        total(found) === 0 ? (
          <StatusChip tone="good">{m.nothingFound}</StatusChip>
        ) : (
          <SeverityCountList counts={found} />
        ),
      sortBy: ({ found }) => found.proved * 1e6 + found.likely * 1e3 + found.look,
    },
    {
      key: 'open',
      label: m.openFindings,
      width: 120,
      align: 'end',
      cell: ({ open, found }) =>
        total(found) === 0 ? '' : total(open) === 0 ? m.allHandled : formatNumber(total(open)),
      sortBy: ({ open }) => total(open),
    },
    {
      key: 'when',
      label: m.when,
      width: 170,
      cell: ({ auditedAt, auditedByName }) => (
        <div>
          {formatMoment(auditedAt)}
          <Text size="xs" c="dimmed">
            {auditedByName}
          </Text>
        </div>
      ),
      sortBy: ({ auditedAt }) => auditedAt,
    },
  ]
}

function total({ proved, likely, look }: contract.AuditRow['found']): number {
  return proved + likely + look
}
