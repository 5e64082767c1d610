import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { endSession, openSignIn } from '../store/citizens.ts'

export const signOutCitizen = operation(contract.signOutCitizen, async ({ tx, actor, session }) => {
  await openSignIn(tx)
  if (actor.sessionId !== null) await endSession(tx, actor.sessionId)
  session.clear()
  return null
})
