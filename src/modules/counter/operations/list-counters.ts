import { operation } from '#server/operation.ts'
import { listCounters as contract } from '../contract.ts'
import { shownDevice, shownLease, unitNamer } from '../shown.ts'
import { listDevices } from '../store/devices.ts'
import { listLeases } from '../store/leases.ts'

const LEASES_SHOWN = 10

export const listCounters = operation(contract, async ({ tx, now }, page) => {
  const devices = await listDevices(tx, page)
  const leases = await listLeases(
    tx,
    devices.map(({ id }) => id),
    LEASES_SHOWN,
  )
  const byDevice = Map.groupBy(leases, ({ deviceId }) => deviceId)
  const nameOf = await unitNamer(tx, now)
  return {
    counters: devices.map((device) => ({
      ...shownDevice(device, nameOf),
      officerName: device.officerName,
      registeredAt: device.registeredAt,
      revokedAt: device.revokedAt,
      revokedReason: device.revokedReason,
      leases: (byDevice.get(device.id) ?? []).map((lease) => ({
        ...shownLease(lease),
        endKind: lease.endKind,
        endedAt: lease.endedAt,
        came: { received: lease.received, refused: lease.refused, void: lease.void },
      })),
    })),
    after: devices.length < page.limit ? null : (devices.at(-1)?.id ?? null),
  }
})
