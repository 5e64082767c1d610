import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { findMeasures, insertMeasures } from '../store/definitions.ts'

export const defineMeasure = operation(contract.defineMeasure, async ({ tx, actor, now, newId, emit }, input) => {
  const [taken] = await findMeasures(tx, [input.code])
  if (taken) throw new Problem('conflict', 'indicators/code-taken', '', { values: { code: input.code } })
  const id = newId()
  const { name, unit, ...rest } = input
  await insertMeasures(tx, [
    {
      ...rest,
      id,
      nameVi: name.vi,
      nameEn: name.en,
      unitVi: unit.vi,
      unitEn: unit.en,
      createdAt: now,
      createdBy: actor.id,
    },
  ])
  await emit('indicators.measure-defined', { measureId: id, code: input.code })
  return { id }
})
