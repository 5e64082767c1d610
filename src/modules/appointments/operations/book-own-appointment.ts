import { ownContact } from '#modules/portal/index.ts'
import { operation } from '#server/operation.ts'
import { book } from '../booking.ts'
import * as contract from '../contract.ts'
import { opened } from '../shown.ts'

export const bookOwnAppointment = operation(contract.bookOwnAppointment, async (context, wish) => {
  const contact = await ownContact(context)
  const row = await book(context, wish, { contact, citizenId: context.actor.id })
  return opened(context.tx, row, context.now)
})
