/** Somebody who waits. `slotFrom`: when the slot begins, of whoever came in time for it; instants in milliseconds. */
export type Waiting = {
  readonly id: string
  readonly number: number
  readonly takenAt: number
  readonly slotFrom: number | null
}

/**
 * Why somebody is next: their slot has begun; a turn of those without an appointment, after two with one; the order of arrival;
 * before their slot, as nobody else waits.
 */
export type Because = 'appointment' | 'turn' | 'order' | 'early'
export type Placed<T extends Waiting = Waiting> = { readonly ticket: T; readonly because: Because }

/** So many with an appointment are called one after the other at a desk while somebody without waits. */
export const HOLDERS_IN_A_ROW = 2

type Moment = {
  readonly now: number
  /** How many with an appointment the desk has called since it last called anybody else. */
  readonly streak: number
}

/**
 * Everybody who waits for a desk, in the order in which it will call them if nobody else comes. Whoever came in time for a slot that has
 * begun goes first, but after two of them one goes who has waited longest without: nobody waits for ever, whoever comes.
 */
export function inOrder<T extends Waiting>(waiting: readonly T[], { now, streak }: Moment): Placed<T>[] {
  const due = waiting.filter(({ slotFrom }) => slotFrom !== null && slotFrom <= now).toSorted(bySlot)
  const others = waiting.filter(({ slotFrom }) => slotFrom === null).toSorted(byArrival)
  const early = waiting.filter(({ slotFrom }) => slotFrom !== null && slotFrom > now).toSorted(bySlot)
  const placed: Placed<T>[] = []
  let [holder, other, row] = [0, 0, streak]
  while (holder < due.length || other < others.length) {
    const [first, second] = [due[holder], others[other]]
    if (first && (!second || row < HOLDERS_IN_A_ROW)) {
      placed.push({ ticket: first, because: 'appointment' })
      holder++
      row++
    } else if (second) {
      placed.push({ ticket: second, because: first ? 'turn' : 'order' })
      other++
      row = 0
    }
  }
  return [...placed, ...early.map((ticket) => ({ ticket, because: 'early' as const }))]
}

const byArrival = (a: Waiting, b: Waiting): number =>
  a.takenAt - b.takenAt || a.number - b.number || (a.id < b.id ? -1 : 1)
const bySlot = (a: Waiting, b: Waiting): number => (a.slotFrom ?? 0) - (b.slotFrom ?? 0) || byArrival(a, b)

/** How many with an appointment a desk has called since anybody else, its calls given newest first. */
export function streakOf(calls: readonly { readonly because: Because }[]): number {
  const end = calls.findIndex(({ because }) => because !== 'appointment')
  return end < 0 ? calls.length : end
}

/** Whether whoever comes at this minute is in time for a slot. */
export const isInTime = (now: number, slotFrom: number, graceMinutes: number): boolean =>
  now <= slotFrom + graceMinutes * 60_000
