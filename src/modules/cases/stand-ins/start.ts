import { randomBytes } from 'node:crypto'
import type { MessageConfig } from '#server/config.ts'
import type { Db } from '#server/db.ts'
import { keptBook } from './book.ts'
import { startHttpStandIn } from './http-provider.ts'
import { startMailStandIn } from './mail-server.ts'
import { startPushStandIn } from './push-service.ts'
import { reporting } from './reports.ts'

export type StandIns = {
  /** The ways out, with a stand-in wherever the installation named none. */
  readonly messages: MessageConfig
  /** Where the platform takes delivery reports. */
  reportTo(address: string): void
  close(): Promise<void>
}

/**
 * Starts stand-ins on loopback for the channels that have no way out, so that a demonstration shows what messages go through. What is named in
 * the environment is left as it is.
 */
export async function startStandIns(db: Db, messages: MessageConfig): Promise<StandIns> {
  const key = randomBytes(24).toString('base64url')
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  const book = keptBook(db)
  const { reports, reportTo, stop } = reporting({ secret, book })
  const mail = messages.smtpUrl === undefined ? await startMailStandIn({ key, book, reports }) : null
  const sms = messages.smsUrl === undefined ? await startHttpStandIn({ channel: 'sms', key, book, reports }) : null
  const zalo = messages.zaloUrl === undefined ? await startHttpStandIn({ channel: 'zalo', key, book, reports }) : null
  const push = await startPushStandIn({ book })
  return {
    messages: {
      ...messages,
      ...(mail && {
        smtpUrl: `smtp://haidang:${key}@127.0.0.1:${mail.port}`,
        mailFrom: 'Hải Đăng <motcua@haidang.invalid>',
      }),
      ...(sms && { smsUrl: `http://127.0.0.1:${sms.port}`, smsKey: key }),
      ...(zalo && { zaloUrl: `http://127.0.0.1:${zalo.port}`, zaloKey: key }),
      pushStandInUrl: `http://127.0.0.1:${push.port}`,
      reportSecrets: [...messages.reportSecrets, secret],
      simulated: [
        ...(mail ? ['email' as const] : []),
        ...(sms ? ['sms' as const] : []),
        ...(zalo ? ['zalo' as const] : []),
        'push',
      ],
    },
    reportTo,
    async close() {
      stop()
      await Promise.all([mail?.close(), sms?.close(), zalo?.close(), push.close()])
    },
  }
}
