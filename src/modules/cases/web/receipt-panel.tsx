import { Button, Group, Kbd, Stack, Text } from '@mantine/core'
import { IconArrowRight, IconPrinter } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { Facts } from '#ui/facts.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { LinkButton } from '#ui/link.tsx'
import { formatMoment } from '#ui/moment.ts'
import { Section } from '#ui/page.tsx'
import type { CaseDetail } from '../contract.ts'
import { DueChip } from './case-chips.tsx'
import classes from './intake.module.css'
import { en } from './intake-messages.en.ts'
import { vi } from './intake-messages.vi.ts'
import { vnd } from './intake-side.tsx'
import { usePageKeys } from './keys.ts'
import { openForm } from './print-menu.tsx'
import { financeWords } from './words.ts'

type Props = { readonly received: CaseDetail; readonly areLettersWanted: boolean; readonly onNext: () => void }

/** What the citizen is told and given; one key prints the receipt, one begins with the next person. */
export function ReceiptPanel({ received, areLettersWanted, onNext }: Props) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const print = () => openForm(received.id, '01')
  usePageKeys({ n: onNext, p: print }, areLettersWanted)
  return (
    <Section title={m.receivedOf(received.subjectName)}>
      <Stack>
        <div ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
          <output>
            <Text component="span" display="block" size="sm" c="dimmed">
              {m.code}
            </Text>
            <span className={classes.code}>{received.code}</span>
          </output>
        </div>
        <Facts
          facts={[
            {
              label: m.due,
              value: (
                <Group gap="xs">
                  {received.dueAt && <Text fw={600}>{formatMoment(received.dueAt)}</Text>}
                  <DueChip due={received} />
                </Group>
              ),
            },
            { label: m.secret, value: <code>{received.secret}</code> },
            { label: m.procedure, value: received.procedureName },
            {
              label: m.fees,
              value:
                received.feeTotalVnd > 0
                  ? `${vnd(received.feeTotalVnd)} · ${say(financeWords[received.finance])}`
                  : say(financeWords[received.finance]),
            },
          ]}
        />
        <Group>
          <Button
            leftSection={<IconPrinter size={18} aria-hidden />}
            rightSection={<Kbd aria-hidden>p</Kbd>}
            onClick={print}
          >
            {m.print}
          </Button>
          <Button variant="default" rightSection={<IconArrowRight size={16} aria-hidden />} onClick={onNext}>
            {m.next}
          </Button>
          <LinkButton to={`/cases/${received.id}`} variant="subtle">
            {m.open}
          </LinkButton>
        </Group>
      </Stack>
    </Section>
  )
}
