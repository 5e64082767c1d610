import { createHmac, timingSafeEqual } from 'node:crypto'
import { signaturesIn, signedText } from '../domain/webhook.ts'

export type SignedReport = {
  readonly webhookId: string
  readonly timestamp: number
  readonly signature: string
  readonly payload: string
}

/** The signature of a report under a secret `whsec_…`, as it stands after `v1,`. */
export function signatureOf(
  secret: string,
  { webhookId, timestamp, payload }: Omit<SignedReport, 'signature'>,
): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return createHmac('sha256', key)
    .update(signedText(webhookId, timestamp, payload))
    .digest('base64')
}

/** Whether one of the signatures is right under one of the secrets. */
export function isSigned(report: SignedReport, secrets: readonly string[]): boolean {
  const given = signaturesIn(report.signature).map((one) => Buffer.from(one, 'base64'))
  return secrets.some((secret) => {
    const right = Buffer.from(signatureOf(secret, report), 'base64')
    return given.some((one) => one.length === right.length && timingSafeEqual(one, right))
  })
}
