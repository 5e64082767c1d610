import type { z } from 'zod'
import { Problem } from '#kernel/problem.ts'
import { receiptOf } from '#modules/cases/index.ts'
import { SYSTEM } from '#server/actor.ts'
import type { Tx } from '#server/db.ts'
import { operation } from '#server/operation.ts'
import { setRowScope } from '#server/row-security.ts'
import { lookUpSlip as contract, type SlipFound } from '../contract.ts'
import { provisionalNumber } from '../domain/lease.ts'
import { unitNamer } from '../shown.ts'
import { isSigned } from '../signing.ts'
import { findDevice } from '../store/devices.ts'
import { findIntake } from '../store/intakes.ts'
import { findLease } from '../store/leases.ts'

type Found = z.input<typeof SlipFound>

export const lookUpSlip = operation(contract, async ({ tx, now }, slip): Promise<Found> => {
  // Nobody is signed in, so row security shows nothing. Here the signature is the key: one intake by its statement, nothing without it.
  await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
  const device = await findDevice(tx, slip.deviceId)
  const lease = device && (await findLease(tx, slip.leaseId))
  const isLeased = lease?.deviceId === slip.deviceId && slip.number >= lease.first && slip.number <= lease.last
  if (!device || !lease || !isLeased || !isSigned(slip, device)) throw new Problem('not-found', 'counter/not-a-slip')
  const intake = await findIntake(tx, slip.itemId)
  const nameOf = await unitNamer(tx, now)
  return {
    number: provisionalNumber(lease, device.counter, slip.number),
    unitName: nameOf(device.unitId),
    counterName: device.name,
    takenAt: slip.takenAt,
    // An intake that was received stays so, whatever becomes of the counter.
    state: intake?.state !== 'received' && lease.endKind === 'revoked' ? 'revoked' : (intake?.state ?? 'provisional'),
    received: intake?.state === 'received' && intake.caseId !== null ? await receivedAs(tx, intake.caseId) : null,
  }
})

async function receivedAs(tx: Tx, caseId: string): Promise<Found['received']> {
  const { code, secret, receivedAt, dueAt } = await receiptOf(tx, caseId)
  return { code, secret, receivedAt, dueAt }
}
