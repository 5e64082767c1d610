import { loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { asPlatform } from '../as-platform.ts'
import * as contract from '../contract.ts'
import { handOn, requireDestination } from '../handing-on.ts'
import { openComplaint } from '../opening.ts'
import { unitNamer } from '../showing.ts'

export const handOnComplaint = operation(contract.handOnComplaint, async (context, { unitId, reason, ...asked }) => {
  const { tx, actor, now, scope } = context
  const row = await openComplaint(context, contract.handOnComplaint, asked)
  const after = await asPlatform(context, scope, async () => {
    const destination = await requireDestination(context, row, unitId)
    return handOn(context, row, destination, { reason, by: actor })
  })
  return { number: row.number, unit: unitNamer(await loadStructure(tx), now)(after.unitId) }
})
