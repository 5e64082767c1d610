import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { useAddress } from '#ui/address.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel } from '#ui/language.tsx'
import { LinkButton, LinkTo } from '#ui/link.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Page } from '#ui/page.tsx'
import { usePassed } from '#ui/passed.ts'
import { useOperation } from '#ui/query.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import { Tabs } from '#ui/tabs.tsx'
import {
  type ComplaintSummary,
  complaintUnitTopic,
  type HandedOn as Gone,
  listComplaints,
  listHandedOn,
} from '../contract.ts'
import { COMPLAINT_LISTS } from '../domain/lists.ts'
import { STATE_WORDS, TOPIC_WORDS } from '../domain/words.ts'
import { type Texts, useTexts } from './texts.ts'

/** The lists, and what is in none of them any more. */
const GONE = 'handed-on'
const TABS = [...COMPLAINT_LISTS, GONE] as const

const Address = z.object({
  list: z.enum(TABS).catch('open').default('open'),
  after: z.string().max(100).optional(),
})

/** What citizens complain about, by where its deadline stands; counts are those of the lists. */
export function ComplaintsPage() {
  const m = useTexts()
  const say = useLabel()
  const [{ list, after }, setAddress] = useAddress(Address)
  const [heard, setHeard] = useState<readonly string[]>([])
  const query = useOperation(
    listComplaints,
    { list: list === GONE ? 'open' : list, ...(list !== GONE && after !== undefined && { after }) },
    { topics: heard.map(complaintUnitTopic), keepPrevious: true },
  )
  const units = query.data?.unitIds ?? []
  if (units.some((id) => !heard.includes(id))) setHeard([...new Set([...heard, ...units])])
  const countOf = (one: (typeof COMPLAINT_LISTS)[number]) =>
    query.data?.counts.find((counted) => counted.list === one)?.count
  return (
    <Page
      title={m.title}
      lead={m.lead}
      actions={
        <LinkButton to="/complaints/terms" variant="default">
          {m.terms}
        </LinkButton>
      }
    >
      <Tabs
        label={m.lists}
        value={list}
        onChange={(key) => setAddress({ list: TABS.find((one) => one === key) ?? 'open', after: undefined })}
        tabs={[
          ...COMPLAINT_LISTS.map((one) => {
            const count = countOf(one)
            return {
              key: one as string,
              label: m.list[one],
              ...(count !== undefined && { count }),
              content: () => (
                <Loaded query={query}>
                  {({ complaints, next }) => (
                    <DataTable
                      label={m.list[one]}
                      columns={columnsOf(m, say)}
                      rows={complaints}
                      rowKey={({ id }) => id}
                      phone="cards"
                      empty={<EmptyState title={m.none} />}
                      footer={<Turn after={after} next={next} onTurn={(to) => setAddress({ after: to })} />}
                    />
                  )}
                </Loaded>
              ),
            }
          }),
          {
            key: GONE,
            label: m.gone,
            content: () => <HandedOn before={after} onTurn={(to) => setAddress({ after: to })} />,
          },
        ]}
      />
    </Page>
  )
}

type Turned = { readonly onTurn: (to: string | undefined) => void }

/** To the next page, and back to the first. */
function Turn({ after, next, onTurn }: Turned & { readonly after: string | undefined; readonly next: string | null }) {
  const m = useTexts()
  return (
    <Group gap="xs">
      {after !== undefined && (
        <Button size="xs" variant="default" onClick={() => onTurn(undefined)}>
          {m.first}
        </Button>
      )}
      {next !== null && (
        <Button size="xs" variant="default" onClick={() => onTurn(next)}>
          {m.next}
        </Button>
      )}
    </Group>
  )
}

/** What was handed on from here: where it is now, its state and when it is due. */
function HandedOn({ before, onTurn }: Turned & { readonly before: string | undefined }) {
  const m = useTexts()
  const say = useLabel()
  const query = useOperation(listHandedOn, before === undefined ? {} : { before }, { keepPrevious: true })
  return (
    <Loaded query={query}>
      {({ complaints, next }) => (
        <DataTable
          label={m.gone}
          columns={goneColumns(m, say)}
          rows={complaints}
          rowKey={({ id }) => id}
          phone="cards"
          empty={<EmptyState title={m.noneGone} />}
          footer={<Turn after={before} next={next} onTurn={onTurn} />}
        />
      )}
    </Loaded>
  )
}

function goneColumns(m: Texts, say: ReturnType<typeof useLabel>): readonly Column<Gone>[] {
  return [
    {
      key: 'number',
      label: m.number,
      width: 170,
      cell: ({ id, number }) => <LinkTo to={`/complaints/handed-on/${id}`}>{number}</LinkTo>,
    },
    { key: 'topic', label: m.topic, cell: ({ topic }) => say(TOPIC_WORDS[topic]) },
    { key: 'unit', label: m.nowAt, cell: ({ unit }) => unit },
    { key: 'left', label: m.goneAt, width: 150, cell: ({ leftAt }) => formatMoment(leftAt) },
    { key: 'due', label: m.due, width: 150, cell: (row) => <Due of={row} /> },
    { key: 'state', label: m.state, width: 150, cell: (row) => <Standing of={row} /> },
  ]
}

function columnsOf(m: Texts, say: ReturnType<typeof useLabel>): readonly Column<ComplaintSummary>[] {
  return [
    {
      key: 'number',
      label: m.number,
      width: 170,
      cell: ({ id, number }) => <LinkTo to={`/complaints/${id}`}>{number}</LinkTo>,
    },
    {
      key: 'topic',
      label: m.topic,
      cell: ({ topic, caseCode }) => (
        <>
          {say(TOPIC_WORDS[topic])}
          {caseCode !== null && (
            <Text size="xs" c="dimmed">
              {caseCode}
            </Text>
          )}
        </>
      ),
    },
    { key: 'about', label: m.about, cell: ({ aboutUnit }) => aboutUnit },
    {
      key: 'unit',
      label: m.unit,
      cell: ({ unit, assigneeName }) => (
        <>
          {unit}
          {assigneeName !== null && (
            <Text size="xs" c="dimmed">
              {assigneeName}
            </Text>
          )}
        </>
      ),
    },
    { key: 'filed', label: m.filed, width: 150, cell: ({ filedAt }) => formatMoment(filedAt) },
    { key: 'due', label: m.due, width: 150, cell: (row) => <Due of={row} /> },
    { key: 'state', label: m.state, width: 150, cell: (row) => <Standing of={row} /> },
  ]
}

/** When it is due; while its term stands still, since when it does. */
export function Due({ of }: { readonly of: Pick<ComplaintSummary, 'dueAt' | 'pausedAt'> }) {
  const m = useTexts()
  return of.pausedAt === null ? formatMoment(of.dueAt) : m.paused(formatMoment(of.pausedAt))
}

/** Where it stands: open in time or not, its citizen awaited, answered in time or not. */
export function Standing({
  of,
}: {
  readonly of: Pick<ComplaintSummary, 'state' | 'dueAt' | 'onTime' | 'askedAt' | 'pausedAt'>
}) {
  const m = useTexts()
  const say = useLabel()
  const isLate = usePassed(of.state === 'open' && of.pausedAt === null ? of.dueAt : null)
  if (isLate) return <StatusChip tone="bad">{m.late}</StatusChip>
  if (of.askedAt !== null) return <StatusChip tone="warning">{m.waiting}</StatusChip>
  const tone = of.state === 'open' ? 'lamp' : of.state === 'refused' ? 'neutral' : of.onTime ? 'good' : 'warning'
  return <StatusChip tone={tone}>{of.onTime === false ? m.wasLate : say(STATE_WORDS[of.state])}</StatusChip>
}
