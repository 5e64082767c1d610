import type { z } from 'zod'
import { loadStructure } from '#modules/organisation/index.ts'
import type { Context } from '#server/operation.ts'
import { asPlatform } from './as-platform.ts'
import type { HandedOn } from './contract.ts'
import { summary, unitNamer } from './showing.ts'
import { type HandedOnRow, listHandedOnRows } from './store/handed-on.ts'
import { scopedUnits } from './store/lists.ts'

type Page = Parameters<typeof listHandedOnRows>[2]

/** What left the units over which the reader holds the right, past what they see now. */
export async function handedOnFrom(context: Context, page: Page): Promise<HandedOnRow[]> {
  const { tx, actor, scope } = context
  // Whoever sees everything has it in their lists.
  if (scope.all) return []
  const unitIds = await scopedUnits(tx)
  return asPlatform(context, scope, () => listHandedOnRows(tx, { accountId: actor.id, unitIds }, page))
}

/** Where each stands now. */
export async function showHandedOn(
  { tx, now }: Context,
  rows: readonly HandedOnRow[],
): Promise<z.input<typeof HandedOn>[]> {
  const nameOf = unitNamer(await loadStructure(tx), now)
  return rows.map((row) => {
    const { assigneeName: _, ...shown } = summary(row, nameOf)
    const { leftAt, fromUnitId, toUnitId, reason } = row
    return { ...shown, leftAt, from: nameOf(fromUnitId), to: nameOf(toUnitId), reason }
  })
}
