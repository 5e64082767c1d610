import { randomBytes } from 'node:crypto'
import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { findUnitCode } from '#modules/cases/index.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { registerDevice as contract, countersTopic } from '../contract.ts'
import { sealQueueKey } from '../queue-key.ts'
import { shownDevice, unitNamer } from '../shown.ts'
import { publicKeyOf } from '../signing.ts'
import { countDevices, insertDevice, lockCountersOf } from '../store/devices.ts'

const MOST_OF_A_UNIT = 99

export const registerDevice = operation(contract, async (context, { unitId, name, publicKey }) => {
  const { tx, actor, now, newId } = context
  await requireScope(context, contract.permission, unitId)
  if ((await findUnitCode(tx, unitId, dayAt(now))) === undefined)
    throw new Problem('rule-broken', 'cases/unit-has-no-code', 'The unit has no identifier in force.')
  const [keyX, keyY] = [publicKey.x, publicKey.y]
  publicKeyOf({ keyX, keyY })
  await lockCountersOf(tx, unitId)
  const { inUse, highest } = await countDevices(tx, unitId)
  if (inUse >= MOST_OF_A_UNIT)
    throw new Problem('rule-broken', 'counter/too-many-devices', '', { values: { limit: MOST_OF_A_UNIT } })
  const [id, key] = [newId(), randomBytes(32)]
  const by = { accountId: actor.id, officerName: actor.name, registeredAt: now }
  const standing = { queueKey: sealQueueKey(key, id), revokedAt: null, revokedBy: null, revokedReason: null }
  const row = { id, unitId, counter: highest + 1, name, keyX, keyY, ...by, ...standing }
  await insertDevice(tx, row)
  await context.announce(countersTopic(unitId))
  return { ...shownDevice(row, await unitNamer(tx, now)), queueKey: key.toString('base64url') }
})
