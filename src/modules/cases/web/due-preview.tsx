import { Button, List, Text } from '@mantine/core'
import { useState } from 'react'
import { officeMinute, officeText } from '#kernel/work-time/clock.ts'
import { explainDeadline } from '#modules/calendar/contract.ts'
import type { Term } from '#modules/procedures/contract.ts'
import { Dialog } from '#ui/dialog.tsx'
import { useLanguage, useMessages } from '#ui/language.tsx'
import { formatDay } from '#ui/moment.ts'
import { useOperation } from '#ui/query.ts'
import { en } from './intake-messages.en.ts'
import { vi } from './intake-messages.vi.ts'

type Props = { readonly unitId: string | null; readonly term: Term }

/** When a case received now would be due, and how that is counted. */
export function DuePreview({ unitId, term }: Props) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const [opened, setOpened] = useState(false)
  const [receivedAt] = useState(() => officeText(officeMinute(new Date())))
  const { data } = useOperation(explainDeadline, { receivedAt, term, unitId }, { keepPrevious: true })
  if (!data?.dueAt) return null
  const [day = '', time = ''] = data.dueAt.split('T')
  return (
    <>
      <Text size="sm" c="dimmed" mt="xs">
        {m.expected}
      </Text>
      <Text fw={600} aria-live="polite">
        {time}, {formatDay(day)}
      </Text>
      {data.unconfirmed && (
        <Text size="xs" c="dimmed">
          {m.unconfirmed}
        </Text>
      )}
      <Button variant="subtle" size="compact-sm" mt={4} px={0} onClick={() => setOpened(true)}>
        {m.why}
      </Button>
      <Dialog opened={opened} title={m.whyTitle} onClose={() => setOpened(false)}>
        <Sentences sentences={data.sentences[language]} />
      </Dialog>
    </>
  )
}

/** How a deadline was counted, one sentence a step. */
export function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <List type="ordered" size="sm" spacing={4}>
      {sentences.map((sentence, place) => (
        // A count never changes its order.
        <List.Item key={`${place} ${sentence}`}>{sentence}</List.Item>
      ))}
    </List>
  )
}
