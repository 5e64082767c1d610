import type { HandlerContext } from '#server/events.ts'
import { pauseSeconds } from '../domain/sending.ts'
import type { Refusal } from '../gateways/portal.ts'
import { noteHealth } from '../store/connection.ts'
import type { ConnectionRow } from '../store/tables.ts'

type Noting = Pick<HandlerContext, 'tx' | 'now'>

/** The portal is away: it is left alone for a while, longer each time. */
export async function noteAway(
  { tx, now }: Noting,
  { failures: before }: ConnectionRow,
  away: Extract<Refusal, { kind: 'away' }>,
): Promise<void> {
  const failures = before + 1
  const pausedUntil = new Date(now.getTime() + pauseSeconds(failures, away.retryAfterSeconds) * 1000)
  await noteHealth(tx, { failures, pausedUntil, lastError: away.code })
}

export async function noteGood({ tx, now }: Noting): Promise<void> {
  await noteHealth(tx, { failures: 0, pausedUntil: null, lastError: null, lastGoodAt: now })
}
