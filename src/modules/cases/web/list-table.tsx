import { Checkbox, Group, Text } from '@mantine/core'
import { formatNumber } from '#kernel/number.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { LinkTo, useGoTo } from '#ui/link.tsx'
import { formatMoment } from '#ui/moment.ts'
import type { CaseSummary } from '../contract.ts'
import { DueChip, StateChip } from './case-chips.tsx'
import classes from './cases.module.css'
import { en } from './list-messages.en.ts'
import { vi } from './list-messages.vi.ts'
import { PageSteps, type Pages } from './page-steps.tsx'
import { channelWords } from './words.ts'

type Props = {
  readonly cases: readonly CaseSummary[]
  readonly total: number | null
  readonly state: 'ready' | 'loading'
  readonly problem: unknown
  readonly isNarrowed: boolean
  readonly selected: ReadonlySet<string>
  readonly onToggle: (id: string) => void
  readonly onSelectAll: (ids: readonly string[]) => void
  readonly pages: Pages
}

/** One page of a list of cases. */
export function CaseTable(props: Props) {
  const { cases, total, state, problem, isNarrowed, selected, onToggle, onSelectAll, pages } = props
  const m = useMessages({ vi, en })
  const goTo = useGoTo()
  const columns = useColumns(selected, onToggle)
  return (
    <div id="case-table">
      {cases.length > 0 && (
        <Group mb={8} gap="md" mih={30}>
          <Checkbox
            label={m.selectAll}
            checked={selected.size === cases.length}
            indeterminate={selected.size > 0 && selected.size < cases.length}
            onChange={() => onSelectAll(selected.size === cases.length ? [] : cases.map(({ id }) => id))}
          />
          {total !== null && (
            <Text size="sm" c="dimmed" aria-live="polite" ms="auto">
              {m.found(formatNumber(total))}
            </Text>
          )}
        </Group>
      )}
      <DataTable
        label={m.cases}
        columns={columns}
        rows={cases}
        rowKey={({ id }) => id}
        onOpen={({ id }) => goTo(`/cases/${id}`)}
        state={state}
        problem={problem}
        phone="cards"
        height={720}
        empty={<EmptyState title={isNarrowed ? m.emptyFiltered : m.empty} />}
        footer={<PageSteps {...pages} />}
      />
    </div>
  )
}

function useColumns(selected: ReadonlySet<string>, onToggle: (id: string) => void): readonly Column<CaseSummary>[] {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const nameOf = (one: CaseSummary) => `${one.code ?? m.noCode}, ${one.subjectName}`
  return [
    {
      key: 'select',
      label: m.selectColumn,
      width: 64,
      cell: (one) => (
        <Checkbox
          aria-label={m.select(nameOf(one))}
          checked={selected.has(one.id)}
          onChange={() => onToggle(one.id)}
          // The row carries the Tab stop, `x` selects: else fifty boxes stand between a clerk and the page's end.
          tabIndex={-1}
        />
      ),
    },
    {
      key: 'subject',
      label: m.subject,
      width: 206,
      cell: (one) => (
        <>
          <LinkTo to={`/cases/${one.id}`} fw={600}>
            {one.subjectName}
          </LinkTo>
          <span className={classes.small}>{one.code ?? m.noCode}</span>
        </>
      ),
    },
    {
      key: 'procedure',
      label: m.procedure,
      cell: (one) => (
        <>
          <span className={classes.clamp}>{one.title}</span>
          <span className={classes.small}>
            {one.procedureCode} · {say(channelWords[one.channel])}
            {one.demonstration && ` · ${m.demonstration}`}
          </span>
        </>
      ),
    },
    {
      key: 'due',
      label: m.due,
      width: 156,
      cell: (one) => <DueChip due={one} withMoment />,
    },
    {
      key: 'state',
      label: m.state,
      width: 178,
      cell: (one) => (
        <>
          <StateChip state={one.business} />
          {one.stepName && one.endedAt === null && <span className={classes.small}>{say(one.stepName)}</span>}
        </>
      ),
    },
    {
      key: 'holder',
      label: m.holder,
      width: 146,
      cell: (one) => (
        <>
          {one.assigneeName ?? one.unit.name}
          {one.assigneeName && <span className={classes.small}>{one.unit.name}</span>}
        </>
      ),
    },
    {
      key: 'received',
      label: m.received,
      width: 112,
      cell: (one) => (one.receivedAt ? formatMoment(one.receivedAt) : '—'),
    },
  ]
}

/** The place of the row that has the focus, or null. */
export function focusedRow(): number | null {
  const row = document.activeElement?.closest('#case-table tr[data-index]')
  return row instanceof HTMLElement ? Number(row.dataset['index']) : null
}

/** Focuses the next or previous row; from outside the table the first. */
export function moveRow(step: 1 | -1): void {
  const now = focusedRow()
  const wanted = now === null ? 0 : now + step
  document.querySelector<HTMLElement>(`#case-table tr[data-index="${wanted}"]`)?.focus()
}
