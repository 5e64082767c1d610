import { Problem } from '#kernel/problem.ts'
import { beginAuthorization } from '#server/openid.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { hashOfSecret, newSecret, requireProvider, returnPage, sealVerifier } from '../provider.ts'
import { openSignIn } from '../store/citizens.ts'
import { putFlow } from '../store/identities.ts'

const FLOW_MS = 10 * 60_000

/** Where to send the browser to sign in at the provider of identities, or to link it to whoever is signed in. */
export const beginProviderSignIn = operation(contract.beginProviderSignIn, async (context, { link, language }) => {
  const { tx, actor, now, origin } = context
  if (link && (actor?.kind !== 'citizen' || actor.restricted))
    throw new Problem('not-signed-in', 'platform/not-signed-in', 'Sign in first.')
  const begun = await beginAuthorization(requireProvider(), returnPage(origin), { language }).catch(
    (cause: unknown) => {
      if (cause instanceof Problem) throw cause
      // Not reachable, or not a provider: the person can only try another way, so the cause is not shown.
      throw Object.assign(
        new Problem('unavailable', 'portal/provider-unreachable', 'The provider cannot be reached.'),
        {
          cause,
        },
      )
    },
  )
  const browserKey = newSecret()
  await openSignIn(tx)
  await putFlow(tx, {
    stateHash: hashOfSecret(begun.state),
    nonce: begun.nonce,
    verifierSealed: sealVerifier(begun.verifier, begun.nonce),
    browserHash: hashOfSecret(browserKey),
    citizenId: link ? (actor?.id ?? null) : null,
    expiresAt: new Date(now.getTime() + FLOW_MS),
  })
  return { url: begun.url, browserKey }
})
