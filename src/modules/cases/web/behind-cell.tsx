import { Stack, Text } from '@mantine/core'
import type { z } from 'zod'
import { formatNumber } from '#kernel/number.ts'
import { Figure } from '#ui/figure.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { SideDrawer } from '#ui/side-drawer.tsx'
import type * as contract from '../contract.ts'
import { CountedCases } from './counted-cases.tsx'
import { CountedProcedures } from './counted-procedures.tsx'
import { en } from './counting-messages.en.ts'
import { vi } from './counting-messages.vi.ts'

export type Report = z.output<typeof contract.caseReport.output>
export type Opened = { readonly row: Report['rows'][number]; readonly place: number }

type CellProps = {
  readonly known: Report
  readonly row: Report['rows'][number]
  readonly place: number
  readonly onOpen?: () => void
  readonly large?: boolean
}

/** One number of a table; it opens. */
export function CellOf({ known, row, place, onOpen, large }: CellProps) {
  const say = useLabel()
  const [column, cell] = [known.columns[place], row.cells[place]]
  if (!column || !cell) return null
  const shared = {
    label: `${say(column.label)}, ${row.unit.name}`,
    size: large ? ('large' as const) : ('cell' as const),
    certainty: cell.certainty,
    ...(onOpen && cell.opens !== null && { onOpen }),
  }
  if (column.form === 'ratio')
    return <Figure {...shared} form="percent" numerator={cell.numerator} denominator={cell.denominator} />
  return <Figure {...shared} value={cell.value} decimals={0} />
}

/** How the number is made, and the cases or procedures behind it. */
export function Behind({
  known,
  opened,
  onClose,
}: {
  readonly known: Report
  readonly opened: Opened | null
  readonly onClose: () => void
}) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const column = opened && known.columns[opened.place]
  const cell = opened?.row.cells[opened.place]
  const named = (key: string | undefined) =>
    say(known.columns.find((one) => one.key === key)?.label ?? { vi: '', en: '' })
  return (
    <SideDrawer opened={opened !== null} title={m.behind} onClose={onClose} width={820}>
      {opened && column && cell && (
        <Stack gap="md">
          <div>
            <Text fw={600}>{say(column.label)}</Text>
            <Text size="sm" c="dimmed">
              {opened.row.kind === 'own' ? `${opened.row.unit.name} (${m.own})` : opened.row.unit.name} ·{' '}
              {say(known.days.label)}
            </Text>
          </div>
          <CellOf known={known} row={opened.row} place={opened.place} large />
          {column.of && (
            <Text size="sm">
              {m.numerator}: {named(column.of[0])} = <strong>{formatNumber(cell.numerator)}</strong>; {m.denominator}:{' '}
              {named(column.of[1])} = <strong>{formatNumber(cell.denominator)}</strong>
            </Text>
          )}
          {cell.certainty === 'not-derivable' ? (
            <Text size="sm">{m.notDerivable}</Text>
          ) : (
            <Listed key={`${opened.row.unit.unitId} ${opened.row.kind} ${cell.opens}`} known={known} opened={opened} />
          )}
        </Stack>
      )}
    </SideDrawer>
  )
}

function Listed({
  known: { days, table },
  opened: { row, place },
}: {
  readonly known: Report
  readonly opened: Opened
}) {
  const opens = row.cells[place]?.opens
  if (!opens) return null
  const asked = {
    unitId: row.unit.unitId,
    ...(days.period ? { period: days.period } : { from: days.from, to: days.to }),
    regime: days.regime,
    structureDay: days.structureDay,
  }
  const [, column] = opens.split('procedures:')
  if (column) return <CountedProcedures asked={{ kind: 'table', input: { ...asked, table, column, kind: row.kind } }} />
  // The server names it, from the list the contract takes.
  const what = opens as 'open'
  const reach = row.kind === 'own' ? 'own' : 'subtree'
  return <CountedCases asked={{ kind: 'figure', input: { ...asked, what, reach } }} />
}
