import type { MessageConfig } from '#server/config.ts'
import { readConfig } from '#server/config.ts'
import type { Sending, WrittenChannel } from '../domain/message.ts'
import type { Gateway, Outgoing } from './gateway.ts'
import { type PushPost, pushPost } from './push-post.ts'
import { smsGateway } from './sms.ts'
import { handOverMail } from './smtp.ts'
import { zaloGateway } from './zalo.ts'

export type Gateways = Readonly<Record<WrittenChannel, Gateway | null>> & { readonly push: PushPost }

/** The ways out of this installation; null where none is configured. */
export function gatewaysOf(config: MessageConfig): Gateways {
  const { smtpUrl, mailFrom, smsUrl, smsKey, zaloUrl, zaloKey, pushStandInUrl } = config
  const mail = smtpUrl !== undefined && mailFrom !== undefined ? { url: smtpUrl, from: mailFrom } : null
  return {
    email: mail && ((message) => handOverMail(mail, message)),
    sms: smsGateway(smsUrl, smsKey),
    zalo: zaloGateway(zaloUrl, zaloKey),
    push: pushPost(pushStandInUrl),
  }
}

let given: MessageConfig | undefined

/** From now on messages of this process go through these, instead of what the environment names. */
export function sendThrough(messages: MessageConfig): void {
  given = messages
}

/** Through whom this process writes to people. */
export function messageConfig(): MessageConfig {
  given ??= readConfig().messages
  return given
}

export function ownGateways(): Gateways {
  return gatewaysOf(messageConfig())
}

/** Whether messages leave by the channel: to people, to a stand-in of the demonstration, or not at all. */
export function wayOut(channel: WrittenChannel): 'real' | 'simulated' | null {
  if (ownGateways()[channel] === null) return null
  return messageConfig().simulated.includes(channel) ? 'simulated' : 'real'
}

/** Hands one message over that belongs to no case. Never throws; without a way out it is refused. */
export async function handOver(channel: WrittenChannel, message: Outgoing): Promise<Sending> {
  const gateway = ownGateways()[channel]
  return gateway ? gateway(message) : { kind: 'refused', code: 'cases/not-configured' }
}
