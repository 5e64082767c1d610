import { operation } from '#server/operation.ts'
import { messageOverview as contract } from '../contract/messages.ts'
import { channelsWithoutAddress, messageConfig, ownGateways } from '../gateways/message-gateways.ts'
import { countFailures, countMessages, listChannels } from '../store/messages.ts'

const WEEK_MS = 7 * 86_400_000

export const messageOverview = operation(contract, async ({ tx, now }) => {
  const since = new Date(now.getTime() - WEEK_MS)
  const counts = await countMessages(tx, since)
  const gateways = ownGateways()
  const channels = await listChannels(tx)
  return {
    channels: channels.map(({ channel, perMinute, mostAttempts, pausedUntil }) => {
      const own = counts.filter((row) => row.channel === channel)
      const waiting = own.flatMap(({ oldest }) => (oldest === null ? [] : [oldest]))
      return {
        channel,
        configured: gateways[channel] !== null,
        simulated: messageConfig().simulated.includes(channel),
        perMinute,
        mostAttempts,
        pausedUntil: pausedUntil !== null && pausedUntil > now ? pausedUntil : null,
        oldestWaiting: waiting.toSorted((left, right) => left.getTime() - right.getTime())[0] ?? null,
        counts: own.map(({ state, count }) => ({ state, count })),
      }
    }),
    withoutAddress: channelsWithoutAddress() > 0,
    failures: await countFailures(tx, since),
  }
})
