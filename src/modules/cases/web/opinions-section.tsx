import { Group, Stack, Text } from '@mantine/core'
import { EmptyState } from '#ui/empty-state.tsx'
import { useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type { CaseDetail } from '../contract.ts'
import { en } from './case-messages.en.ts'
import { vi } from './case-messages.vi.ts'

type OpinionRow = CaseDetail['opinions'][number]

/** Which units were asked, and what they said. */
export function OpinionsSection({ one }: { readonly one: CaseDetail }) {
  const m = useMessages({ vi, en })
  if (one.opinions.length === 0) return <EmptyState title={m.noOpinions} />
  return (
    <Stack gap="var(--hd-gap)">
      {one.opinions.map((opinion) => (
        <Section key={opinion.id} title={opinion.unit.name} actions={<OpinionChip opinion={opinion} />}>
          <Text size="sm" c="dimmed">
            {m.askedBy(opinion.askedByName, formatMoment(opinion.askedAt))}
          </Text>
          <Text style={{ whiteSpace: 'pre-line' }}>{opinion.question}</Text>
          {opinion.answer !== null && (
            <>
              <Text size="sm" c="dimmed" mt="sm">
                {m.answeredBy(opinion.answeredByName ?? '', opinion.answeredAt ? formatMoment(opinion.answeredAt) : '')}
              </Text>
              <Text style={{ whiteSpace: 'pre-line' }}>{opinion.answer}</Text>
            </>
          )}
          {opinion.answer === null && opinion.dueAt && (
            <Group mt="sm">
              <Text size="sm">{m.answerBefore(formatMoment(opinion.dueAt))}</Text>
            </Group>
          )}
        </Section>
      ))}
    </Stack>
  )
}

function OpinionChip({ opinion: { agrees } }: { readonly opinion: OpinionRow }) {
  const m = useMessages({ vi, en })
  if (agrees === null) return <StatusChip tone="warning">{m.waiting}</StatusChip>
  return <StatusChip tone={agrees ? 'good' : 'bad'}>{agrees ? m.agrees : m.disagrees}</StatusChip>
}
