/** Where a citizen follows a case. */
export const LOOK_UP_PATH = '/tra-cuu'

/** The address in the QR code of a receipt: the secret stands behind the `#`, which browsers never send and servers never log. */
export function lookUpAddress(origin: string, code: string, secret: string): string {
  return `${origin}${LOOK_UP_PATH}?ma=${encodeURIComponent(code)}#${encodeURIComponent(secret)}`
}
