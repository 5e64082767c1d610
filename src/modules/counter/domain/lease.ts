import type { Day } from '#kernel/calendar.ts'

/** The most numbers a counter holds at once, and for how long at most. */
export const MOST_LEASED = 200
export const LONGEST_HOURS = 48

/** How a lease came to its end: given back by the counter, or taken away. While it runs: null. */
export const LEASE_ENDS = ['returned', 'revoked'] as const
export type LeaseEnd = (typeof LEASE_ENDS)[number]

/** Numbers `first` to `last` of a unit and a day that one counter alone may give, from `leasedAt` until `validUntil`. */
export type Lease = {
  readonly id: string
  readonly unitCode: string
  readonly day: Day
  readonly first: number
  readonly last: number
  readonly leasedAt: Date
  readonly validUntil: Date
  readonly endKind: LeaseEnd | null
  /** Of a lease that was given back: the last number that was given, or `first - 1` when none was. */
  readonly lastGiven: number | null
}

/**
 * The number on a provisional receipt: unit, day, counter, and its place in the numbers of the unit's day. It cannot be mistaken for a
 * dossier code, in which digits alone follow the day.
 */
export function provisionalNumber({ unitCode, day }: Pick<Lease, 'unitCode' | 'day'>, counter: number, number: number) {
  return `${unitCode}-${day.slice(2).replaceAll('-', '')}-Q${counter}-${String(number).padStart(4, '0')}`
}

/** A device clock may run a little ahead of ours. */
export const CLOCK_SKEW_MS = 2 * 60_000

export type LeaseFault =
  | 'counter/lease-revoked'
  | 'counter/number-not-leased'
  | 'counter/number-given-back'
  | 'counter/taken-outside-lease'
  | 'counter/taken-in-future'

/** Why a lease does not cover an intake under this number, taken at this moment; null when it does. */
export function leaseFault(lease: Lease, taken: { number: number; takenAt: Date }, now: Date): LeaseFault | null {
  const { number, takenAt } = taken
  // The clock of a lost machine is in its finder's hand: nothing of a revoked lease counts, whenever it says that it was taken.
  if (lease.endKind === 'revoked') return 'counter/lease-revoked'
  if (number < lease.first || number > lease.last) return 'counter/number-not-leased'
  if (lease.endKind === 'returned' && number > (lease.lastGiven ?? lease.first - 1)) return 'counter/number-given-back'
  if (takenAt.getTime() > now.getTime() + CLOCK_SKEW_MS) return 'counter/taken-in-future'
  if (takenAt.getTime() < lease.leasedAt.getTime() - CLOCK_SKEW_MS || takenAt > lease.validUntil)
    return 'counter/taken-outside-lease'
  return null
}

/**
 * What became of a leased number.
 *
 * received   a case was received under it and has its dossier code
 * refused    it came in and was refused with a reason; it waits at the counter to be corrected
 * void       the counter gave it up, with a reason
 * unused     the lease ended and the counter never gave it
 * out        the lease runs: the counter may still give it, or has and not sent it
 * missing    the counter says it gave it, and nothing has come in
 * unknown    the lease was revoked: nobody can say
 */
export const NUMBER_STATES = ['received', 'refused', 'void', 'unused', 'out', 'missing', 'unknown'] as const
export type NumberState = (typeof NUMBER_STATES)[number]

type Came = { readonly number: number; readonly state: 'received' | 'refused' | 'void' }

/** Every number of a lease with what became of it: no number is left out and none is named twice. */
export function accountFor(lease: Lease, came: readonly Came[]): readonly { number: number; state: NumberState }[] {
  const states = new Map(came.map(({ number, state }) => [number, state]))
  return Array.from({ length: lease.last - lease.first + 1 }, (_, place) => {
    const number = lease.first + place
    return { number, state: states.get(number) ?? stateWithout(lease, number) }
  })
}

function stateWithout({ endKind, lastGiven, first }: Lease, number: number): NumberState {
  if (endKind === null) return 'out'
  if (endKind === 'revoked') return 'unknown'
  return number <= (lastGiven ?? first - 1) ? 'missing' : 'unused'
}
