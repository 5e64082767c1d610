import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { findUnitAt, loadStructure, requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { versionOn } from '../domain/openings.ts'
import { lookAgain } from '../looking-again.ts'
import { countAffected, lockDay } from '../store/appointments.ts'
import { entriesOf, insertOpening } from '../store/openings.ts'

/** What holds from a day on, today at the earliest: what was promised for days gone by stays as it was. */
export const setOpening = operation(contract.setOpening, async (context, { unitId, version, ...said }) => {
  const { tx, now, newId, actor } = context
  await requireScope(context, contract.setOpening.permission, unitId)
  const today = dayAt(now)
  if (!findUnitAt(await loadStructure(tx), unitId, today)) throw new Problem('not-found', 'appointments/unknown-unit')
  if (said.validFrom < today)
    throw new Problem('invalid-input', 'platform/invalid-input', 'The day has gone by.', {
      errors: [{ path: 'validFrom', code: 'appointments/day-gone', message: 'gone' }],
    })
  await lockDay(tx, unitId, said.validFrom)
  const holds = versionOn(await entriesOf(tx, unitId), said.validFrom)
  if (holds !== version) throw new Problem('conflict', 'platform/changed-meanwhile')
  const id = newId()
  const by = { setBy: actor.id, setByName: actor.name, setAt: now }
  await insertOpening(tx, { id, unitId, ...said, version: holds + 1, ...by })
  await lookAgain(context, unitId)
  await context.announce('appointments.openings')
  return { id, affected: await countAffected(tx, unitId) }
})
