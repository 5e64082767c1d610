import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { findUnitAt, loadStructure } from '#modules/organisation/index.ts'
import { type Context, operation } from '#server/operation.ts'
import { setRowScope } from '#server/row-security.ts'
import * as contract from '../contract.ts'
import { type Opened, openCase, saveAct } from '../engine/acting.ts'
import { versionOf } from '../engine/procedure.ts'
import { showCase } from '../engine/show.ts'
import { standingUnit } from '../engine/units.ts'

export const transferCase = operation(contract.transferCase, async (context, input) => {
  const opened = await openCase(context, contract.transferCase, 'transfer', input)
  return showCase(context, await transfer(context, opened, input))
})

type Given = { readonly competentUnitId: string; readonly reason: string; readonly decision?: string | undefined }

/** Hands a case to a unit that stands and may decide it. */
export async function transfer(context: Context, opened: Opened, { competentUnitId, reason, decision }: Given) {
  const { tx, now, actor, scope } = context
  const structure = await loadStructure(tx)
  const unit = standingUnit(structure, competentUnitId, now)
  const { content, code } = await versionOf(tx, opened.row)
  if (!content.levels.some((level) => level === unit.level))
    throw new Problem('rule-broken', 'cases/not-competent', '', { values: { code, level: unit.level } })
  // Whoever hands a case over sees it once more, as it left: row security is widened to the unit that takes it, to nothing else.
  await setRowScope(tx, actor, { ...scope, own: [...scope.own, competentUnitId] })
  // A desk that is no more cannot hand over the result: the unit that takes the case does.
  const desk = findUnitAt(structure, opened.row.receivedUnitId, dayAt(now))
  const details = {
    note: reason,
    competentUnitId,
    ...(!desk && { receivedUnitId: competentUnitId }),
    ...(decision !== undefined && { decision }),
    assignee: null,
  }
  return saveAct(context, opened, { act: 'transfer' as const, toUnitId: competentUnitId, details })
}
