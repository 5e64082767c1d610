import { List, Text } from '@mantine/core'
import { formatNumber, formatPercent } from '#kernel/number.ts'
import { usePathPart } from '#ui/address.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useMessages } from '#ui/language.tsx'
import { LinkButton } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { useOperation } from '#ui/query.ts'
import * as contract from '../contract.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Side = contract.FigureDifference['before']

/** What an issued report says and what is known today, number by number. */
export function DifferencePage() {
  const m = useMessages({ vi, en })
  const reportId = usePathPart('reportId')
  const found = useOperation(contract.differenceOfReport, { reportId }, { topics: [contract.FIGURES_TOPIC] })
  return (
    <Page
      title={m.differenceTitle}
      width="full"
      trail={[
        { label: m.title, to: '/reports' },
        { label: m.report, to: `/reports/${reportId}` },
        { label: m.difference },
      ]}
      lead={found.data && m.differenceLead(formatNumber(found.data.comparedFigures))}
      actions={
        <LinkButton to={`/reports/${reportId}`} variant="default">
          {m.backToReport}
        </LinkButton>
      }
    >
      <Loaded query={found}>
        {({ differences }) => (
          <DataTable
            label={m.differenceTitle}
            columns={columnsOf(m)}
            rows={differences}
            rowKey={({ key }) => key}
            phone="cards"
            empty={<EmptyState title={m.differenceNone} body={m.differenceNoneBody} />}
          />
        )}
      </Loaded>
    </Page>
  )
}

type M = ReturnType<typeof useMessages<typeof vi>>

function columnsOf(m: M): readonly Column<contract.FigureDifference>[] {
  return [
    { key: 'name', label: m.figure, cell: ({ name }) => <Text fw={600}>{name}</Text>, sortBy: ({ name }) => name },
    { key: 'unit', label: m.unit, width: 180, cell: ({ unitName }) => unitName, sortBy: ({ unitName }) => unitName },
    { key: 'where', label: m.where, width: 200, cell: ({ sections }) => sections.join('; ') },
    { key: 'before', label: m.asIssued, width: 160, align: 'end', cell: ({ before }) => shown(before, m) },
    { key: 'after', label: m.asKnown, width: 160, align: 'end', cell: ({ after }) => shown(after, m) },
    { key: 'change', label: m.change, width: 120, align: 'end', cell: ({ before, after }) => change(before, after) },
    {
      key: 'why',
      label: m.why,
      width: 280,
      cell: ({ reasons }) =>
        reasons.length === 0 ? (
          <Text c="dimmed">{m.noReason}</Text>
        ) : (
          <List size="sm" spacing={2}>
            {reasons.map(({ at, by, reason }) => (
              <List.Item key={`${at} ${reason}`}>
                {reason || m.noReason} ({[by, formatMoment(at)].filter(Boolean).join(', ')})
              </List.Item>
            ))}
          </List>
        ),
    },
  ]
}

function shown({ value, numerator, denominator, note, state }: Side, m: M): string {
  if (value !== null) return formatNumber(value)
  if (numerator !== null && denominator !== null) {
    return `${formatPercent(numerator, denominator)} (${formatNumber(numerator)}/${formatNumber(denominator)})`
  }
  return note ?? m.missingStates[state as keyof M['missingStates']] ?? state
}

/** How much was added or taken away; percentage points for a ratio. */
function change(before: Side, after: Side): string {
  const sign = (value: number) =>
    `${value > 0 ? '+' : ''}${formatNumber(value, Number.isInteger(value) ? undefined : 2)}`
  if (before.value !== null && after.value !== null) return sign(after.value - before.value)
  const ratio = ({ numerator, denominator }: Side) =>
    numerator === null || denominator === null || denominator === 0 ? null : (100 * numerator) / denominator
  const [then, now] = [ratio(before), ratio(after)]
  return then === null || now === null ? '' : `${sign(now - then)} %`
}
