import { Problem } from '#kernel/problem.ts'
import { isLoopback } from '#server/openid.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { sealText } from '../credentials/sealing.ts'
import { auditWithoutInput } from '../own-session.ts'
import { findProvider, saveProviderRow } from '../store/providers.ts'

/** Adds or changes a sign-in provider; its secret goes in and never comes out. */
export const saveProvider = operation(
  contract.saveProvider,
  async (context, { providerId, clientSecret, ...input }) => {
    const { tx, now, newId } = context
    const found = providerId ? await findProvider(tx, providerId) : undefined
    if (providerId && !found) throw new Problem('not-found', 'identity/provider-not-found')
    const issuer = new URL(input.issuer)
    if (issuer.protocol !== 'https:' && !isLoopback(issuer)) {
      throw new Problem('rule-broken', 'identity/provider-not-encrypted', 'The address must begin with https.')
    }
    const id = found?.id ?? newId()
    const sealed =
      clientSecret === null ? (found?.clientSecretSealed ?? null) : sealText(clientSecret, 'identity.oidc-client', id)
    await saveProviderRow(tx, { id, ...input, clientSecretSealed: sealed, createdAt: found?.createdAt ?? now })
    await auditWithoutInput(context, contract.saveProvider, { providerId: id })
    return { providerId: id }
  },
)
