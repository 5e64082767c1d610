import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { isInCountry, rounded } from '../domain/place.ts'
import { firstVersion, lastVersion, versionAt } from '../domain/structure.ts'
import { insertPlace } from '../store/places.ts'
import { requireScope } from '../store/scope.ts'
import { loadStructure } from '../store/structure.ts'

export const placeUnit = operation(contract.placeUnit, async (context, { unitId, point: given, ...input }) => {
  const { tx, actor, now, newId, announce } = context
  const structure = await loadStructure(tx)
  const last = lastVersion(structure, unitId)
  if (!last) throw new Problem('not-found', 'organisation/unit-not-found')
  await requireScope(context, contract.placeUnit.permission, unitId)
  const validFrom = input.validFrom ?? dayAt(now)
  if (!versionAt(structure, unitId, validFrom))
    throw new Problem('rule-broken', 'organisation/place-outside-unit', 'The unit does not exist on that day.', {
      values: { name: last.name, from: firstVersion(structure, unitId)?.validFrom ?? '', to: last.validTo ?? '' },
    })
  if (given !== null && !isInCountry(given)) throw new Problem('rule-broken', 'organisation/place-outside-country')
  const point = given && { ...given, ...rounded(given) }
  const { latitude = null, longitude = null, accuracy = null, source = null, demonstration = false } = point ?? {}
  const fields = { latitude, longitude, accuracy, source, demonstration }
  await insertPlace(tx, { id: newId(), unitId, validFrom, ...fields, recordedBy: actor.id, recordedAt: now })
  await announce(contract.UNITS_TOPIC)
  return { validFrom, point }
})
