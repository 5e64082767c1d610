import { useMediaQuery } from '@mantine/hooks'
import type { Day } from '#kernel/calendar.ts'
import { type ChangeDay, spacedDays } from './spaced-days.ts'
import { useTexts } from './texts.ts'

const PHONE_SPACE = 0.3
const DESK_SPACE = 0.13

/** The days of change to mark on a slider, as many as can be read and hit side by side. */
export function useMarks(changeDays: readonly ChangeDay[], from: Day, to: Day) {
  const m = useTexts()
  const isNarrow = useMediaQuery('(max-width: 62em)')
  return spacedDays(changeDays, { from, to, space: isNarrow ? PHONE_SPACE : DESK_SPACE }).map(({ day, acts }) => ({
    day,
    label: m.acts(acts),
  }))
}
