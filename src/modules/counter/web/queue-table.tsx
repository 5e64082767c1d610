import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { ConfirmDialog } from '#ui/confirm.tsx'
import { DataTable } from '#ui/data-table.tsx'
import type { Column } from '#ui/data-table-column.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel } from '#ui/language.tsx'
import { LinkButton, LinkTo } from '#ui/link.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { useProblemText } from '#ui/problem.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToast } from '#ui/toast.tsx'
import type { ProblemShown } from '../contract.ts'
import type { ItemState } from '../domain/queue.ts'
import { type KeptItem, type OpenCounter } from './kept.ts'
import { giveUp } from './sending.ts'
import { changed, type Shown, useCounter } from './state.ts'
import { type CounterWords, useCounterWords } from './use-words.ts'

const TONES = {
  kept: 'lamp',
  sending: 'info',
  received: 'good',
  explained: 'bad',
  void: 'neutral',
} as const satisfies Record<ItemState, string>

/** Everything the counter took, each with its state; what was refused says why. */
export function QueueTable({ counter }: { readonly counter: OpenCounter }) {
  const m = useCounterWords()
  const say = useLabel()
  const toast = useToast()
  const { items, isConnected } = useCounter()
  const [leaving, setLeaving] = useState<KeptItem | null>(null)
  const end = async (item: KeptItem, reason: string) => {
    try {
      await giveUp(counter, item, reason)
    } catch (thrown) {
      toast.problem(thrown)
    } finally {
      setLeaving(null)
      await changed()
    }
  }
  return (
    <Section title={m.queue} flush>
      <DataTable
        label={`${m.queue}: ${counter.name}`}
        columns={columnsOf(m, say, { isConnected, onGiveUp: setLeaving })}
        rows={items}
        rowKey={({ item }) => item.id}
        phone="cards"
        empty={<EmptyState title={m.queueEmpty} body={m.queueEmptyBody} />}
      />
      <ConfirmDialog
        key={leaving?.id}
        opened={leaving !== null}
        title={m.giveUpTitle(leaving?.provisional ?? '')}
        body={m.giveUpWhy}
        reason
        danger
        onConfirm={(reason) => leaving && void end(leaving, reason)}
        onClose={() => setLeaving(null)}
      />
    </Section>
  )
}

type Acts = { readonly isConnected: boolean; readonly onGiveUp: (item: KeptItem) => void }

function columnsOf(m: CounterWords, say: ReturnType<typeof useLabel>, acts: Acts): readonly Column<Shown>[] {
  return [
    { key: 'number', label: m.number, width: 230, cell: ({ item }) => <code>{item.provisional}</code> },
    {
      key: 'state',
      label: m.state,
      width: 300,
      cell: ({ item, inside }) => (
        <div data-state={item.state}>
          <StatusChip tone={TONES[item.state]}>{m.states[item.state]}</StatusChip>{' '}
          {item.code && item.caseId && <LinkTo to={`/cases/${item.caseId}`}>{item.code}</LinkTo>}
          {item.state === 'explained' && inside.problem && <Why problem={inside.problem} />}
        </div>
      ),
    },
    { key: 'subject', label: m.subject, width: 180, cell: ({ inside }) => inside.subjectName },
    { key: 'procedure', label: m.procedure, cell: ({ inside }) => say(inside.procedureName) },
    { key: 'taken', label: m.takenAt, width: 150, cell: ({ item }) => formatMoment(item.takenAt) },
    { key: 'acts', label: m.acts, width: 250, cell: ({ item }) => <ItemActs item={item} m={m} {...acts} /> },
  ]
}

/** Why the server did not receive it, in words, field by field. */
function Why({ problem: { code, values, errors } }: { readonly problem: ProblemShown }) {
  const say = useProblemText()
  return (
    <Text size="sm" mt={4}>
      {say.detail({ path: '', code, message: code, values })}{' '}
      {errors
        .slice(0, 5)
        .map(({ path, code: own, message, values: given }) =>
          say.detail({ path, code: own, message, ...(given && { values: given }) }),
        )
        .join(' ')}
    </Text>
  )
}

function ItemActs({ item, m, isConnected, onGiveUp }: Acts & { readonly item: KeptItem; readonly m: CounterWords }) {
  const isOpen = item.state === 'kept' || item.state === 'explained'
  if (!isOpen) return null
  return (
    <Group gap={4}>
      <LinkButton
        size="compact-sm"
        variant="subtle"
        to={`/counter/slips/${item.id}`}
        aria-label={m.slipOf(item.provisional)}
      >
        {m.slip}
      </LinkButton>
      <LinkButton
        size="compact-sm"
        variant="subtle"
        to={`/counter/new?item=${item.id}`}
        aria-label={m.correctOf(item.provisional)}
      >
        {m.correct}
      </LinkButton>
      <Button
        size="compact-sm"
        variant="subtle"
        color="bad"
        disabled={!isConnected}
        onClick={() => onGiveUp(item)}
        aria-label={m.giveUpOf(item.provisional)}
      >
        {m.giveUp}
      </Button>
    </Group>
  )
}
