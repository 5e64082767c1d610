import { Stack, Text, Title } from '@mantine/core'
import { formatPercent } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { LinkTo } from '#ui/link.tsx'
import { formatDay } from '#ui/moment.ts'
import type { Kin, UnitDetail } from '../contract.ts'
import { type Texts, useTexts } from './texts.ts'

/** What the unit came from and what it went into, with the parts and what they rest on. */
export function KinTables({ detail }: { readonly detail: UnitDetail }) {
  const m = useTexts()
  const { predecessors, successors } = detail
  if (predecessors.length === 0 && successors.length === 0) return <Text c="dimmed">{m.noKin}</Text>
  return (
    <Stack gap="lg">
      {predecessors.length > 0 && <KinTable title={m.predecessors} rows={predecessors} detail={detail} />}
      {successors.length > 0 && <KinTable title={m.successors} rows={successors} detail={detail} />}
    </Stack>
  )
}

type TableProps = { readonly title: string; readonly rows: readonly Kin[]; readonly detail: UnitDetail }

function KinTable({ title, rows, detail }: TableProps) {
  const m = useTexts()
  return (
    <div>
      <Title order={3} size="h5" mb="xs">
        {title}
      </Title>
      <DataTable
        label={title}
        columns={columnsOf(detail, m)}
        rows={rows}
        rowKey={(row) => row.unit.unitId}
        phone="cards"
      />
    </div>
  )
}

function columnsOf(detail: UnitDetail, m: Texts): readonly Column<Kin>[] {
  const changeOf = (row: Kin) => detail.changes.find(({ id }) => id === row.changeId)
  return [
    {
      key: 'unit',
      label: m.name,
      width: 220,
      cell: ({ unit }) => <LinkTo to={`/units/${unit.unitId}?day=${unit.validFrom}`}>{unit.name}</LinkTo>,
      sortBy: ({ unit }) => unit.name,
    },
    { key: 'code', label: m.code, width: 90, cell: ({ unit }) => unit.code ?? '—', sortBy: ({ unit }) => unit.code },
    {
      key: 'gave',
      label: m.gave,
      width: 130,
      align: 'end',
      cell: (row) => <PartShown part={row.gave} basis={row.basis} title={m.gaveTitle} />,
    },
    {
      key: 'makesUp',
      label: m.makesUp,
      width: 130,
      align: 'end',
      cell: (row) => <PartShown part={row.makesUp} basis={row.basis} title={m.makesUpTitle} />,
    },
    {
      key: 'on',
      label: m.effectiveOn,
      width: 120,
      cell: (row) => {
        const change = changeOf(row)
        return change ? formatDay(change.effectiveOn) : '—'
      },
    },
    {
      key: 'decision',
      label: m.decision,
      width: 240,
      cell: (row) => {
        const change = changeOf(row)
        return [change?.decision?.number, change?.article].filter(Boolean).join(', ') || '—'
      },
    },
  ]
}

type PartProps = { readonly part: Kin['gave']; readonly basis: Kin['basis']; readonly title: string }

function PartShown({ part, basis, title }: PartProps) {
  const m = useTexts()
  if (!part) return <span title={title}>{m.unknownShare}</span>
  const { numerator, denominator } = part
  if (numerator === denominator) return <span title={title}>100%</span>
  return (
    <span title={title}>
      {formatPercent(numerator, denominator)} ({m.bases[basis]})
    </span>
  )
}
