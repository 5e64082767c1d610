import { Problem } from '#kernel/problem.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { type Context, operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireFreeName } from '../device-names.ts'
import { MOST_WRONG_CODES } from '../domain/devices.ts'
import { hashOfPairing } from '../pairing.ts'
import { requireDesk, requireOpening } from '../queue.ts'
import { hashOfText } from '../secrets.ts'
import { openPublic } from '../store/appointments.ts'
import { insertDevice, takePairing } from '../store/devices.ts'
import { countWrongTries, keepTry } from '../store/look-ups.ts'

const HOUR_MS = 3_600_000

export const pairDevice = operation(contract.pairDevice, async (context, { code, unitId, kind, desk, name }) => {
  const { tx, actor, now, newId, announce } = context
  await requireScope(context, contract.pairDevice.permission, unitId)
  await requireOpening(tx, unitId, now)
  if ((kind === 'rating') !== (desk !== null)) throw new Problem('invalid-input', 'appointments/desk-of-rating')
  if (desk !== null) await requireDesk(tx, unitId, desk, now)
  await requireFreeName(tx, unitId, name)
  const pairing = await requirePairing(context, code)
  const id = newId()
  const by = { pairedAt: now, pairedBy: actor.id, pairedByName: actor.name, lastSeenAt: null }
  const standing = { revokedAt: null, revokedBy: null, revokedByName: null, revokedReason: null }
  await insertDevice(tx, { id, unitId, kind, desk, name, tokenHash: pairing.tokenHash, ...by, ...standing })
  await announce(contract.pairingTopic(pairing.id))
  await announce(contract.devicesTopic)
  return { id }
})

/** The pairing of a code that stands on a screen now. Wrong codes of an official are counted; after too many an hour passes. */
async function requirePairing({ tx, actor, now, defer }: Context, code: string) {
  const codeHash = hashOfText(`pairing by ${actor.id}`)
  const wrong = await countWrongTries(tx, codeHash, new Date(now.getTime() - HOUR_MS))
  if (wrong >= MOST_WRONG_CODES) throw new Problem('too-many-requests', 'appointments/pairing-closed')
  await openPublic(tx)
  const pairing = await takePairing(tx, hashOfPairing(code), now)
  if (pairing) return pairing
  defer((after) => keepTry(after, { codeHash, found: false, at: now }))
  // A guess is refused as what one may not do, so that it stands in the log of acts.
  throw new Problem('not-allowed', 'appointments/unknown-pairing', '', {
    errors: [{ path: 'code', code: 'appointments/unknown-pairing', message: 'No screen shows this code now.' }],
  })
}
