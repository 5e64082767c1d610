import { Group, Stack, Text } from '@mantine/core'
import { DataTable } from '#ui/data-table.tsx'
import { LinkButton, LinkTo } from '#ui/link.tsx'
import { formatMoment } from '#ui/moment.ts'
import { useMay } from '#ui/session.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type { ProcessHead } from '../contract.ts'
import type { ProcedureAnswer } from './answers.ts'
import { useTexts } from './texts.ts'
import { useWords } from './use-words.ts'

const TONES = { draft: 'info', published: 'good', replaced: 'neutral', withdrawn: 'warning' } as const

/** Every process of a procedure: for everywhere or a unit, in use, replaced, being drawn. */
export function ProcessesTab({ answer: { code, processes } }: { readonly answer: ProcedureAnswer }) {
  const m = useTexts()
  const may = useMay()
  const words = useWords()
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text size="sm" c="dimmed" maw="70ch">
          {m.processLead}
        </Text>
        {may('procedures:write') && (
          <LinkButton to={`/procedures/${code}/design`} variant="default">
            {processes.some(({ state }) => state === 'draft') ? m.editProcess : m.drawProcess}
          </LinkButton>
        )}
      </Group>
      <DataTable
        label={m.processes}
        phone="cards"
        rows={processes}
        rowKey={({ id }) => id}
        empty={<Text>{m.noProcesses}</Text>}
        columns={[
          {
            key: 'number',
            label: m.processes,
            width: 180,
            cell: (head) => <LinkTo to={`/procedures/${code}/processes/${head.id}`}>{words.version(head)}</LinkTo>,
          },
          { key: 'state', label: m.state, width: 140, cell: (head) => <ProcessState head={head} /> },
          { key: 'unit', label: m.unit, width: 240, cell: ({ unit }) => unit?.name ?? m.everywhere },
          { key: 'changed', label: m.changed, width: 160, cell: ({ changedAt }) => formatMoment(changedAt) },
          { key: 'note', label: m.note, width: 240, cell: ({ note }) => note || '–' },
        ]}
      />
    </Stack>
  )
}

export function ProcessState({ head: { state } }: { readonly head: ProcessHead }) {
  const m = useTexts()
  return <StatusChip tone={TONES[state]}>{m.processStates[state]}</StatusChip>
}
