import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { useOperation } from '#ui/query.ts'
import * as contract from '../contract.ts'
import { StateChip } from './case-chips.tsx'
import { en } from './counting-messages.en.ts'
import { vi } from './counting-messages.vi.ts'
import { PageSteps, stepsOf } from './page-steps.tsx'

type Row = z.output<typeof contract.CountedCaseRow>
/** A figure of a table, a cell of form II.06, or a count of an indicator of the index. */
export type CasesAsked =
  | { readonly kind: 'figure'; readonly input: z.input<typeof contract.caseReportCases.input> }
  | { readonly kind: 'form'; readonly input: z.input<typeof contract.formII06Cases.input> }
  | { readonly kind: 'index'; readonly input: z.input<typeof contract.index766Cases.input> }
/** Cases on a page. */
const PAGE = 50

/** The cases behind a number, page by page: those of other units are counted and masked. */
export function CountedCases({ asked }: { readonly asked: CasesAsked }) {
  const m = useMessages({ vi, en })
  /** Where each page so far began after; the last is shown. */
  const [marks, setMarks] = useState<readonly string[]>([])
  const query = useCases(asked, marks.at(-1))
  return (
    <Loaded query={query} lines={6}>
      {({ rows, total, masked, next }) => (
        <Stack gap="sm">
          <Text size="sm" c="dimmed" aria-live="polite">
            {rows.length > 0 && `${m.listed(marks.length * PAGE + 1, marks.length * PAGE + rows.length)}; `}
            {m.addsUp(formatNumber(total))}
            {masked > 0 && `; ${m.maskedHere(formatNumber(masked))}`}
          </Text>
          <DataTable
            label={m.cases}
            rows={rows}
            rowKey={(row) => `${row.case?.id ?? rows.indexOf(row)} ${row.day} ${row.value}`}
            phone="cards"
            empty={<EmptyState title={m.noCases} />}
            columns={columnsOf(m)}
          />
          <PageSteps {...stepsOf(marks, next, setMarks)} />
        </Stack>
      )}
    </Loaded>
  )
}

function useCases(asked: CasesAsked, after: string | undefined) {
  const page = { limit: PAGE, ...(after && { after }) }
  const kept = { keepPrevious: true }
  const figure = useOperation(
    contract.caseReportCases,
    asked.kind === 'figure' ? { ...asked.input, ...page } : null,
    kept,
  )
  const form = useOperation(contract.formII06Cases, asked.kind === 'form' ? { ...asked.input, ...page } : null, kept)
  const index = useOperation(contract.index766Cases, asked.kind === 'index' ? { ...asked.input, ...page } : null, kept)
  return { figure, form, index }[asked.kind]
}

function columnsOf(m: ReturnType<typeof useMessages<typeof vi>>) {
  return [
    {
      key: 'code',
      label: m.caseCode,
      width: 190,
      cell: (row: Row) =>
        row.case ? (
          <LinkTo to={`/cases/${row.case.id}`}>{row.case.code ?? '—'}</LinkTo>
        ) : (
          <Text size="sm" c="dimmed">
            {m.masked}
          </Text>
        ),
    },
    { key: 'procedure', label: m.procedure, width: 240, cell: (row: Row) => row.case?.procedureName ?? row.unit.name },
    { key: 'day', label: m.day, width: 105, cell: (row: Row) => formatDay(row.day) },
    {
      key: 'state',
      label: m.state,
      width: 140,
      cell: (row: Row) => row.case && <StateChip state={row.case.business} />,
    },
    {
      key: 'due',
      label: m.due,
      width: 140,
      cell: (row: Row) => (row.case?.dueAt ? formatMoment(row.case.dueAt) : '—'),
    },
    {
      key: 'ended',
      label: m.ended,
      width: 140,
      cell: (row: Row) => (row.case?.endedAt ? formatMoment(row.case.endedAt) : '—'),
    },
  ]
}
