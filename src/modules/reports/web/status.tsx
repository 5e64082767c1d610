import { useMessages } from '#ui/language.tsx'
import { StatusChip } from '#ui/status-chip.tsx'
import type { ReportStatus } from '../domain/lifecycle.ts'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'

const TONES = { drafting: 'neutral', submitted: 'warning', signed: 'info', issued: 'good' } as const

/** How far a report has come. */
export function ReportStatusChip({ status }: { readonly status: ReportStatus }) {
  const m = useMessages({ vi, en })
  return <StatusChip tone={TONES[status]}>{m.statuses[status]}</StatusChip>
}
