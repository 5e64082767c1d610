import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { type Acting, type Opened, openCase, saveAct } from '../engine/acting.ts'
import { calendarOf } from '../engine/calendar.ts'
import { dueAfter } from '../engine/due.ts'
import { processOf, versionOf } from '../engine/procedure.ts'
import { showCase } from '../engine/show.ts'
import { startOf } from '../engine/start.ts'

export const receiveCase = operation(contract.receiveCase, async (context, input) => {
  const opened = await openCase(context, contract.receiveCase, 'receive', input)
  return showCase(context, await receive(context, opened, input))
})

/** Receives what was sent in: the clock starts now, by the version of the procedure under which it was sent. */
export async function receive(context: Acting, opened: Opened, { note }: { readonly note: string }) {
  const { tx, now } = context
  const { row } = opened
  const [process, version] = [await processOf(tx, row), await versionOf(tx, row)]
  const { where, details } = await startOf(context, { ...row, process, version })
  const dueAt = dueAfter(now, row.term, await calendarOf(tx, row.competentUnitId))
  const wish = { act: 'receive' as const, ...where, details: { ...details, note, dueAt } }
  return saveAct(context, opened, wish, { due: { kind: 'first', reason: '' } })
}
