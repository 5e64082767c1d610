import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import { getLease as contract } from '../contract.ts'
import { accountFor, provisionalNumber } from '../domain/lease.ts'
import { shownLease } from '../shown.ts'
import { findDevice } from '../store/devices.ts'
import { listIntakes } from '../store/intakes.ts'
import { findLease } from '../store/leases.ts'

export const getLease = operation(contract, async ({ tx }, { leaseId }) => {
  const lease = await findLease(tx, leaseId)
  const device = lease && (await findDevice(tx, lease.deviceId))
  if (!device) throw new Problem('not-found', 'counter/no-lease')
  const came = await listIntakes(tx, leaseId)
  const byNumber = new Map(came.map((one) => [one.number, one]))
  return {
    ...shownLease(lease),
    counterName: device.name,
    officerName: device.officerName,
    endKind: lease.endKind,
    endedAt: lease.endedAt,
    endReason: lease.endReason,
    numbers: accountFor(lease, came).map(({ number, state }) => {
      const { caseId = null, code = null, problem = null, reason = null } = byNumber.get(number) ?? {}
      return { number: provisionalNumber(lease, device.counter, number), state, caseId, code, problem, reason }
    }),
  }
})
