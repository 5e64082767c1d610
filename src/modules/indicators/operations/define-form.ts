import { Problem } from '#kernel/problem.ts'
import { loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireUnits } from '../engine/figures.ts'
import { findMeasures } from '../store/definitions.ts'
import { insertForm, listForms } from '../store/sheets.ts'

export const defineForm = operation(contract.defineForm, async ({ tx, actor, now, newId, emit }, input) => {
  const [taken] = await listForms(tx, input.code)
  if (taken) throw new Problem('conflict', 'indicators/code-taken', '', { values: { code: input.code } })
  requireUnits(await loadStructure(tx), input.units)
  const known = new Map((await findMeasures(tx, input.measures)).map((row) => [row.code, row]))
  const measureIds = [...new Set(input.measures)].map((code) => {
    const measure = known.get(code)
    if (!measure) throw new Problem('not-found', 'indicators/unknown-measure', '', { values: { code } })
    if (measure.source !== 'reported') {
      throw new Problem('rule-broken', 'indicators/measure-is-counted', '', { values: { measure: code } })
    }
    return measure.id
  })
  const id = newId()
  const { code, name, periodKind, regime, dueWorkingDays, approvalLevels, validFrom } = input
  const made = { createdAt: now, createdBy: actor.id }
  const row = {
    id,
    code,
    nameVi: name.vi,
    nameEn: name.en,
    periodKind,
    regime,
    dueWorkingDays,
    approvalLevels,
    validFrom,
    validTo: null,
  }
  const assignments = [...new Set(input.units)].map((unitId) => ({ id: newId(), unitId }))
  await insertForm(tx, { ...row, ...made }, measureIds, assignments)
  await emit('indicators.form-defined', { formId: id, code })
  return { id }
})
