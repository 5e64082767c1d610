import { dayAt } from '#kernel/calendar.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { listFields } from '#modules/procedures/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { openingOn } from '../domain/openings.ts'
import { unitName } from '../shown.ts'
import { countAffected } from '../store/appointments.ts'
import { entriesOf } from '../store/openings.ts'

export const getOpening = operation(contract.getOpening, async (context, { unitId }) => {
  const { tx, now } = context
  await requireScope(context, contract.getOpening.permission, unitId)
  const entries = await entriesOf(tx, unitId)
  const fields = await listFields(tx)
  return {
    unit: { id: unitId, name: await unitName(tx, unitId) },
    today: openingOn(entries, dayAt(now)),
    entries: entries.map(({ id, validFrom, version, opening, reason, setByName, setAt }) => ({
      id,
      validFrom,
      version,
      opening,
      reason,
      setByName,
      setAt,
    })),
    fields: fields.map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn } })),
    affected: await countAffected(tx, unitId),
  }
})
