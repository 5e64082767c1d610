import { createHmac, randomBytes } from 'node:crypto'
import { keyFor } from '#server/secrets.ts'
import { spell, typed } from './domain/code.ts'
import { CODE_LENGTH } from './domain/devices.ts'

/** The code on the screen: it follows from the id of the pairing under the key of the installation and is kept nowhere. */
export function pairingCode(pairingId: string): string {
  const bytes = createHmac('sha256', keyFor('appointments.pairing')).update(pairingId).digest()
  return spell(bytes, CODE_LENGTH)
}

/** By what a typed code is found: a keyed hash, as codes are few enough to be tried. */
export const hashOfPairing = (code: string): string =>
  createHmac('sha256', keyFor('appointments.pairing-code')).update(typed(code)).digest('hex')

/** The secret of a browser in a hall. */
export const newDeviceToken = (): string => randomBytes(32).toString('base64url')
