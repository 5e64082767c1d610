import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientError,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  None,
  ResponseBodyError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'

export type OidcProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | null
  readonly scope: string
}

export type OidcChecks = { readonly state: string; readonly nonce: string; readonly verifier: string }

const TIMEOUT_SECONDS = 5
const KEEP_MS = 10 * 60_000
/** Before somebody is sent there it is asked again: nobody is sent to a provider that is down. */
const KEEP_TO_BEGIN_MS = 5000
const known = new Map<string, { readonly at: number; readonly configuration: Promise<Configuration> }>()

/**
 * Where to send the browser, and what must hold when it comes back (PKCE, state and nonce, all of them).
 * Throws when the provider cannot be reached or is not what its address says.
 */
export async function beginAuthorization(
  provider: OidcProvider,
  redirectUri: string,
  { language }: { readonly language?: 'vi' | 'en' } = {},
): Promise<OidcChecks & { readonly url: string }> {
  const configuration = await configurationOf(provider, KEEP_TO_BEGIN_MS)
  const checks = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: provider.scope,
    state: checks.state,
    nonce: checks.nonce,
    code_challenge: await calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: 'S256',
    ...(language && { ui_locales: language }),
  })
  return { ...checks, url: url.href }
}

/** What a provider says of a person; `sub` is who it is there. */
export type OidcClaims = { readonly sub: string; readonly [name: string]: unknown }

/**
 * What the provider vouches for: its signature, audience, time, nonce, state and PKCE are checked.
 * With `userInfo` also what it says when it is asked about this person. Throws when any of it does not hold, or it cannot be reached.
 */
export async function finishAuthorization(
  provider: OidcProvider,
  answer: URL,
  checks: OidcChecks,
  { userInfo = false }: { readonly userInfo?: boolean } = {},
): Promise<OidcClaims> {
  const configuration = await configurationOf(provider)
  const tokens = await authorizationCodeGrant(configuration, answer, {
    pkceCodeVerifier: checks.verifier,
    expectedState: checks.state,
    expectedNonce: checks.nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims?.sub) throw new Error('The provider named no subject.')
  if (!userInfo || !configuration.serverMetadata().userinfo_endpoint) return claims
  // Refused when it is about somebody else.
  return { ...(await fetchUserInfo(configuration, tokens.access_token, claims.sub)), ...claims }
}

/** Why nobody is vouched for: the person or the provider said no there; it did not answer; or its answer does not hold. */
export function whyUnfinished(thrown: unknown): 'declined' | 'unreachable' | 'refused' {
  if (thrown instanceof AuthorizationResponseError)
    return thrown.error === 'access_denied'
      ? 'declined'
      : UNREACHABLE_ERRORS.has(thrown.error)
        ? 'unreachable'
        : 'refused'
  if (thrown instanceof ResponseBodyError) return thrown.status >= 500 ? 'unreachable' : 'refused'
  if (thrown instanceof ClientError) {
    const status = thrown.cause instanceof Response ? thrown.cause.status : 0
    return status >= 500 || UNREACHABLE_CODES.has(thrown.code ?? '') ? 'unreachable' : 'refused'
  }
  // What `fetch` throws when nothing came.
  return thrown instanceof TypeError && !('code' in thrown) ? 'unreachable' : 'refused'
}

const UNREACHABLE_ERRORS = new Set(['server_error', 'temporarily_unavailable'])
const UNREACHABLE_CODES = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT'])

function configurationOf(provider: OidcProvider, keptMs = KEEP_MS): Promise<Configuration> {
  const key = JSON.stringify(provider)
  const found = known.get(key)
  if (found && Date.now() - found.at < keptMs) return found.configuration
  const configuration = discover(provider)
  known.set(key, { at: Date.now(), configuration })
  // A failed look is not kept.
  configuration.catch(() => known.get(key)?.configuration === configuration && known.delete(key))
  return configuration
}

function discover({ issuer, clientId, clientSecret }: OidcProvider): Promise<Configuration> {
  const url = new URL(issuer)
  return discovery(url, clientId, undefined, clientSecret === null ? None() : ClientSecretPost(clientSecret), {
    timeout: TIMEOUT_SECONDS,
    execute: [
      // The signature is looked at although the token comes from the provider itself.
      enableNonRepudiationChecks,
      // Without encryption only on this very machine: development and tests.
      ...(isLoopback(url) ? [allowInsecureRequests] : []),
    ],
  })
}

/** Whether the address stays on this machine. */
export function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]')
}
