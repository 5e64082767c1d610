import { requireScope, unitsReached } from '#modules/organisation/index.ts'
import type { Actor, Context } from '#server/operation.ts'
import type { CaseFilter } from './contract/lists.ts'
import type { ListAsker } from './store/list-rows.ts'
import { scopedUnits } from './store/scope.ts'

/** Whose lists are asked for: the units of the asker's right to read, and those of them that the filter names. Throws not-allowed. */
export async function listAsker(context: Context<Actor>, filter: CaseFilter): Promise<ListAsker> {
  const { all, own, subtree } = context.scope
  const units = all ? null : subtree.length === 0 ? own : await scopedUnits(context.tx)
  return { accountId: context.actor.id, units, chosen: await chosenUnits(context, filter, units) }
}

async function chosenUnits(
  context: Context<Actor>,
  { unitId, below }: CaseFilter,
  units: readonly string[] | null,
): Promise<readonly string[] | null> {
  if (unitId === undefined) return null
  await requireScope(context, 'cases:read', unitId)
  if (!below) return [unitId]
  const reached = await unitsReached(context.tx, unitId)
  const mine = units && new Set(units)
  return mine ? reached.filter((id) => mine.has(id)) : reached
}
