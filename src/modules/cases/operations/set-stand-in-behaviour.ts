import { Problem } from '#kernel/problem.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { setStandInBehaviour as contract, STAND_INS_TOPIC } from '../contract/stand-ins.ts'
import { behavioursOf } from '../domain/stand-in.ts'
import { messageConfig } from '../gateways/message-gateways.ts'
import { putBehaviour } from '../store/stand-ins.ts'

export const setStandInBehaviour = operation(contract, async (context, { channel, behaviour }) => {
  // A stand-in answers for every unit.
  requireEverywhere(context, contract.permission)
  const { tx, actor, now, announce } = context
  if (!messageConfig().simulated.includes(channel))
    throw new Problem('not-found', 'cases/no-stand-in', 'No stand-in answers this channel.', { values: { channel } })
  if (!behavioursOf(channel).includes(behaviour))
    throw new Problem('rule-broken', 'cases/no-such-behaviour', 'A mail server does not report deliveries.')
  await putBehaviour(tx, { channel, behaviour, changedBy: actor.id, changedByName: actor.name, changedAt: now })
  await announce(STAND_INS_TOPIC)
  return { channel, behaviour }
})
