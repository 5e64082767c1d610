import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { LeaseEnd } from '../domain/lease.ts'

export type DeviceRow = {
  readonly id: string
  readonly unitId: string
  readonly counter: number
  readonly name: string
  readonly accountId: string
  readonly officerName: string
  readonly keyX: string
  readonly keyY: string
  readonly queueKey: Buffer | null
  readonly registeredAt: Date
  readonly revokedAt: Date | null
  readonly revokedBy: string | null
  readonly revokedReason: string | null
}
export type LeaseRow = {
  readonly id: string
  readonly deviceId: string
  readonly unitId: string
  readonly unitCode: string
  readonly day: Day
  readonly first: number
  readonly last: number
  readonly leasedAt: Date
  readonly validUntil: Date
  readonly endKind: LeaseEnd | null
  readonly endedAt: Date | null
  readonly endedBy: string | null
  readonly endReason: string
  readonly lastGiven: number | null
}
export type IntakeRow = {
  readonly id: string
  readonly leaseId: string
  readonly unitId: string
  readonly number: number
  readonly state: 'received' | 'refused' | 'void'
  readonly takenAt: Date
  readonly contentHash: string
  readonly signature: string
  readonly caseId: string | null
  readonly code: string | null
  readonly problem: string | null
  readonly reason: string | null
  readonly cameAt: Date
  readonly settledAt: Date
  readonly tries: number
}

export const on = (tx: Tx) =>
  tx.$extendTables<{ 'counter.device': DeviceRow; 'counter.lease': LeaseRow; 'counter.intake': IntakeRow }>()
