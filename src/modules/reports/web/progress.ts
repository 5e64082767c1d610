import type { ReportStatus } from '../domain/lifecycle.ts'

type Taken = {
  readonly step: 'draft' | 'submit' | 'return' | 'sign' | 'issue'
  readonly byName: string
  readonly at: string
}
const WAY = ['draft', 'submit', 'sign', 'issue'] as const
const REACHED: Record<ReportStatus, number> = { drafting: 0, submitted: 1, signed: 2, issued: 3 }

/** The way of a report: what is done, where it stands, what is still to come. Steps before a return count as not taken. */
export function progressOf(taken: readonly Taken[], status: ReportStatus) {
  const reached = REACHED[status]
  return WAY.map((step, place) => ({
    step,
    state:
      place < reached || status === 'issued'
        ? ('done' as const)
        : place === reached
          ? ('current' as const)
          : ('waiting' as const),
    last: place <= reached ? taken.findLast((one) => one.step === step) : undefined,
  }))
}
