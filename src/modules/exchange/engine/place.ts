import { readConfig } from '#server/config.ts'
import { seal, unseal } from '#server/secrets.ts'
import type { Place } from '../gateways/portal.ts'
import { runningStandIn } from '../stand-ins/running.ts'
import type { ConnectionRow } from '../store/tables.ts'

const PURPOSE = 'exchange-connection'
/** There is one connection. */
const OWNER = 'national-portal'

export function sealSecret(secret: string): Buffer {
  return seal(Buffer.from(secret), PURPOSE, OWNER)
}

/** Where the portal is and as whom we speak; null: nobody is there to speak with. */
export function placeOf({ kind, address, account, secret, agency, profile }: ConnectionRow): Place | null {
  if (kind === 'none') return null
  if (kind === 'stand-in') {
    const standIn = runningStandIn()
    return standIn && { address: standIn.url, account: standIn.account, secret: standIn.secret, agency, profile }
  }
  return { address, account, secret: secret === null ? '' : unseal(secret, PURPOSE, OWNER).toString(), agency, profile }
}

/** The address under which the portal reaches this platform; null: nobody has set it. */
export function ownOrigin(): string | null {
  return readConfig().publicUrl?.replace(/\/+$/, '') ?? null
}
