import type { MessageConfig } from '#server/config.ts'
import { readConfig } from '#server/config.ts'
import { publicAddress } from '#server/public-address.ts'
import { WRITTEN_CHANNELS, type WrittenChannel } from '../domain/message.ts'
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

/** How many channels write to people while nobody has said where the platform is: their messages name pages in words alone. */
export function channelsWithoutAddress(): number {
  if (publicAddress() !== null) return 0
  return WRITTEN_CHANNELS.filter((channel) => wayOut(channel) === 'real').length
}

export function ownGateways(): Gateways {
  return gatewaysOf(messageConfig())
}

/** Whether messages leave by the channel: to people, to a stand-in of the demonstration, or not at all. */
export function wayOut(channel: WrittenChannel): 'real' | 'simulated' | null {
  if (ownGateways()[channel] === null) return null
  return messageConfig().simulated.includes(channel) ? 'simulated' : 'real'
}

/** What a message is about that belongs to no case: said by the module it comes from, for the outbox of a demonstration. */
export type About = {
  readonly kind: string
  readonly id: string
  readonly label: { readonly vi: string; readonly en: string }
  /** Whose it is; null: nobody's but of those who see everything. */
  readonly unitId: string | null
}
const MOST_ABOUTS = 1000
const abouts = new Map<string, About>()

/** What a message is about that this process is handing to a stand-in, which lives in it. */
export const aboutOf = (messageId: string): About | null => abouts.get(messageId) ?? null

/** Hands one message over that belongs to no case. Throws while the provider asks for patience, so that its event comes again. */
export async function handOver(channel: WrittenChannel, message: Outgoing, about: About): Promise<void> {
  const gateway = ownGateways()[channel]
  if (wayOut(channel) === 'simulated') {
    if (abouts.size >= MOST_ABOUTS) abouts.clear()
    abouts.set(message.id, about)
  }
  const sending = await gateway?.(message)
  if (sending?.kind === 'later') throw new Error(`The provider asks for patience: ${sending.code}`)
}
