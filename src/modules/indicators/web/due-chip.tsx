import { daysBetween } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import { useMessages } from '#ui/language.tsx'
import { formatDay } from '#ui/moment.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import { useToday } from '#ui/today.ts'
import { en } from './entry-messages.en.ts'
import { vi } from './entry-messages.vi.ts'

const SOON_DAYS = 3

/** When a form is due, and how near that is while something is still to be done. */
export function DueChip({ dueOn, isOpen }: { readonly dueOn: string; readonly isOpen: boolean }) {
  const m = useMessages({ vi, en })
  const left = daysBetween(useToday(), dueOn)
  const when = `${m.dueOn}: ${formatDay(dueOn)}`
  if (!isOpen) return <StatusChip>{when}</StatusChip>
  const near = left < 0 ? m.overdueBy(formatNumber(-left)) : left === 0 ? m.dueToday : m.dueIn(formatNumber(left))
  return (
    <StatusChip tone={left < 0 ? 'bad' : left <= SOON_DAYS ? 'warning' : 'info'}>
      {when} · {near}
    </StatusChip>
  )
}
