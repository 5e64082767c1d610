import { Anchor, List, Text } from '@mantine/core'
import type { z } from 'zod'
import { formatNumber, formatPercent } from '#kernel/number.ts'
import { addressOf } from '#ui/call.ts'
import { Facts } from '#ui/facts.tsx'
import { useLabel, useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import { type ObservationVersion, openEvidence } from '../contract.ts'
import classes from './explain.module.css'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

type Observation = z.output<typeof ObservationVersion>

/** What a unit reported: the number, what was typed, who and when, on what evidence, signed by whom. */
export function ObservationCard({ observation }: { readonly observation: Observation }) {
  const m = useMessages({ vi, en })
  const say = useLabel()
  const { unit, period, value, raw, note, source, reason, recordedAt, recordedBy, supersededAt, weight } = observation
  const isShared = weight !== null && Number(weight) !== 1
  const facts = [
    { label: m.typed, value: raw ? <span className={classes.raw}>{raw}</span> : '—' },
    ...(source ? [{ label: m.source, value: source }] : []),
    { label: m.enteredBy, value: `${recordedBy}, ${formatMoment(recordedAt)}` },
    ...(note ? [{ label: m.note, value: note }] : []),
    ...(reason ? [{ label: m.reason, value: reason }] : []),
    ...(isShared ? [{ label: m.weight, value: formatPercent(weight, 1) }] : []),
  ]
  return (
    <article className={classes.report} data-old={supersededAt !== null || undefined}>
      <div className={classes.reportHead}>
        <Text fw={600}>
          {unit.name} · {say(period.label)} ({period.range})
        </Text>
        <Text fw={700} size="lg">
          {value === null ? m.states[observation.state] : formatNumber(value)}
        </Text>
      </div>
      <Facts facts={facts} />
      {observation.evidence.length > 0 && (
        <>
          <Text size="xs" c="dimmed" mt="xs">
            {m.evidence}
          </Text>
          <List size="sm">
            {observation.evidence.map(({ fileId, name }) => (
              <List.Item key={fileId}>
                <Anchor href={addressOf(openEvidence, { fileId })}>{name}</Anchor>
              </List.Item>
            ))}
          </List>
        </>
      )}
      {observation.steps.length > 0 && (
        <List size="sm" mt="xs">
          {observation.steps.map((step) => (
            <List.Item key={`${step.act} ${step.at}`}>
              {formatMoment(step.at)} · {m.actBy(m.acts[step.act], step.by, step.unit)}
              {step.comment && `: “${step.comment}”`}
            </List.Item>
          ))}
        </List>
      )}
      <Text component="div" mt="xs">
        <StatusChip tone={supersededAt === null ? 'good' : 'neutral'}>
          {supersededAt === null ? m.current : `${m.superseded}, ${formatMoment(supersededAt)}`}
        </StatusChip>
      </Text>
    </article>
  )
}
