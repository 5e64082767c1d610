import type { Tx } from '#server/db.ts'
import type { Difference } from '../domain/differences.ts'
import type { IncomingState } from '../domain/incoming.ts'
import type { Profile } from '../domain/profile.ts'
import type { OutgoingState, Part } from '../domain/sending.ts'
import type { Mood } from '../domain/stand-in.ts'

export const CONNECTION_KINDS = ['none', 'stand-in', 'real'] as const
export type ConnectionRow = {
  readonly id: number
  readonly kind: (typeof CONNECTION_KINDS)[number]
  readonly address: string
  readonly account: string
  readonly secret: Buffer | null
  readonly agency: string
  readonly profile: Profile
  readonly cursor: string
  readonly pausedUntil: Date | null
  readonly failures: number
  readonly lastError: string | null
  readonly lastGoodAt: Date | null
  readonly polledAt: Date | null
  readonly mood: Mood
  readonly version: number
  readonly changedAt: Date
  readonly changedByName: string
}
export type LinkRow = {
  readonly caseId: string
  readonly code: string
  readonly nationalCode: string | null
  readonly origin: 'ours' | 'national'
  readonly known: boolean
  readonly unitId: string
  readonly sentAt: Date | null
  readonly sentAct: number | null
  readonly compareAt: Date | null
  readonly comparedAt: Date | null
  readonly comparedAct: number | null
  readonly agrees: boolean | null
  readonly found: boolean | null
  readonly differences: readonly Difference[]
}
export type OutgoingRow = {
  readonly id: string
  readonly caseId: string
  readonly act: number
  readonly place: number
  readonly part: Part
  readonly unitId: string
  readonly state: OutgoingState
  readonly attempts: number
  readonly queuedAt: Date
  readonly nextAt: Date
  readonly triedAt: Date | null
  readonly sentAt: Date | null
  readonly lastError: string | null
  readonly digest: string | null
  readonly reason: string | null
}
export type UploadedRow = {
  readonly caseId: string
  readonly fileId: string
  readonly nationalId: string
  readonly hash: string
  readonly at: Date
}
export type IncomingRow = {
  readonly id: string
  readonly nationalCode: string
  readonly digest: string
  readonly payload: Readonly<Record<string, unknown>> | null
  readonly files: readonly { readonly url: string; readonly fileId: string | null }[]
  readonly ready: boolean
  readonly source: 'poll' | 'push'
  readonly arrivedAt: Date
  readonly told: number
  readonly toldAt: Date
  readonly state: IncomingState
  readonly reason: string | null
  /** Of the record: its fields; of a refused case: its fields and the codes of what refused them. */
  readonly faults: readonly { readonly field: string; readonly fault: string }[]
  readonly caseId: string | null
  readonly unitId: string | null
  readonly settledAt: Date | null
  readonly settledByName: string | null
  readonly settledNote: string | null
}

export type Tables = {
  'exchange.connection': ConnectionRow
  'exchange.link': LinkRow
  'exchange.outgoing': OutgoingRow
  'exchange.uploaded': UploadedRow
  'exchange.incoming': IncomingRow
}

/** Only this module's tables are visible, so a query on another module's table does not compile. */
export const on = (tx: Tx) => tx.$extendTables<Tables>()
