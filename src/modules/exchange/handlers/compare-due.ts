import { caseAfterAct } from '#modules/cases/index.ts'
import type { HandlerContext, Schedule } from '#server/events.ts'
import { EXCHANGE_TOPIC } from '../contract.ts'
import { differencesOf } from '../domain/differences.ts'
import { noteAway, noteGood } from '../engine/health.ts'
import { placeOf } from '../engine/place.ts'
import { dossierOf } from '../engine/send-part.ts'
import type { Known } from '../gateways/portal.ts'
import { portalAt } from '../gateways/portal-at.ts'
import { takeToCompare } from '../store/comparing.ts'
import { getConnection } from '../store/connection.ts'
import { updateLink } from '../store/outgoing.ts'
import type { LinkRow } from '../store/tables.ts'

const AT_ONCE = 10

/** Asks the portal what it knows of cases of which everything was told, and holds it against what we say. */
export async function compareDue(context: HandlerContext): Promise<void> {
  const { tx, now } = context
  const connection = await getConnection(tx)
  const place = placeOf(connection)
  if (!place || (connection.pausedUntil !== null && connection.pausedUntil > now)) return
  const portal = portalAt(place)
  for (const link of await takeToCompare(tx, now, AT_ONCE)) {
    const told = await portal.lookUp(link.nationalCode ?? link.code)
    if (told.kind === 'away') return noteAway(context, connection, told)
    // An answer nobody understands says nothing of the case: it is asked again.
    if (told.kind !== 'told') await updateLink(tx, link.caseId, { compareAt: new Date(now.getTime() + 60_000) })
    else await keepComparison(context, link, told.value)
    await noteGood(context)
  }
  await context.announce(EXCHANGE_TOPIC)

  async function keepComparison(asking: HandlerContext, link: LinkRow, known: Known): Promise<void> {
    const act = link.sentAct ?? 1
    const ours = await dossierOf(tx, await caseAfterAct(tx, link.caseId, act), link, connection.profile)
    const differences = known === null ? [] : differencesOf(ours, known.dossier, known.named)
    await updateLink(tx, link.caseId, {
      compareAt: null,
      comparedAt: now,
      comparedAct: act,
      found: known !== null,
      agrees: known !== null && differences.length === 0,
      differences,
    })
    await asking.emit('exchange.moved', { caseId: link.caseId })
  }
}

/** Every twenty seconds, on a line of its own: it waits for the outside. */
export const compareWithPortal: Schedule = {
  name: 'exchange.compare',
  everySeconds: 20,
  outside: true,
  run: compareDue,
}
