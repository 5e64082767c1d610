import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownField } from '../shown.ts'
import { countByField } from '../store/catalogue.ts'
import { listFields as allFields } from '../store/fields.ts'

export const listFields = operation(contract.listFields, async ({ tx, now }) => {
  const counts = await countByField(tx, dayAt(now))
  return {
    fields: (await allFields(tx)).map((row) => ({ ...shownField(row), inForce: counts.get(row.code) ?? 0 })),
  }
})
