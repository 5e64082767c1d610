import { createTransport } from 'nodemailer'
import type { Sending } from '../domain/message.ts'

export type MailPlace = { readonly url: string; readonly from: string }
export type Mail = { readonly id: string; readonly to: string; readonly subject: string; readonly text: string }

const TIMEOUT_MS = 10_000

/**
 * Hands a mail to the server, over TLS. The Message-ID is made of the message's own id, so a mail that is given
 * twice is one mail to whoever receives it. Never throws: what went wrong is in the answer, as a code without the address.
 */
export async function handOverMail({ url, from }: MailPlace, { id, to, subject, text }: Mail): Promise<Sending> {
  const transport = createTransport({
    url,
    // Personal data crosses no network unsealed; a mail server on this machine needs no seal.
    requireTLS: !isLocal(url),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  })
  try {
    const host =
      from
        .split('@')
        .at(-1)
        ?.replaceAll(/[^\w.-]/g, '') || 'haidang.invalid'
    const sent = await transport.sendMail({
      from,
      to: { name: '', address: to },
      subject,
      text,
      messageId: `<${id}@${host}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      textEncoding: 'base64',
    })
    return { kind: 'taken', providerId: sent.messageId.slice(1, -1) }
  } catch (thrown) {
    return judged(thrown)
  } finally {
    transport.close()
  }
}

function isLocal(url: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)
}

function judged(thrown: unknown): Sending {
  const status =
    typeof thrown === 'object' && thrown !== null && 'responseCode' in thrown ? Number(thrown.responseCode) : Number.NaN
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : ''
  if (code === 'EAUTH') return { kind: 'later', code: 'smtp-sign-in', retryAfterSeconds: 600 }
  if (status >= 500 && status < 600) return { kind: 'refused', code: `smtp-${status}` }
  if (status >= 400 && status < 500) return { kind: 'later', code: `smtp-${status}`, retryAfterSeconds: null }
  return { kind: 'later', code: code === 'ETIMEDOUT' ? 'timeout' : 'unreachable', retryAfterSeconds: null }
}
