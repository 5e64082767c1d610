import { Problem } from '#kernel/problem.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { setConnection as contract, EXCHANGE_TOPIC } from '../contract.ts'
import { sealSecret } from '../engine/place.ts'
import { shownConnection } from '../engine/shown-connection.ts'
import { getConnection, putConnection } from '../store/connection.ts'

export const setConnection = operation(contract, async (context, { secret, version, ...input }) => {
  requireEverywhere(context, contract.permission)
  const { tx, actor, now } = context
  const before = await getConnection(tx)
  if (before.version !== version) throw new Problem('conflict', 'exchange/changed-meanwhile')
  if (input.kind === 'real' && !isPortalAddress(input.address))
    throw new Problem('invalid-input', 'exchange/bad-address', '', {
      errors: [{ path: 'address', code: 'exchange/bad-address', message: 'not https' }],
    })
  const address = input.kind === 'real' ? input.address : ''
  const isSame = before.kind === input.kind && before.address === address && before.account === input.account
  // A secret is for one place: whoever turns the connection elsewhere does not send it there.
  if (input.kind === 'real' && secret === undefined && !isSame)
    throw new Problem('rule-broken', 'exchange/secret-wanted')
  await putConnection(tx, {
    ...input,
    address,
    secret: secret === undefined ? (isSame ? before.secret : null) : sealSecret(secret),
    cursor: isSame ? before.cursor : '',
    version: version + 1,
    changedAt: now,
    changedByName: actor.name,
  })
  await context.announce(EXCHANGE_TOPIC)
  return shownConnection(await getConnection(tx), now)
})

function isPortalAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, username, password, search, hash } = new URL(address)
  return protocol === 'https:' && `${username}${password}${search}${hash}` === ''
}
