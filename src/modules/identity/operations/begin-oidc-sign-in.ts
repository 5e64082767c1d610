import { Problem } from '#kernel/problem.ts'
import { beginAuthorization } from '#server/openid.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { sealText, unsealText } from '../credentials/sealing.ts'
import { hashOfSecret, newSecret } from '../credentials/token.ts'
import { redirectUri } from '../oidc-place.ts'
import { findProvider, insertFlow } from '../store/providers.ts'
import { openCredentials } from '../store/tables.ts'

const FLOW_MS = 10 * 60_000

/** Where to send the browser to sign in at another provider, or to link that provider to one's account. */
export const beginOidcSignIn = operation(contract.beginOidcSignIn, async ({ tx, actor, now }, { providerId, link }) => {
  if (link && (!actor?.sessionId || actor.restricted === 'identity/locked')) {
    throw new Problem('not-signed-in', 'platform/not-signed-in', 'Sign in first.')
  }
  await openCredentials(tx)
  const provider = await findProvider(tx, providerId)
  if (!provider?.active) throw new Problem('not-found', 'identity/provider-not-found')
  const clientSecret =
    provider.clientSecretSealed && unsealText(provider.clientSecretSealed, 'identity.oidc-client', provider.id)
  const begun = await beginAuthorization({ ...provider, clientSecret }, redirectUri()).catch((cause: unknown) => {
    // Not reachable, or not a provider: the person can only try another way, so the cause is not shown.
    throw Object.assign(
      new Problem('unavailable', 'identity/provider-unreachable', 'The provider cannot be reached.'),
      { cause },
    )
  })
  const browserKey = newSecret()
  await insertFlow(tx, {
    stateHash: hashOfSecret(begun.state),
    providerId,
    nonce: begun.nonce,
    verifierSealed: sealText(begun.verifier, 'identity.oidc-flow', begun.nonce),
    browserHash: hashOfSecret(browserKey),
    accountId: link ? (actor?.id ?? null) : null,
    expiresAt: new Date(now.getTime() + FLOW_MS),
  })
  return { url: begun.url, browserKey }
})
