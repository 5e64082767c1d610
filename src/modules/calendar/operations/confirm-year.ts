import { operation } from '#server/operation.ts'
import { changeOf, requireEverywhere, requireVersion, tellChange } from '../changing.ts'
import * as contract from '../contract.ts'
import { beginChange, findYears, insertYear } from '../store/special-days.ts'

/** Says that the days off of a year are decided, or (after all) that they are not. */
export const confirmYear = operation(contract.confirmYear, async (context, { year, reason, ...word }) => {
  requireEverywhere(context)
  await beginChange(context.tx)
  const holds = (await findYears(context.tx, [year])).get(year)?.version ?? 0
  requireVersion(word.version, holds)
  await insertYear(context.tx, { year, ...word, version: holds + 1 }, changeOf(context, reason))
  await tellChange(context, { fromDay: `${year}-01-01`, toDay: `${year}-12-31`, unitId: null })
  return {}
})
