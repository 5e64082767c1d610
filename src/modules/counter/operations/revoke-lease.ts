import { Problem } from '#kernel/problem.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { revokeLease as contract, countersTopic } from '../contract.ts'
import { endLease, findLeaseForUpdate } from '../store/leases.ts'

export const revokeLease = operation(contract, async (context, { leaseId, reason }) => {
  const { tx, actor, now } = context
  const lease = await findLeaseForUpdate(tx, leaseId)
  if (!lease) throw new Problem('not-found', 'counter/no-lease')
  await requireScope(context, contract.permission, lease.unitId)
  if (lease.endKind !== null) throw new Problem('conflict', 'counter/lease-ended')
  await endLease(tx, leaseId, { kind: 'revoked', at: now, actorId: actor.id, reason }, null)
  await context.announce(countersTopic(lease.unitId))
  return { leaseId }
})
