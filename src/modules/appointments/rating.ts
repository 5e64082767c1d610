import { Problem } from '#kernel/problem.ts'
import type { Actor, Context } from '#server/operation.ts'
import { countTicket } from './counting.ts'
import { type Reason, reasonsOf } from './domain/satisfaction.ts'
import { putRating } from './store/ratings.ts'
import { lockTicket } from './store/tickets.ts'

type Said = {
  readonly stars: number
  readonly reasons: readonly Reason[]
  readonly words: string
}

/** Where somebody says it: at a device that officials have paired, or elsewhere. */
export const wayOf = ({ actor }: Context<Actor | null>): 'kiosk' | 'phone' =>
  actor?.kind === 'device' ? 'kiosk' : 'phone'

/** Keeps how the holder of a number was served, in place of what was said before. Throws while they were not. */
export async function rate(context: Context<Actor | null>, ticketId: string, said: Said): Promise<void> {
  const { tx, now } = context
  const ticket = await lockTicket(tx, ticketId)
  if (ticket?.state !== 'done') throw new Problem('conflict', 'appointments/not-served')
  const { id, unitId, day } = ticket
  const { stars, words } = said
  const way = wayOf(context)
  await putRating(tx, {
    ticketId: id,
    unitId,
    day,
    stars,
    reasons: reasonsOf(stars, said.reasons),
    words,
    way,
    at: now,
  })
  await countTicket(context, ticket, 'Đánh giá lại')
}
