import { Alert, Button, Kbd, Stack, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { type Day, dayAt } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { termWords } from '#kernel/work-time/words.ts'
import { feesDue, type ProcedureContent, termFor } from '#modules/procedures/contract.ts'
import { useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { Section } from '#ui/page.tsx'
import { ParagraphField } from '#ui/paragraph-field.tsx'
import { DuePreview } from './due-preview.tsx'
import classes from './intake.module.css'
import { type IntakeDraft, missingPapers } from './intake-draft.ts'
import { en } from './intake-messages.en.ts'
import { vi } from './intake-messages.vi.ts'
import { useIntakeSource } from './intake-source.ts'

type Props = {
  readonly draft: IntakeDraft
  readonly content: ProcedureContent
  readonly busy: boolean
  readonly onReason: (reason: string) => void
  /** On the button. */
  readonly sendLabel: string
}

/** What follows from what is typed: fees, limit, when it will be returned; and the button. */
export function IntakeSide({ draft, content, busy, onReason, sendLabel }: Props) {
  const m = useMessages({ vi, en })
  const { language } = useLanguage()
  const [today] = useState(() => dayAt(new Date()))
  const { isConnected } = useIntakeSource()
  const term = termFor(content, draft.answers)
  const missing = missingPapers(draft, content)
  return (
    <Stack className={classes.side ?? ''} gap="var(--hd-gap)">
      <Section title={m.fees}>
        <FeeLines content={content} answers={draft.answers} day={today} />
      </Section>
      <Section title={m.term}>
        <Text fw={600}>{termWords(term, language)}</Text>
        {isConnected && <DuePreview unitId={draft.competentUnit?.id ?? draft.receivedUnitId} term={term} />}
      </Section>
      {missing.length > 0 && (
        <Alert color="warning" role="note" title={m.missing(formatNumber(missing.length))}>
          <MissingNames missing={missing} />
          <ParagraphField
            name="missingReason"
            label={m.missingReason}
            value={draft.missingReason}
            onChange={onReason}
            rows={2}
          />
        </Alert>
      )}
      <Button
        type="submit"
        size="md"
        fullWidth
        loading={busy}
        leftSection={<IconCheck size={18} aria-hidden />}
        rightSection={<Kbd aria-hidden>Ctrl ↵</Kbd>}
      >
        {sendLabel}
      </Button>
    </Stack>
  )
}

function MissingNames({ missing }: { readonly missing: ReturnType<typeof missingPapers> }) {
  const say = useLabel()
  return (
    <Text size="sm" mb="xs">
      {missing.map(({ name }) => say(name)).join('; ')}
    </Text>
  )
}

type FeeProps = {
  readonly content: ProcedureContent
  readonly answers: IntakeDraft['answers']
  readonly day: Day
}

function FeeLines({ content, answers, day }: FeeProps) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const fees = feesDue(content, answers, day)
  if (fees.length === 0) return <Text size="sm">{m.noFees}</Text>
  const total = fees.reduce((sum, { dueVnd }) => sum + dueVnd, 0)
  return (
    <div>
      {fees.map(({ code, name, amountVnd, exemption, dueVnd }) => (
        <div key={code}>
          <div className={classes.sum}>
            <Text size="sm">{say(name)}</Text>
            <Text size="sm">{vnd(amountVnd)}</Text>
          </div>
          {exemption && (
            <div className={classes.sum}>
              <Text size="xs" c="dimmed">
                {m.exempted(say(exemption.who), formatNumber(exemption.percent))}
              </Text>
              <Text size="xs" c="dimmed">
                −{vnd(amountVnd - dueVnd)}
              </Text>
            </div>
          )}
        </div>
      ))}
      <div className={`${classes.sum} ${classes.total}`} aria-live="polite">
        <span>{m.total}</span>
        <span>{vnd(total)}</span>
      </div>
    </div>
  )
}

/** An amount of đồng. */
export function vnd(amount: number): string {
  return `${formatNumber(amount)} đ`
}
