import { Anchor, Text } from '@mantine/core'
import { useMessages } from '#ui/language.tsx'
import { formatMoment } from '#ui/moment.ts'
import { useProblemText } from '#ui/problem.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import { en } from './entry-messages.en.ts'
import { vi } from './entry-messages.vi.ts'
import type { SaveState } from './use-autosave.ts'

type Props = { readonly state: SaveState; readonly onRetry: () => void }

/** Whether what was typed is kept: always in sight, and spoken when it changes for good. */
export function SaveMark({ state, onRetry }: Props) {
  const m = useMessages({ vi, en })
  const say = useProblemText()
  if (state.kind === 'failed') {
    return (
      <span role="alert">
        <StatusChip tone="bad">{state.problem ? say.title(state.problem) : m.saveFailed}</StatusChip>{' '}
        <Anchor component="button" type="button" size="sm" onClick={onRetry}>
          {m.saveAgain}
        </Anchor>
      </span>
    )
  }
  if (state.kind === 'saved')
    return (
      <span aria-live="polite">
        <StatusChip tone="good">{m.savedAt(formatMoment(state.at).slice(-5))}</StatusChip>
      </span>
    )
  return (
    <Text span size="sm" c="dimmed">
      {{ idle: m.saveIdle, waiting: m.saveWaiting, saving: m.saving }[state.kind]}
    </Text>
  )
}
