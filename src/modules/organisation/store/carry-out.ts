import { type Day, dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import type { Context } from '#server/operation.ts'
import { UNITS_TOPIC } from '../contract.ts'
import type { Refusal, StructureEdit } from '../domain/draft.ts'
import { requireEverywhere, requireScope } from './scope.ts'
import { saveEdit } from './structure.ts'

/** Nothing, or `rule-broken` naming everything that is wrong. */
export function refuseIfWrong(refusals: readonly Refusal[]): void {
  if (refusals.length === 0) return
  throw new Problem('rule-broken', 'organisation/change-refused', 'The change is not possible.', {
    values: { count: refusals.length },
    errors: refusals.slice(0, 200).map((refusal) => ({ ...refusal, message: refusal.code })),
  })
}

/** Nothing, or `not-allowed` when the edit touches, or puts something under, a unit outside the actor's scope. */
export async function requireEditScope(context: Context, edit: StructureEdit, permission: string): Promise<void> {
  if (context.scope.all) return
  const isNew = new Set(edit.newUnitIds)
  const begun = [...edit.begun, ...edit.rewritten]
  if (begun.some(({ parentId }) => parentId === null)) requireEverywhere(context, permission)
  const touched = [
    ...edit.ended.map(({ unitId }) => unitId),
    ...begun.flatMap(({ unitId, parentId }) => [unitId, ...(parentId === null ? [] : [parentId])]),
    ...edit.changes.flatMap(({ from, to }) => [...from, ...to]),
  ]
  for (const unitId of new Set(touched)) {
    if (!isNew.has(unitId)) await requireScope(context, permission, unitId)
  }
}

/** Stores the edit and tells the world: one event for all acts, so that thousands of units are one fact. */
export async function carryOut(
  context: Context,
  edit: StructureEdit,
  { effectiveOn, decisionNumber }: { effectiveOn: Day; decisionNumber: string | null },
): Promise<void> {
  await saveEdit(context.tx, edit, { actorId: context.actor.id, today: dayAt(context.now) })
  const unitIds = [...new Set([...edit.ended, ...edit.begun, ...edit.rewritten].map(({ unitId }) => unitId))]
  await context.emit('organisation.unit-changed', { unitIds, effectiveOn })
  await context.emit('organisation.change-applied', {
    changeIds: edit.changes.map(({ id }) => id),
    effectiveOn,
    decisionNumber,
  })
  await context.announce(UNITS_TOPIC)
}
