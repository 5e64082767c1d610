import { seal, unseal } from '#server/secrets.ts'

const PURPOSE = 'counter queue key'

/** The key to a device's queue as the database keeps it. */
export function sealQueueKey(key: Uint8Array, deviceId: string): Buffer {
  return seal(key, PURPOSE, deviceId)
}

/** The key to a device's queue, in base64url. */
export function openQueueKey(sealed: Uint8Array, deviceId: string): string {
  return unseal(sealed, PURPOSE, deviceId).toString('base64url')
}
