import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { hashOfSecret, newSecret, TOKEN_PREFIX } from '../credentials/token.ts'
import { basisOf, PERMISSION_SHAPE } from '../domain/rights.ts'
import { ownSession } from '../own-session.ts'
import { insertToken } from '../store/sessions.ts'
import { reachAmong } from '../units.ts'

const DAY_MS = 86_400_000

/** An access token for a program, with a part of one's own rights; shown once and kept as a hash. */
export const createToken = operation(contract.createToken, async (context, { name, rights, days }) => {
  const { tx, now, newId, actor } = context
  const { account, settings } = await ownSession(context)
  const most = settings['token-days']
  if (days > most) throw new Problem('rule-broken', 'identity/token-too-long', 'Too long.', { values: { most } })
  const isUnder = await reachAmong(
    tx,
    rights.map(({ unitId }) => unitId),
    actor.grants.map(({ unitId }) => unitId),
  )
  const tokenId = newId()
  const grants = rights.map((wanted) => {
    const basis = PERMISSION_SHAPE.test(wanted.permission) ? basisOf(actor.grants, wanted, isUnder) : undefined
    if (!basis) {
      throw new Problem('rule-broken', 'identity/more-than-own', 'More than the account holds.', {
        values: { permission: wanted.permission },
      })
    }
    return {
      tokenId,
      ...wanted,
      basisPermission: basis.permission,
      basisUnitId: basis.unitId,
      basisReach: basis.reach,
    }
  })
  const token = TOKEN_PREFIX + newSecret()
  const expiresAt = new Date(now.getTime() + days * DAY_MS)
  await insertToken(
    tx,
    {
      id: tokenId,
      accountId: account.id,
      name,
      tokenHash: hashOfSecret(token),
      createdAt: now,
      expiresAt,
      lastUsedAt: null,
      revokedAt: null,
    },
    grants,
  )
  return { tokenId, token, expiresAt: expiresAt.toISOString() }
})
