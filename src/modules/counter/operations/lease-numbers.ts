import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { findUnitCode } from '#modules/cases/index.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { leaseNumbers as contract, countersTopic } from '../contract.ts'
import { MOST_LEASED } from '../domain/lease.ts'
import { requireOwn } from '../own-device.ts'
import { shownLease } from '../shown.ts'
import { findDeviceForUpdate } from '../store/devices.ts'
import { countHeld, insertLease, takeRange } from '../store/leases.ts'

const HOUR_MS = 3_600_000

export const leaseNumbers = operation(contract, async (context, { deviceId, amount, hours }) => {
  const { tx, actor, now, newId } = context
  const { unitId } = requireOwn(await findDeviceForUpdate(tx, deviceId), actor)
  await requireScope(context, contract.permission, unitId)
  const day = dayAt(now)
  const unitCode = await findUnitCode(tx, unitId, day)
  if (unitCode === undefined) throw new Problem('rule-broken', 'cases/unit-has-no-code')
  const left = await countHeld(tx, deviceId, now)
  if (left + amount > MOST_LEASED)
    throw new Problem('rule-broken', 'counter/too-many-numbers', '', { values: { left, limit: MOST_LEASED } })
  const time = { leasedAt: now, validUntil: new Date(now.getTime() + hours * HOUR_MS) }
  const running = { endKind: null, endedAt: null, endedBy: null, endReason: '', lastGiven: null }
  const range = await takeRange(tx, unitCode, day, amount)
  const row = { id: newId(), deviceId, unitId, unitCode, day, ...range, ...time, ...running }
  await insertLease(tx, row)
  await context.announce(countersTopic(unitId))
  return { ...shownLease(row), now }
})
