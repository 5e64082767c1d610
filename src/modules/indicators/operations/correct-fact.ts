import { decimalOf, decimalText } from '#kernel/decimal.ts'
import { Problem } from '#kernel/problem.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { type NewFact, recordFacts } from '../engine/record.ts'
import { listMeasures } from '../store/definitions.ts'
import { findFactForUpdate, isCorrected } from '../store/facts.ts'

export const correctFact = operation(contract.correctFact, async (context, { factId, value, reason }) => {
  const fact = await findFactForUpdate(context.tx, factId)
  if (!fact) throw new Problem('not-found', 'indicators/unknown-fact')
  await requireScope(context, contract.correctFact.permission, fact.unitId)
  if (await isCorrected(context.tx, factId)) throw new Problem('conflict', 'indicators/already-corrected')
  const measure = (await listMeasures(context.tx)).find(({ id }) => id === fact.measureId)
  if (!measure) throw new Error('a fact without its measure')

  const subject =
    fact.subjectKind === null ? null : { kind: fact.subjectKind, id: fact.subjectId ?? '', label: fact.label ?? '' }
  const same = { measure: measure.code, unitId: fact.unitId, day: fact.day, subject, reason }
  // A stock is a level: the new one simply stands after the old. A flow is taken back, then counted anew.
  const undone = decimalText(decimalOf(`${fact.value.startsWith('-') ? fact.value.slice(1) : `-${fact.value}`}`))
  const facts: NewFact[] =
    measure.nature === 'stock'
      ? [{ ...same, value, correctsId: factId }]
      : [{ ...same, value: undone, correctsId: factId }, ...(Number(value) === 0 ? [] : [{ ...same, value }])]
  return { ids: await recordFacts(context, facts) }
})
