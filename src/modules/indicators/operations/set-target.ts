import { dayOf } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { parseTarget } from '#kernel/target-text.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { findIndicatorForUpdate, insertTargets } from '../store/definitions.ts'

export const setTarget = operation(contract.setTarget, async ({ tx, actor, now, newId, emit, announce }, input) => {
  const indicator = await findIndicatorForUpdate(tx, input.indicator)
  if (!indicator) {
    throw new Problem('not-found', 'indicators/unknown-indicator', '', { values: { code: input.indicator } })
  }
  const year = Number(input.validFrom.slice(0, 4))
  const { parts } = parseTarget(input.text, dayOf(year, 12, 31))
  const chosen = input.part === null ? parts : parts.filter((_, index) => index + 1 === input.part)
  if (input.part !== null && chosen.length === 0) throw new Problem('invalid-input', 'indicators/target-has-no-part')
  const id = newId()
  const { level, text, validFrom, validTo, source } = input
  await insertTargets(tx, [
    {
      id,
      indicatorId: indicator.id,
      level,
      text,
      parts: chosen,
      validFrom,
      validTo,
      source,
      createdAt: now,
      createdBy: actor.id,
    },
  ])
  await emit('indicators.target-set', { indicatorId: indicator.id, level, targetId: id })
  await announce('indicators.figures')
  return { id }
})
