import { operation } from '#server/operation.ts'
import { compareCases as contract, EXCHANGE_TOPIC } from '../contract.ts'
import { wantCompared } from '../store/comparing.ts'

/** So many cases are asked of the portal at a time; those longest not compared come first. */
const MOST = 2000

export const compareCases = operation(contract, async ({ tx, now, announce }, { caseId, unitId }) => {
  const wanted = await wantCompared(tx, { caseId, unitId, now, most: MOST })
  await announce(EXCHANGE_TOPIC)
  return { wanted }
})
