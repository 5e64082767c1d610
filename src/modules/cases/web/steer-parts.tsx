import { Button, Checkbox, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatNumber } from '#kernel/number.ts'
import type { Column } from '#ui/data-table-column.ts'
import { useMessages } from '#ui/language.tsx'
import { LinkTo } from '#ui/link.tsx'
import classes from './cases.module.css'
import { en } from './steer-messages.en.ts'
import { vi } from './steer-messages.vi.ts'
import type { useTicked } from './use-ticked.ts'

type Ticked = ReturnType<typeof useTicked>

/** Ticks all rows of the page, or none. */
export function TickAll({ ids, ticked }: { readonly ids: readonly string[]; readonly ticked: Ticked }) {
  const m = useMessages({ vi, en })
  const isAll = ids.length > 0 && ticked.selection.size === ids.length
  return (
    <Checkbox
      label={m.selectAll}
      checked={isAll}
      indeterminate={ticked.selection.size > 0 && !isAll}
      onChange={() => ticked.choose(isAll ? [] : ids)}
    />
  )
}

/** One row's tick. */
function Tick({ id, name, ticked }: { readonly id: string; readonly name: string; readonly ticked: Ticked }) {
  const m = useMessages({ vi, en })
  return <Checkbox aria-label={m.select(name)} checked={ticked.selection.has(id)} onChange={() => ticked.toggle(id)} />
}

type Listed = { readonly caseId: string; readonly code: string | null; readonly procedureName: string }

/** The first columns of a list of cases to tick: the tick, the code that leads to the case (`tab`: to which part), the procedure. */
export function useTickColumns(ticked: Ticked, tab = ''): readonly Column<Listed>[] {
  const m = useMessages({ vi, en })
  return [
    {
      key: 'select',
      label: m.tick,
      width: 72,
      cell: ({ caseId, code }) => <Tick id={caseId} name={code ?? m.noCode} ticked={ticked} />,
    },
    {
      key: 'code',
      label: m.code,
      width: 220,
      cell: ({ caseId, code }) => <LinkTo to={`/cases/${caseId}${tab && `?tab=${tab}`}`}>{code ?? m.noCode}</LinkTo>,
    },
    { key: 'procedure', label: m.procedure, cell: ({ procedureName }) => procedureName },
  ]
}

/** What can be done with what is ticked; stays in sight while the list scrolls. */
export function TickedBar({ ticked, children }: { readonly ticked: Ticked; readonly children: ReactNode }) {
  const m = useMessages({ vi, en })
  if (ticked.selection.size === 0) return null
  return (
    <section className={classes.bulk} aria-label={m.selection}>
      <Group gap="sm">
        <Text size="sm" fw={600} aria-live="polite">
          {m.selected(formatNumber(ticked.selection.size))}
        </Text>
        {children}
        <Button size="sm" variant="subtle" onClick={() => ticked.choose([])} ms="auto">
          {m.clearSelection}
        </Button>
      </Group>
    </section>
  )
}
