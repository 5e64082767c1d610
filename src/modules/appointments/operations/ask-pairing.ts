import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { PAIRING_MINUTES, shownPairing } from '../domain/devices.ts'
import { hashOfPairing, newDeviceToken, pairingCode } from '../pairing.ts'
import { hashOfText } from '../secrets.ts'
import { openPublic } from '../store/appointments.ts'
import { dropPairing, findDeviceByToken, insertPairing } from '../store/devices.ts'

const MINUTE_MS = 60_000
/** So long browsers keep a cookie at most. */
const KEPT_MS = 400 * 86_400_000

/** The secret is made here and lies in the browser's cookie; it opens nothing until somebody has typed the code. */
export const askPairing = operation(contract.askPairing, async ({ tx, now, newId, device }) => {
  await openPublic(tx)
  if (device.token !== null) {
    const tokenHash = hashOfText(device.token)
    const own = await findDeviceByToken(tx, tokenHash)
    if (own && own.revokedAt === null) throw new Problem('conflict', 'appointments/paired-already')
    await dropPairing(tx, tokenHash)
  }
  const [id, token] = [newId(), newDeviceToken()]
  const code = pairingCode(id)
  const expiresAt = new Date(now.getTime() + PAIRING_MINUTES * MINUTE_MS)
  await insertPairing(tx, { id, codeHash: hashOfPairing(code), tokenHash: hashOfText(token), askedAt: now, expiresAt })
  device.set(token, new Date(now.getTime() + KEPT_MS))
  return { id, code: shownPairing(code), expiresAt }
})
