/** In which people write to people; `push` only says that there is something to read. */
export const WRITTEN_CHANNELS = ['email', 'sms', 'zalo'] as const
export type WrittenChannel = (typeof WRITTEN_CHANNELS)[number]
export const MESSAGE_CHANNELS = [...WRITTEN_CHANNELS, 'push'] as const
export type MessageChannel = (typeof MESSAGE_CHANNELS)[number]
export const MESSAGE_STATES = [
  'queued',
  'waiting',
  'not-configured',
  'sent',
  'delivered',
  'undelivered',
  'given-up',
] as const
export type MessageState = (typeof MESSAGE_STATES)[number]
export const LANGUAGES = ['vi', 'en'] as const

/** What a provider answered. `code` says why, never with the address in it. */
export type Sending =
  | { readonly kind: 'taken'; readonly providerId: string | null }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'later'; readonly code: string; readonly retryAfterSeconds: number | null }

export type Attempt = { readonly attempts: number; readonly queuedAt: Date }
export type AfterAttempt = {
  readonly state: MessageState
  readonly attempts: number
  readonly nextAt: Date | null
  readonly lastError: string | null
  readonly providerId: string | null
  readonly sentAt: Date | null
  readonly settledAt: Date | null
}

/** After so long nobody is helped by a message any more. */
export const TOO_OLD_MS = 3 * 86_400_000
const MINUTE_MS = 60_000

/** Until the next try: 1, 2, 4 … minutes, at most an hour; longer when the provider asked for it. */
export function waitMs(attempts: number, retryAfterSeconds: number | null): number {
  const own = Math.min(60, 2 ** Math.max(0, attempts - 1)) * MINUTE_MS
  return Math.max(own, Math.min(retryAfterSeconds ?? 0, 86_400) * 1000)
}

/** What becomes of a message after a try. */
export function afterAttempt(message: Attempt, sending: Sending, mostAttempts: number, now: Date): AfterAttempt {
  const attempts = message.attempts + 1
  const rest = { attempts, providerId: null, sentAt: null, settledAt: null, nextAt: null }
  if (sending.kind === 'taken')
    return { ...rest, state: 'sent', lastError: null, providerId: sending.providerId, sentAt: now }
  const lastError = sending.code
  const old = now.getTime() - message.queuedAt.getTime() > TOO_OLD_MS
  if (sending.kind === 'refused' || attempts >= mostAttempts || old)
    return { ...rest, state: 'given-up', lastError, settledAt: now }
  return {
    ...rest,
    state: 'waiting',
    lastError,
    nextAt: new Date(now.getTime() + waitMs(attempts, sending.retryAfterSeconds)),
  }
}

/** Where a channel reaches a person; null when it cannot. A Vietnamese mobile number in the form `84…`. */
export function addressFor(
  channel: WrittenChannel,
  { phone, email }: { readonly phone: string | null; readonly email: string | null },
): string | null {
  if (channel === 'email')
    return email !== null && /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(email) ? email : null
  const digits = (phone ?? '').replaceAll(/[\s.()-]/g, '').replace(/^\+?84/, '0')
  return /^0[35789]\d{8}$/.test(digits) ? `84${digits.slice(1)}` : null
}
