import { Problem } from '#kernel/problem.ts'
import { contactOf } from '#modules/portal/index.ts'
import { operation } from '#server/operation.ts'
import { book } from '../booking.ts'
import * as contract from '../contract.ts'
import { opened } from '../shown.ts'

export const bookAppointment = operation(contract.bookAppointment, async (context, { contact: typed, ...wish }) => {
  const contact = contactOf(typed)
  if (!contact)
    throw new Problem('invalid-input', 'platform/invalid-input', 'Neither a mail address nor a mobile number.', {
      errors: [{ path: 'contact', code: 'portal/no-address', message: 'no address' }],
    })
  const row = await book(context, wish, { contact, citizenId: null })
  return opened(context.tx, row, context.now)
})
