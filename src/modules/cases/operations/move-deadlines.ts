import { Problem } from '#kernel/problem.ts'
import { type Context, operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { openCase, saveAct } from '../engine/acting.ts'
import { reckon } from '../engine/due.ts'
import { eachAlone } from '../engine/each-alone.ts'

export const moveDeadlines = operation(contract.moveDeadlines, async (context, input) =>
  eachAlone(context, input.cases, (one) => move(context, one, input)),
)

/** Moves a deadline to what the calendar in force makes of it; by decision, never by itself. */
async function move(
  context: Context,
  one: { readonly caseId: string; readonly version: number },
  { decision, reason }: { readonly decision: string; readonly reason: string },
) {
  const opened = await openCase(context, contract.moveDeadlines, 'move-deadline', one)
  if (opened.row.dueAt === null) throw new Problem('rule-broken', 'cases/not-running')
  const dueAt = (await reckon(context, opened.row))?.dueAt ?? null
  if (dueAt === null || dueAt.getTime() === opened.row.dueAt.getTime())
    throw new Problem('rule-broken', 'cases/deadline-stands')
  const wish = { act: 'move-deadline' as const, details: { note: reason, decision, dueAt: dueAt.toISOString() } }
  const { version } = await saveAct(context, opened, wish, { due: { kind: 'calendar', reason, decision } })
  return { caseId: one.caseId, version, dueAt }
}
