import { Stack, Text } from '@mantine/core'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLabel } from '#ui/language.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type { ProcedureContent } from '../contract.ts'
import { useTexts } from './texts.ts'
import { type Line, useDescribe } from './use-describe.ts'

export type ShownDifference = {
  readonly part: string
  readonly kind: 'added' | 'removed' | 'changed'
  readonly code: string | null
  readonly name: { readonly vi: string; readonly en: string } | null
  readonly before?: unknown
  readonly after?: unknown
}

const TONES = { added: 'good', removed: 'bad', changed: 'warning' } as const

type Props = {
  readonly differences: readonly ShownDifference[]
  readonly questions: ProcedureContent['questions']
  readonly before: string
  readonly after: string
}

/** What differs, side by side and in words; of what was changed only the lines that are not the same. */
export function DifferencesTable({ differences, questions, before, after }: Props) {
  const m = useTexts()
  const say = useLabel()
  const describe = useDescribe(questions)
  const sides = (one: ShownDifference) => {
    const [old, now] = [describe(one.part, one.before), describe(one.part, one.after)]
    if (one.kind !== 'changed') return { old, now }
    const differs = (lines: readonly Line[], others: readonly Line[]) =>
      lines.filter(({ label, text }) => !others.some((other) => other.label === label && other.text === text))
    return { old: differs(old, now), now: differs(now, old) }
  }
  const partName = (part: string) => Object.entries(m.partNames).find(([name]) => name === part)?.[1] ?? part
  return (
    <DataTable
      label={m.differences}
      phone="cards"
      rows={differences}
      rowKey={({ part, kind, code }) => `${part} ${kind} ${code ?? ''}`}
      empty={<EmptyState title={m.same} />}
      columns={[
        {
          key: 'part',
          label: m.part,
          width: 260,
          cell: ({ part, name }) => (
            <>
              {partName(part)}
              {name !== null && (
                <Text size="sm" c="dimmed">
                  {say(name)}
                </Text>
              )}
            </>
          ),
        },
        {
          key: 'kind',
          label: m.state,
          width: 100,
          cell: ({ kind }) => <StatusChip tone={TONES[kind]}>{m.kinds[kind]}</StatusChip>,
        },
        { key: 'before', label: before, width: 340, cell: (one) => <Lines lines={sides(one).old} /> },
        { key: 'after', label: after, width: 340, cell: (one) => <Lines lines={sides(one).now} /> },
      ]}
    />
  )
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  if (lines.length === 0) return '–'
  return (
    <Stack gap={2}>
      {lines.map(({ label, text }) => (
        <div key={`${label} ${text}`} style={{ whiteSpace: 'pre-line' }}>
          {label && (
            <Text span size="sm" c="dimmed">
              {label}:{' '}
            </Text>
          )}
          {text}
        </div>
      ))}
    </Stack>
  )
}
