import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireDevice } from '../own-device.ts'
import { rate } from '../rating.ts'
import { servedLast } from '../screens.ts'
import { isRated } from '../store/ratings.ts'

/** By whoever stands before the desk: of the number served there last, once, so that the next person does not speak for the one before. */
export const rateServed = operation(contract.rateServed, async (context, { ticketId, ...said }) => {
  const { tx, now, announce } = context
  const { unitId, desk } = await requireDevice(context, 'rating')
  const last = await servedLast(tx, { unitId, desk: desk ?? '' }, now)
  if (last?.id !== ticketId) {
    const code = (await isRated(tx, ticketId)) ? 'appointments/rated-already' : 'appointments/not-served'
    throw new Problem('conflict', code)
  }
  await rate(context, ticketId, said)
  await announce(contract.queueTopic(unitId))
  return null
})
