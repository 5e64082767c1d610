/** Where a citizen follows a case. */
export const LOOK_UP_PATH = '/tra-cuu'
/** How the page is called where nobody has said the address of the platform. */
export const LOOK_UP_PAGE = {
  vi: 'trang Tra cứu hồ sơ của dịch vụ công',
  en: 'the page Follow a case of the public services',
}

/** The address in the QR code of a receipt: the secret stands behind the `#`, which browsers never send and servers never log. */
export function lookUpAddress(origin: string, code: string, secret: string): string {
  return `${origin}${LOOK_UP_PATH}?ma=${encodeURIComponent(code)}#${encodeURIComponent(secret)}`
}
