import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import { endLease as contract, countersTopic } from '../contract.ts'
import { accountFor } from '../domain/lease.ts'
import { requireOwn } from '../own-device.ts'
import { findDevice } from '../store/devices.ts'
import { listIntakes } from '../store/intakes.ts'
import { endLease as end, findLeaseForUpdate } from '../store/leases.ts'

export const endLease = operation(contract, async (context, { leaseId, lastGiven: said }) => {
  const { tx, actor, now } = context
  const lease = await findLeaseForUpdate(tx, leaseId)
  if (!lease) throw new Problem('not-found', 'counter/no-lease')
  requireOwn(await findDevice(tx, lease.deviceId), actor)
  if (lease.endKind === 'revoked') throw new Problem('conflict', 'counter/lease-ended')
  const came = await listIntakes(tx, leaseId)
  // Given back twice, the first word stands.
  const lastGiven =
    lease.endKind === null ? checked(said, lease, came.at(-1)?.number ?? lease.first - 1) : lease.lastGiven
  if (lease.endKind === null) {
    await end(tx, leaseId, { kind: 'returned', at: now, actorId: actor.id, reason: '' }, lastGiven)
    await context.announce(countersTopic(lease.unitId))
  }
  const account = accountFor({ ...lease, endKind: 'returned', lastGiven }, came)
  return { leaseId, unused: account.filter(({ state }) => state === 'unused').length }
})

/** The last number that was given, within the lease and not before what has come in. */
function checked(said: number | null, { first, last }: { first: number; last: number }, came: number): number {
  const lastGiven = said ?? first - 1
  if (lastGiven < came || lastGiven > last)
    throw new Problem('rule-broken', 'counter/last-given-wrong', '', { values: { number: came } })
  return lastGiven
}
