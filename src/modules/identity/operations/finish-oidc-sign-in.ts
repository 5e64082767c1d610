import type { Tx } from '#server/db.ts'
import { finishAuthorization } from '#server/openid.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { unsealText } from '../credentials/sealing.ts'
import { hashOfSecret } from '../credentials/token.ts'
import { redirectUri } from '../oidc-place.ts'
import { afterFirstFactor, refuse, type SignInCall } from '../sign-in-flow.ts'
import { findAccount } from '../store/accounts.ts'
import { findLink, findProvider, insertLink, takeFlow } from '../store/providers.ts'
import { getSettings } from '../store/sign-in.ts'
import { type OidcFlowRow, type OidcProviderRow, openCredentials } from '../store/tables.ts'

/**
 * Signs in with what the provider vouches for, or links it. An account is found by the provider's subject and by nothing
 * else: a name or an e-mail address said by a provider proves no account of ours.
 */
export const finishOidcSignIn = operation(contract.finishOidcSignIn, async (context, { browserKey, query }) => {
  const { tx, now, actor } = context
  await openCredentials(tx)
  const call = { context, endpoint: contract.finishOidcSignIn, settings: await getSettings(tx) }
  const answer = new URL(redirectUri())
  answer.search = query
  const state = answer.searchParams.get('state') ?? ''
  const flow = await takeFlow(tx, hashOfSecret(state), hashOfSecret(browserKey), now)
  const provider = flow && (await findProvider(tx, flow.providerId))
  if (!flow || !provider?.active) return refused(call)
  const subject = await subjectOf(provider, flow, answer, state)
  if (subject === null) return refused(call)
  if (flow.accountId === null) return signIn(call, provider, subject)
  // Linking goes on only in the session that began it.
  if (flow.accountId !== actor?.id || !actor.sessionId) return refused(call)
  const link = { providerId: provider.id, subject, accountId: actor.id, linkedAt: now }
  if (!(await insertLink(tx, link)) && !(await isLinkedTo(tx, link))) return refused(call)
  return { step: 'signed-in' as const, state: 'signed-in' as const }
})

const refused = (call: SignInCall) =>
  refuse(call, { account: undefined, method: 'oidc', code: 'identity/provider-refused' })

async function signIn(call: SignInCall, provider: OidcProviderRow, subject: string) {
  const { tx } = call.context
  const link = await findLink(tx, provider.id, subject)
  const account = link && (await findAccount(tx, link.accountId))
  if (!account || account.status !== 'active') return refused(call)
  return afterFirstFactor(call, account, { method: 'oidc', secondFactor: provider.secondFactor })
}

async function subjectOf(
  provider: OidcProviderRow,
  flow: OidcFlowRow,
  answer: URL,
  state: string,
): Promise<string | null> {
  const clientSecret =
    provider.clientSecretSealed && unsealText(provider.clientSecretSealed, 'identity.oidc-client', provider.id)
  const verifier = unsealText(flow.verifierSealed, 'identity.oidc-flow', flow.nonce)
  try {
    const checks = { state, nonce: flow.nonce, verifier }
    return (await finishAuthorization({ ...provider, clientSecret }, answer, checks)).sub
  } catch {
    // Cancelled there, forged, replayed or unreachable: in every case nobody is vouched for.
    return null
  }
}

async function isLinkedTo(
  tx: Tx,
  { providerId, subject, accountId }: { providerId: string; subject: string; accountId: string },
) {
  return (await findLink(tx, providerId, subject))?.accountId === accountId
}
