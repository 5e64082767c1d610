import { operation } from '#server/operation.ts'
import { cancel } from '../booking.ts'
import { requireOpenByKey } from '../by-key.ts'
import * as contract from '../contract.ts'
import { opened } from '../shown.ts'

export const cancelAppointment = operation(contract.cancelAppointment, async (context, key) => {
  const row = await requireOpenByKey(context, key)
  return opened(context.tx, await cancel(context, row, { by: 'citizen', reason: '' }), context.now)
})
