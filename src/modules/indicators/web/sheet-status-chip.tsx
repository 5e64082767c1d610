import { useMessages } from '#ui/language.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type { SheetStatus } from '../domain/approval.ts'
import { en } from './entry-messages.en.ts'
import { vi } from './entry-messages.vi.ts'

const TONES = {
  none: 'neutral',
  draft: 'info',
  returned: 'warning',
  submitted: 'lamp',
  approved: 'lamp',
  final: 'good',
} as const

/** How far a form has come. */
export function SheetStatusChip({ status }: { readonly status: SheetStatus }) {
  const m = useMessages({ vi, en })
  return <StatusChip tone={TONES[status]}>{m.statuses[status]}</StatusChip>
}
