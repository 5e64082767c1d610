import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import { giveUpIntake as contract, countersTopic } from '../contract.ts'
import { requireOwn } from '../own-device.ts'
import { findDevice } from '../store/devices.ts'
import { findByNumber, findIntake, lockIntake, putIntake } from '../store/intakes.ts'
import { findLeaseForUpdate } from '../store/leases.ts'

export const giveUpIntake = operation(contract, async (context, { itemId, deviceId, leaseId, number, ...given }) => {
  const { tx, actor, now } = context
  const device = requireOwn(await findDevice(tx, deviceId), actor)
  await lockIntake(tx, itemId)
  const lease = await findLeaseForUpdate(tx, leaseId)
  if (lease?.deviceId !== device.id) throw new Problem('not-found', 'counter/no-lease')
  const known = await findIntake(tx, itemId)
  if (known?.state === 'received')
    throw new Problem('conflict', 'counter/received-already', '', { values: { code: known.code ?? '' } })
  const isOfLease = number >= lease.first && number <= lease.last
  const there = await findByNumber(tx, leaseId, number)
  // A number that is another's, or none of ours, is not given up with it: the item is gone all the same.
  if (isOfLease && (there === undefined || there.id === itemId)) {
    const place = { id: itemId, leaseId, number, unitId: lease.unitId, takenAt: new Date(given.takenAt) }
    const kept = { contentHash: known?.contentHash ?? '', signature: known?.signature ?? '' }
    const end = { state: 'void' as const, caseId: null, code: null, problem: known?.problem ?? null }
    await putIntake(tx, { ...place, ...kept, ...end, reason: given.reason, cameAt: now })
    await context.announce(countersTopic(lease.unitId))
  }
  return { state: 'void' as const }
})
