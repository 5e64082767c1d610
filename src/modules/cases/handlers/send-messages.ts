import type { HandlerContext, Schedule } from '#server/events.ts'
import { MESSAGES_TOPIC } from '../contract/messages.ts'
import { caseTopic } from '../contract/shapes.ts'
import { afterAttempt } from '../domain/message.ts'
import type { Gateway } from '../gateways/gateway.ts'
import { type Gateways, ownGateways } from '../gateways/message-gateways.ts'
import {
  forgetReports,
  keepAttempt,
  keepUnconfigured,
  listChannels,
  pauseChannel,
  takeDueMessages,
} from '../store/messages.ts'
import type { ChannelRow, MessageRow } from '../store/notify-tables.ts'
import { forgetGone, pushGateway } from '../web-push.ts'
import { settleWaiting } from './settle-message.ts'

/** At most so many at once: a slow provider is waited for once, not as often as there are messages. */
const AT_ONCE = 10
const ASK_AGAIN_MS = 5 * 60_000
const HOUR_MS = 3_600_000

/**
 * Sends what is due. The rows stay locked while the provider is asked and no case is touched, so nobody else sends them; a process that dies in
 * between leaves them due, and they are given again under the same key, by which the provider counts them once.
 */
export async function sendDue(context: HandlerContext, gateways: Gateways): Promise<void> {
  const { tx, now, announce } = context
  let moved = 0
  for (const channel of await listChannels(tx)) {
    const gateway = channel.channel === 'push' ? pushGateway(context, gateways.push) : gateways[channel.channel]
    if (gateway) moved += await sendOn(context, channel, gateway)
    else moved += await keepUnconfigured(tx, channel.channel, now, new Date(now.getTime() + ASK_AGAIN_MS))
  }
  await settleWaiting(context)
  await forgetReports(tx, new Date(now.getTime() - HOUR_MS))
  if (moved > 0) await announce(MESSAGES_TOPIC)
}

async function sendOn(context: HandlerContext, channel: ChannelRow, gateway: Gateway): Promise<number> {
  const { tx, now } = context
  if (channel.pausedUntil !== null && channel.pausedUntil > now) return 0
  const due = await takeDueMessages(tx, channel, now, AT_ONCE)
  const answers = await Promise.all(due.map(async (message) => ({ message, sending: await give(gateway, message) })))
  let pause = 0
  for (const { message, sending } of answers) {
    await keepAttempt(tx, message.id, afterAttempt(message, sending, channel.mostAttempts, now), now)
    if (channel.channel === 'push') await forgetGone(context, message.recipient, sending)
    await context.announce(caseTopic(message.caseId))
    if (sending.kind === 'later') pause = Math.max(pause, sending.retryAfterSeconds ?? 0)
  }
  if (pause > 0) await pauseChannel(tx, channel.channel, new Date(now.getTime() + Math.min(pause, 3600) * 1000))
  return due.length
}

function give(gateway: Gateway, { id, recipient, subject, text, templateId }: MessageRow) {
  return gateway({ id, to: recipient, subject, text, template: templateId })
}

/** Every two seconds, on a line of its own: it waits for the outside. */
export const sendMessages: Schedule = {
  name: 'cases.send-messages',
  everySeconds: 2,
  outside: true,
  run: (context) => sendDue(context, ownGateways()),
}
