import { Text } from '@mantine/core'
import { IconAlarm, IconCheck, IconClock, IconPlayerPause } from '@tabler/icons-react'
import { useLabel, useLanguage, useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { usePassed } from '#ui/passed.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import type { CaseSummary } from '../contract.ts'
import type { BusinessState } from '../domain/words.ts'
import { leftText, nearnessOf } from './due-text.ts'
import { en } from './list-messages.en.ts'
import { vi } from './list-messages.vi.ts'
import { stateTones, stateWords } from './words.ts'

export function StateChip({ state }: { readonly state: BusinessState }) {
  const say = useLabel()
  return <StatusChip tone={stateTones[state]}>{say(stateWords[state])}</StatusChip>
}

type Due = Pick<CaseSummary, 'business' | 'dueAt' | 'minutesLeft' | 'onTime' | 'endedAt'>

/** When a case is due and how near that is, or how it ended, in words; the colour only helps. */
export function DueChip({ due, withMoment = false }: { readonly due: Due; readonly withMoment?: boolean }) {
  const { language } = useLanguage()
  const m = useMessages({ vi, en })
  // By how much is known when the answer is next asked for.
  const hasPassed = usePassed(due.minutesLeft === null ? null : due.dueAt)
  const moment = withMoment && due.dueAt && (
    <Text span size="xs" c="dimmed" display="block">
      {formatMoment(due.dueAt)}
    </Text>
  )
  if (due.minutesLeft !== null) {
    const isJustLate = hasPassed && due.minutesLeft >= 0
    const near = isJustLate ? 'late' : nearnessOf(due.minutesLeft)
    return (
      <>
        <StatusChip
          tone={({ late: 'bad', near: 'warning', far: 'info' } as const)[near]}
          icon={near === 'late' ? <IconAlarm size={14} aria-hidden /> : <IconClock size={14} aria-hidden />}
        >
          {isJustLate ? m.endedLate : leftText(due.minutesLeft, language)}
        </StatusChip>
        {moment}
      </>
    )
  }
  // Taken back or not received: no result was due.
  if (due.business === 'refused' || due.business === 'withdrawn') return <StatusChip>{m.noLimit}</StatusChip>
  if (due.onTime !== null)
    return (
      <>
        <StatusChip tone={due.onTime ? 'good' : 'bad'} icon={<Mark onTime={due.onTime} />}>
          {due.onTime ? m.endedOnTime : m.endedLate}
        </StatusChip>
        {moment}
      </>
    )
  const isPaused = due.business === 'supplement' || due.business === 'payment'
  return (
    <StatusChip icon={isPaused ? <IconPlayerPause size={14} aria-hidden /> : undefined}>
      {isPaused ? m.paused : m.notRunning}
    </StatusChip>
  )
}

function Mark({ onTime }: { readonly onTime: boolean }) {
  return onTime ? <IconCheck size={14} aria-hidden /> : <IconAlarm size={14} aria-hidden />
}
