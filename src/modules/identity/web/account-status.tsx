import { formatMoment } from '#ui/moment.ts'
import { StatusChip } from '#ui/status-chip.tsx'
import { useTexts } from './texts.ts'

type Props = { readonly status: 'active' | 'disabled'; readonly lockedUntil?: string | null }

/** Whether an account may be used, in a word and a colour. */
export function AccountStatus({ status, lockedUntil = null }: Props) {
  const m = useTexts()
  if (status === 'disabled') return <StatusChip tone="neutral">{m.disabled}</StatusChip>
  if (lockedUntil) return <StatusChip tone="bad">{m.lockedUntil(formatMoment(lockedUntil))}</StatusChip>
  return <StatusChip tone="good">{m.active}</StatusChip>
}
