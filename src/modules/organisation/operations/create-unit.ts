import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { planActs } from '../domain/acts.ts'
import { carryOut, refuseIfWrong, requireEditScope } from '../store/carry-out.ts'
import { keepDecision } from '../store/decisions.ts'
import { loadStructure, lockStructure } from '../store/structure.ts'

const KEY = 'unit'

export const createUnit = operation(contract.createUnit, async (context, input) => {
  const { parentId, validFrom, decision, article, note, ...attributes } = input
  const { tx, newId } = context
  await lockStructure(tx)
  const decisionId = decision ? await keepDecision(tx, decision) : null
  const unit = { ...attributes, key: KEY, parent: parentId === null ? null : { unitId: parentId } }
  const { edit, created, refusals } = planActs(
    await loadStructure(tx),
    {
      effectiveOn: validFrom,
      decisionId,
      acts: [{ kind: 'create', from: [], to: [unit], withSubunits: false, basis: 'none', shares: [], article, note }],
    },
    newId,
  )
  refuseIfWrong(refusals)
  await requireEditScope(context, edit, contract.createUnit.permission)
  await carryOut(context, edit, { effectiveOn: validFrom, decisionNumber: decision?.number ?? null })
  return { unitId: created.get(KEY) ?? '', changeId: edit.changes[0]?.id ?? '' }
})
