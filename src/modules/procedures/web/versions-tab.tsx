import { Group } from '@mantine/core'
import { DataTable } from '#ui/data-table.tsx'
import { LinkTo } from '#ui/link.tsx'
import { formatDay, formatMoment } from '#ui/moment.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import type { ProcedureAnswer } from './answers.ts'
import { useTexts } from './texts.ts'
import { useWords } from './use-words.ts'

/** Every version with its days in force and the decision behind it. */
export function VersionsTab({ answer: { code, versions } }: { readonly answer: ProcedureAnswer }) {
  const m = useTexts()
  const words = useWords()
  return (
    <DataTable
      label={m.versions}
      phone="cards"
      rows={versions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          label: m.versions,
          width: 200,
          cell: (version) => (
            <Group gap={6}>
              <LinkTo to={`/procedures/${code}?versionId=${version.id}`}>{words.version(version)}</LinkTo>
              <StatusChip tone={version.state === 'published' ? 'good' : 'neutral'}>
                {m.states[version.state]}
              </StatusChip>
            </Group>
          ),
        },
        {
          key: 'days',
          label: m.validity,
          width: 220,
          cell: ({ validFrom, validTo }) => words.days(validFrom, validTo),
        },
        {
          key: 'decision',
          label: m.decision,
          width: 240,
          cell: ({ decision }) =>
            decision === null
              ? '–'
              : `${m.decisionKinds[decision.kind]}: ${m.decisionOf(decision.number, formatDay(decision.on))}`,
        },
        {
          key: 'published',
          label: m.published,
          width: 160,
          cell: ({ publishedAt }) => (publishedAt === null ? '–' : formatMoment(publishedAt)),
        },
        {
          key: 'compare',
          label: m.differences,
          width: 200,
          cell: ({ id }) => {
            const before = versions[versions.findIndex((version) => version.id === id) + 1]
            return before ? (
              <LinkTo to={`/procedures/${code}/differences?before=${before.id}&after=${id}`}>{m.compareWith}</LinkTo>
            ) : (
              '–'
            )
          },
        },
      ]}
    />
  )
}
