import type { HandlerContext, Schedule } from '#server/events.ts'
import { EXCHANGE_TOPIC } from '../contract.ts'
import { afterSending, NOT_SPOKEN } from '../domain/sending.ts'
import { noteAway, noteGood } from '../engine/health.ts'
import { placeOf } from '../engine/place.ts'
import { type Speaking, sendPart } from '../engine/send-part.ts'
import type { Refusal } from '../gateways/portal.ts'
import { portalAt } from '../gateways/portal-at.ts'
import { getConnection } from '../store/connection.ts'
import { keepSending, leaveOut, listUnsent, takeDueCases, updateLink } from '../store/outgoing.ts'
import type { LinkRow, OutgoingRow } from '../store/tables.ts'

/** So many cases side by side, and of each so many parts one after the other. */
const CASES_AT_ONCE = 10
const PARTS_AT_ONCE = 12
/** After so long a round ends: what is locked is free again. */
const ROUND_MS = 8000
/** So long after everything was told the portal is asked what it knows. */
const COMPARE_AFTER_MS = 20_000

/**
 * Tells the portal what is due: of each case one thing after the other, and nothing past one that was not taken. The rows of cases stay locked
 * meanwhile; a process that dies leaves everything due, and it is told again under the same keys.
 */
export async function sendDue(context: HandlerContext): Promise<void> {
  const { tx, now } = context
  const connection = await getConnection(tx)
  const place = placeOf(connection)
  if (!place || (connection.pausedUntil !== null && connection.pausedUntil > now)) return
  // A portal that was away is asked with one case before all come.
  const links = await takeDueCases(tx, now, connection.failures > 0 ? 1 : CASES_AT_ONCE)
  if (links.length === 0) return
  const speaking = { tx, now, portal: portalAt(place), profile: place.profile }
  const until = Date.now() + ROUND_MS
  const rounds = await Promise.all(links.map((link) => sendCase(speaking, link, until)))
  const away = rounds.flatMap((round) => (round.away ? [round.away] : []))
  if (away[0]) await noteAway(context, connection, away[0])
  else if (rounds.some(({ sent }) => sent > 0)) await noteGood(context)
  for (const { caseId } of links) await context.emit('exchange.moved', { caseId })
  await context.announce(EXCHANGE_TOPIC)
}

type Round = { readonly sent: number; readonly away: Extract<Refusal, { kind: 'away' }> | null }

async function sendCase(speaking: Speaking, first: LinkRow, until: number): Promise<Round> {
  const { tx, now, profile } = speaking
  let link = first
  let sent = 0
  const rows = await listUnsent(tx, link.caseId, PARTS_AT_ONCE)
  for (const row of rows) {
    if (row.state === 'parked' || row.nextAt > now || Date.now() > until) return { sent, away: null }
    if (NOT_SPOKEN[profile.variant].includes(row.part)) {
      await leaveOut(tx, row.id, 'not-spoken')
      continue
    }
    const { outcome, digest } = await sendPart(speaking, link, row)
    await keepSending(tx, row.id, { ...afterSending(row, outcome, now), digest, triedAt: now })
    if (outcome.kind === 'away') return { sent, away: outcome }
    if (outcome.kind !== 'taken') return { sent, away: null }
    sent++
    link = await keptSent(speaking, link, row)
  }
  if (rows.length < PARTS_AT_ONCE)
    await updateLink(tx, link.caseId, { compareAt: new Date(now.getTime() + COMPARE_AFTER_MS) })
  return { sent, away: null }
}

/** The case as it is known after a part was taken: a code it got, and that the portal knows it. */
async function keptSent({ tx, now }: Speaking, link: LinkRow, { act }: OutgoingRow): Promise<LinkRow> {
  return updateLink(tx, link.caseId, { sentAt: now, sentAct: Math.max(act, link.sentAct ?? 0) })
}

/** Every two seconds, on a line of its own: it waits for the outside. */
export const sendToPortal: Schedule = {
  name: 'exchange.send',
  everySeconds: 2,
  outside: true,
  run: sendDue,
}
