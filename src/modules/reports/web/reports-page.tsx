import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { parsePeriodKey, periodLabel } from '#kernel/period.ts'
import { useAddress } from '#ui/address.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { type Language, useLanguage, useMessages } from '#ui/language.tsx'
import { LinkTo, useGoTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useMay } from '#ui/session.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import * as contract from '../contract.ts'
import { REPORT_STATUSES } from '../domain/lifecycle.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { NewReport } from './new-report.tsx'
import { ReportStatusChip } from './status.tsx'

const PAGE = 50
const Filter = z.object({
  search: z.string().default(''),
  status: z.enum(REPORT_STATUSES).optional(),
  after: z.uuid().optional(),
})

/** The reports of the units a person may read, newest first. */
export function ReportsPage() {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const may = useMay()
  const goTo = useGoTo()
  const [filter, setFilter] = useAddress(Filter)
  const [drafting, setDrafting] = useState(false)
  const { search, status, after } = filter
  const reports = useOperation(
    contract.listReports,
    { limit: PAGE, ...(search && { search }), ...(status && { status }), ...(after && { after }) },
    { topics: [contract.REPORT_TOPIC], keepPrevious: true },
  )
  const statuses = REPORT_STATUSES.map((value) => ({ value, label: m.statuses[value] }))
  return (
    <Page
      title={m.title}
      lead={m.lead}
      width="full"
      actions={
        may('reports:write') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDrafting(true)}>
            {m.newReport}
          </Button>
        )
      }
    >
      <Group gap="sm" mb="md" align="flex-end">
        <SearchField
          label={m.search}
          value={search}
          onChange={(text) => setFilter({ search: text, after: undefined })}
        />
        <SelectField
          label={m.status}
          placeholder={m.allStatuses}
          options={statuses}
          value={status ?? null}
          clearable
          onChange={(value) => setFilter({ status: REPORT_STATUSES.find((one) => one === value), after: undefined })}
        />
      </Group>
      <Loaded query={reports}>
        {({ reports: rows }) => (
          <DataTable
            label={m.title}
            columns={columnsOf(m, language)}
            rows={rows}
            rowKey={({ reportId }) => reportId}
            onOpen={({ reportId }) => goTo(`/reports/${reportId}`)}
            phone="cards"
            empty={<EmptyState title={m.noReports} body={m.noReportsBody} />}
            footer={
              <Group gap="xs">
                {after && (
                  <Button size="xs" variant="default" onClick={() => setFilter({ after: undefined })}>
                    {m.newest}
                  </Button>
                )}
                {rows.length === PAGE && (
                  <Button size="xs" variant="default" onClick={() => setFilter({ after: rows.at(-1)?.reportId })}>
                    {m.older}
                  </Button>
                )}
              </Group>
            }
          />
        )}
      </Loaded>
      {drafting && <NewReport onClose={() => setDrafting(false)} />}
    </Page>
  )
}

type M = ReturnType<typeof useMessages<typeof vi>>

function columnsOf(m: M, language: Language): readonly Column<contract.ReportRow>[] {
  return [
    {
      key: 'title',
      label: m.report,
      width: 330,
      cell: ({ title, reportId }) => <LinkTo to={`/reports/${reportId}`}>{title}</LinkTo>,
      sortBy: ({ title }) => title,
    },
    { key: 'unit', label: m.unit, width: 210, cell: ({ unitName }) => unitName, sortBy: ({ unitName }) => unitName },
    {
      key: 'period',
      label: m.period,
      width: 150,
      cell: ({ period }) => periodName(period, language),
      sortBy: ({ period }) => period,
    },
    {
      key: 'status',
      label: m.status,
      width: 190,
      cell: ({ status }) => <ReportStatusChip status={status} />,
      sortBy: ({ status }) => status,
    },
    {
      key: 'missing',
      label: m.missing,
      width: 150,
      cell: ({ missingCount }) =>
        missingCount === 0 ? (
          <StatusChip tone="good">{m.nothingMissing}</StatusChip>
        ) : (
          <StatusChip tone="warning">{m.missingCount(formatNumber(missingCount))}</StatusChip>
        ),
      sortBy: ({ missingCount }) => missingCount,
    },
    { key: 'number', label: m.number, width: 140, cell: ({ number }) => number ?? '—', sortBy: ({ number }) => number },
    {
      key: 'issued',
      label: m.issuedOn,
      width: 130,
      cell: ({ issuedOn }) => (issuedOn ? formatDay(issuedOn) : '—'),
      sortBy: ({ issuedOn }) => issuedOn,
    },
  ]
}

/** A period's key in words. */
export function periodName(key: string, language: Language): string {
  const period = parsePeriodKey(key)
  return period ? periodLabel(period, language) : key
}
