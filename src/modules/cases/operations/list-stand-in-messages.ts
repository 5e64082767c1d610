import { operation } from '#server/operation.ts'
import { listStandInMessages as contract } from '../contract/stand-ins.ts'
import { messageConfig } from '../gateways/message-gateways.ts'
import { listBehaviours, listGiven } from '../store/stand-ins.ts'

export const listStandInMessages = operation(contract, async ({ tx }, { channel, after, limit }) => {
  const rows = await listGiven(tx, { channel, after, limit: limit + 1 })
  const given = rows.slice(0, limit)
  const told = new Map((await listBehaviours(tx)).map((row) => [row.channel, row]))
  return {
    standIns: messageConfig().simulated.map((one) => {
      const { behaviour = 'well', changedByName = null, changedAt = null } = told.get(one) ?? {}
      return { channel: one, behaviour, changedByName, changedAt }
    }),
    given,
    next: rows.length > limit ? (given.at(-1)?.id ?? null) : null,
  }
})
