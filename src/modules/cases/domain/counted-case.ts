import type { AUTHENTICATION, BusinessState, Channel, FinanceState, RETURN_WAYS, SyncState } from './words.ts'

/** What counting looks at of a case, with its papers, fees and results. No name, no number of a person. */
export type CountedCase = {
  readonly competentUnitId: string
  readonly receivedUnitId: string
  readonly channel: Channel
  readonly remote: boolean
  readonly onlineLevel: 'none' | 'partial' | 'full'
  readonly authentication: (typeof AUTHENTICATION)[number]
  readonly business: BusinessState
  readonly finance: FinanceState
  readonly sync: SyncState
  /** Null: not received (yet). */
  readonly receivedAt: Date | null
  /** As it is after pauses and extensions; null: not running. */
  readonly dueAt: Date | null
  readonly endedAt: Date | null
  readonly returnedAt: Date | null
  readonly returnWay: (typeof RETURN_WAYS)[number] | null
  readonly onTime: boolean | null
  /** What is due after exemptions and waivers. */
  readonly feeTotalVnd: number
  readonly paidVnd: number
  readonly paidOnline: boolean
  /** How often papers were asked for. */
  readonly supplements: number
  readonly changedAt: Date
  /** The subject is named by an identity or tax number. */
  readonly identified: boolean
  /** A paper with a file in the store. */
  readonly hasPaperFile: boolean
  readonly hasReused: boolean
  readonly hasNational: boolean
  /** The procedure asks for a written result. */
  readonly writtenDue: boolean
  readonly hasWritten: boolean
  /** A written result with a file. */
  readonly hasResultFile: boolean
  /** Acts of payment. */
  readonly payments: readonly { readonly at: Date; readonly online: boolean; readonly amountVnd: number }[]
}

/** How a case that was received has ended, for the deadline; null while it has not. */
export type Finish = { readonly at: Date; readonly how: 'early' | 'on-time' | 'late' }
