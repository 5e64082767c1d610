/** What a counter says it took, and signs: on the provisional receipt and with what it sends. */
export type Statement = {
  readonly itemId: string
  readonly deviceId: string
  readonly leaseId: string
  readonly number: number
  /** By the counter's clock, set by the server's when the numbers were leased: `2026-12-01T02:03:04.005Z`. */
  readonly takenAt: string
  /** SHA-256 of the content as it is sent, in hexadecimal. */
  readonly contentHash: string
}

/** The text that is signed. Its first line keeps a signature from meaning anything else. */
export function statementText({ itemId, deviceId, leaseId, number, takenAt, contentHash }: Statement): string {
  return ['haidang counter intake 1', itemId, deviceId, leaseId, number, takenAt, contentHash].join('\n')
}

/** Where anyone looks a provisional receipt up. */
export const PROVISIONAL_PATH = '/tra-cuu-tam'

export type Slip = Statement & { readonly signature: string }

/** The address in the QR code of a provisional receipt: all of it stands behind the `#`, which browsers never send. */
export function slipAddress(origin: string, slip: Slip): string {
  const { itemId, deviceId, leaseId, number, takenAt, contentHash, signature } = slip
  return `${origin}${PROVISIONAL_PATH}#${[itemId, deviceId, leaseId, number, takenAt, contentHash, signature].join('~')}`
}

/** What stands behind the `#` of such an address, or null when it is none. Whether it is true is asked of the server. */
export function slipFrom(text: string): Slip | null {
  const [itemId, deviceId, leaseId, number, takenAt, contentHash, signature, ...rest] = text.split('~')
  if (!itemId || !deviceId || !leaseId || !takenAt || !contentHash || !signature || rest.length > 0) return null
  return /^\d{1,7}$/.test(number ?? '')
    ? { itemId, deviceId, leaseId, number: Number(number), takenAt, contentHash, signature }
    : null
}
