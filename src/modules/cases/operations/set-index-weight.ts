import { Problem } from '#kernel/problem.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { weighable } from '../domain/index-766/indicators.ts'
import { saveWeight } from '../store/index-weights.ts'

export const setIndexWeight = operation(contract.setIndexWeight, async (context, weight) => {
  // Points hold for every unit.
  requireEverywhere(context, contract.setIndexWeight.permission)
  const { tx, actor, now } = context
  if (!weighable().some(({ indicator }) => indicator === weight.indicator)) {
    throw new Problem('not-found', 'cases/unknown-index', '', { values: { indicator: weight.indicator } })
  }
  await saveWeight(tx, { ...weight, setById: actor.id, setByName: actor.name, setAt: now })
  return { indicator: weight.indicator }
})
