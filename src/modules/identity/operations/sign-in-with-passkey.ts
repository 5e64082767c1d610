import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { accountByPasskey } from '../passkey-proof.ts'
import { giveSecondFactor } from '../second-factor.ts'
import { beginSession, refuse } from '../sign-in-flow.ts'
import { findAccount } from '../store/accounts.ts'
import { getSettings } from '../store/sign-in.ts'
import { openCredentials } from '../store/tables.ts'

/** Signs in with a passkey alone (it is two factors: the device, and the finger or PIN it asked for), or gives the second step. */
export const signInWithPasskey = operation(
  contract.signInWithPasskey,
  async (context, { challengeId, pending, answer }) => {
    const { tx, now } = context
    const endpoint = contract.signInWithPasskey
    if (pending !== null) {
      return giveSecondFactor(
        { context, endpoint },
        {
          pending,
          method: 'passkey',
          code: 'identity/passkey-refused',
          check: async ({ id }) =>
            (await accountByPasskey(tx, { challengeId, purpose: 'second-factor', answer, now })) === id,
        },
      )
    }
    await openCredentials(tx)
    const call = { context, endpoint, settings: await getSettings(tx) }
    const accountId = await accountByPasskey(tx, { challengeId, purpose: 'sign-in', answer, now })
    const account = accountId ? await findAccount(tx, accountId) : undefined
    if (!account || account.status !== 'active') {
      return refuse(call, { account, method: 'passkey', code: 'identity/passkey-refused' })
    }
    return beginSession(call, account, { method: 'passkey', secondFactor: true })
  },
)
