import { operation } from '#server/operation.ts'
import { move } from '../booking.ts'
import { requireOpenByKey } from '../by-key.ts'
import * as contract from '../contract.ts'
import { opened } from '../shown.ts'

export const moveAppointment = operation(contract.moveAppointment, async (context, { day, at, ...key }) => {
  const row = await requireOpenByKey(context, key)
  return opened(context.tx, await move(context, row, { day, at }), context.now)
})
