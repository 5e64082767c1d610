import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { recordFacts as record } from '../engine/record.ts'

export const recordFacts = operation(contract.recordFacts, async (context, { facts }) => {
  for (const unitId of new Set(facts.map((fact) => fact.unitId))) {
    await requireScope(context, contract.recordFacts.permission, unitId)
  }
  return { ids: await record(context, facts) }
})
