import { Problem } from '#kernel/problem.ts'
import type { Actor } from '#server/actor.ts'
import type { DeviceRow } from './store/tables.ts'

/** The device of the actor, which stands. Throws `not-found` for another's, and `rule-broken` for one that was revoked. */
export function requireOwn(device: DeviceRow | undefined, actor: Actor): DeviceRow {
  if (!device || device.accountId !== actor.id) throw new Problem('not-found', 'counter/no-device')
  if (device.revokedAt !== null) throw new Problem('rule-broken', 'counter/device-revoked', 'The counter was revoked.')
  return device
}
