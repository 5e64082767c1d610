import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownCitizen } from '../signing-in.ts'
import { findCitizen } from '../store/citizens.ts'

export const currentCitizen = operation(contract.currentCitizen, async ({ tx, actor }) => {
  const citizen = actor?.kind === 'citizen' ? await findCitizen(tx, actor.id) : undefined
  return citizen ? shownCitizen(tx, citizen) : null
})
