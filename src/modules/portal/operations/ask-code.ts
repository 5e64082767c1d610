import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { contactOf } from '../domain/contact.ts'
import { sendCodeTo } from '../signing-in.ts'
import { openSignIn } from '../store/citizens.ts'

export const askCode = operation(contract.askCode, async (context, { address, language }) => {
  const contact = contactOf(address)
  if (!contact)
    throw new Problem('invalid-input', 'platform/invalid-input', 'Neither a mail address nor a mobile number.', {
      errors: [{ path: 'address', code: 'portal/no-address', message: 'no address' }],
    })
  await openSignIn(context.tx)
  return sendCodeTo(context, contact, language)
})
