import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { type Act, planActs } from '../domain/acts.ts'
import { structureOf } from '../domain/structure.ts'
import { shown } from '../domain/view.ts'
import { carryOut, refuseIfWrong, requireEditScope } from '../store/carry-out.ts'
import { nameChanges } from '../store/changes.ts'
import { keepDecision } from '../store/decisions.ts'
import { loadStructure, lockStructure } from '../store/structure.ts'

export const applyChange = operation(contract.applyChange, async (context, { effectiveOn, decision, acts, dryRun }) => {
  const { tx, newId } = context
  await lockStructure(tx)
  const structure = await loadStructure(tx)
  const decisionId = decision && !dryRun ? await keepDecision(tx, decision) : null
  const decided: Act[] = []
  for (const { decision: own, ...act } of acts) {
    decided.push({ ...act, decisionId: own && !dryRun ? await keepDecision(tx, own) : null })
  }
  const { edit, created, refusals } = planActs(structure, { effectiveOn, decisionId, acts: decided }, newId)
  refuseIfWrong(refusals)
  await requireEditScope(context, edit, contract.applyChange.permission)
  if (!dryRun) await carryOut(context, edit, { effectiveOn, decisionNumber: decision?.number ?? null })

  const after = structureOf([...structure.versions, ...edit.begun, ...edit.rewritten], [])
  const isNew = new Set(edit.newUnitIds)
  const begins = [...edit.begun, ...edit.rewritten]
  const staying = new Set(begins.map(({ unitId }) => unitId))
  return {
    dryRun,
    changes: await nameChanges(tx, after, edit.changes),
    begins: begins.map((version) => ({ ...shown(version), isNew: isNew.has(version.unitId) })),
    ends: edit.ended.filter(({ unitId }) => !staying.has(unitId)).map(shown),
    created: Object.fromEntries(created),
  }
})
