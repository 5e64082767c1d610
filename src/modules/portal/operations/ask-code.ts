import { Problem } from '#kernel/problem.ts'
import { wayOut } from '#modules/cases/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { contactOf } from '../domain/contact.ts'
import { codeFor, hashOfAddress, sealAddress } from '../sign-in.ts'
import { countCodes, isDemonstration, openSignIn, putCode } from '../store/citizens.ts'

const TEN_MINUTES_MS = 600_000
/** Codes that one address may be sent in ten minutes: nobody is flooded with messages by a stranger. */
const MOST_CODES = 3

export const askCode = operation(contract.askCode, async ({ tx, now, newId, emit }, { address: typed, language }) => {
  const contact = contactOf(typed)
  if (!contact)
    throw new Problem('invalid-input', 'platform/invalid-input', 'Neither a mail address nor a mobile number.', {
      errors: [{ path: 'address', code: 'portal/no-address', message: 'no address' }],
    })
  const { channel, address } = contact
  await openSignIn(tx)
  const addressHash = hashOfAddress(address)
  if ((await countCodes(tx, addressHash, new Date(now.getTime() - TEN_MINUTES_MS))) >= MOST_CODES)
    throw new Problem('too-many-requests', 'portal/too-many-codes')
  const way = wayOut(channel)
  const isShown = way !== 'real' && (await isDemonstration(tx))
  if (way === null && !isShown) throw new Problem('unavailable', 'portal/cannot-send', '', { values: { channel } })
  const id = newId()
  const expiresAt = new Date(now.getTime() + TEN_MINUTES_MS)
  const asked = { askedAt: now, expiresAt, tries: 0, usedAt: null }
  await putCode(tx, { id, channel, addressHash, addressSealed: sealAddress(address, id), language, ...asked })
  if (way !== null) await emit('portal.code-asked', { codeId: id })
  return { codeId: id, channel, expiresAt, demonstrationCode: isShown ? codeFor(id) : null }
})
