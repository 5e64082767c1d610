import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { unitName } from '../shown.ts'
import { listDevices as listRows } from '../store/devices.ts'

export const listDevices = operation(contract.listDevices, async (context, { unitId, after, limit }) => {
  const { tx } = context
  if (unitId) await requireScope(context, contract.listDevices.permission, unitId)
  const rows = await listRows(tx, { unitId, after, limit: limit + 1 })
  const devices = []
  for (const { id, unitId: place, kind, desk, name, pairedAt, pairedByName, lastSeenAt, ...row } of rows.slice(
    0,
    limit,
  )) {
    const { revokedAt, revokedByName, revokedReason } = row
    const standing = { pairedAt, pairedByName, lastSeenAt, revokedAt, revokedByName, revokedReason }
    devices.push({ id, unitId: place, unitName: await unitName(tx, place), kind, desk, name, ...standing })
  }
  return { devices, after: rows.length > limit ? (devices.at(-1)?.id ?? null) : null }
})
