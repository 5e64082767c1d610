import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { maskedAddress } from '../domain/contact.ts'
import { unsealAddress } from '../sign-in.ts'
import { findCitizen } from '../store/citizens.ts'

export const currentCitizen = operation(contract.currentCitizen, async ({ tx, actor }) => {
  const citizen = actor?.kind === 'citizen' ? await findCitizen(tx, actor.id) : undefined
  if (!citizen) return null
  const address = unsealAddress(citizen.addressSealed, citizen.id)
  return { id: citizen.id, address: maskedAddress({ channel: citizen.channel, address }) }
})
