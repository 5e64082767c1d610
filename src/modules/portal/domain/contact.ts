export const CONTACT_CHANNELS = ['email', 'sms'] as const
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]

/** The one form of an address people write in many: a mail address in small letters, a Vietnamese mobile number as `84…`; null when neither. */
export function contactOf(typed: string): { readonly channel: ContactChannel; readonly address: string } | null {
  const text = typed.trim().toLowerCase()
  if (/^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(text) && text.length <= 200)
    return { channel: 'email', address: text }
  const digits = text.replaceAll(/[\s.()-]/g, '').replace(/^\+?84/, '0')
  return /^0[35789]\d{8}$/.test(digits) ? { channel: 'sms', address: `84${digits.slice(1)}` } : null
}

/** An address with its middle hidden: enough to see that it is one's own. */
export function maskedAddress({
  channel,
  address,
}: {
  readonly channel: ContactChannel
  readonly address: string
}): string {
  if (channel === 'sms') return `0${address.slice(2, 4)}…${address.slice(-3)}`
  const [name = '', host = ''] = address.split('@')
  return `${name.slice(0, 2)}…@${host}`
}
