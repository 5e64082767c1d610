import { findCaseCode } from '#modules/cases/index.ts'
import type { HandlerContext } from '#server/events.ts'
import { EXCHANGE_TOPIC } from '../contract.ts'
import { partsOf, placeOf } from '../domain/sending.ts'
import { findLink, hasOutgoing, putLink, queueParts, updateLink } from '../store/outgoing.ts'
import type { ConnectionRow } from '../store/tables.ts'

type Acted = { readonly caseId: string; readonly number: number; readonly unitId: string }
type Queueing = Pick<HandlerContext, 'tx' | 'now' | 'newId' | 'announce'>

/** Queues what is to be told of an act, once however often it is asked. Cases without a code are told of nobody. How many parts. */
export async function queueAct(
  context: Queueing,
  { profile }: ConnectionRow,
  { caseId, number, unitId }: Acted,
): Promise<number> {
  const { tx, now, newId } = context
  const code = await findCaseCode(tx, caseId)
  if (code === null) return 0
  const known = await findLink(tx, caseId)
  if (!known) await putLink(tx, { caseId, code, nationalCode: null, origin: 'ours', known: false, unitId })
  else if (known.unitId !== unitId) await updateLink(tx, caseId, { unitId })
  const isFirst = known?.origin !== 'national' && !(await hasOutgoing(tx, caseId))
  const queued = await queueParts(
    tx,
    partsOf(profile.variant, isFirst).map((part) => ({
      id: newId(),
      caseId,
      act: number,
      place: placeOf(part),
      part,
      unitId,
      queuedAt: now,
    })),
  )
  if (queued > 0) await context.announce(EXCHANGE_TOPIC)
  return queued
}
