import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { redirectUri } from '../oidc-place.ts'
import { listProviderRows } from '../store/providers.ts'

/** The sign-in providers, without their secrets. */
export const listProviders = operation(contract.listProviders, async ({ tx }) => ({
  redirectUri: redirectUri(),
  providers: (await listProviderRows(tx)).map(({ clientSecretSealed, ...row }) => ({
    ...row,
    hasSecret: clientSecretSealed !== null,
  })),
}))
