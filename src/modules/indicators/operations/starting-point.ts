import { loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownUnit } from '../engine/shown.ts'
import { findStartingPoint } from '../engine/starting.ts'

export const startingPoint = operation(contract.startingPoint, async ({ tx }, { unitId }) => {
  const start = await findStartingPoint(tx, unitId ?? null)
  if (!start) return { unit: null, period: null }
  return { unit: shownUnit(await loadStructure(tx), start.unitId, start.on), period: start.period }
})
