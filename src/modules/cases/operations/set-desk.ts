import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { setDesk as contract } from '../contract/forms.ts'
import { putDesk } from '../store/desks.ts'

export const setDesk = operation(contract, async (context, { unitId, ...desk }) => {
  await requireScope(context, contract.permission, unitId)
  await putDesk(context.tx, unitId, desk, context.now)
  return null
})
