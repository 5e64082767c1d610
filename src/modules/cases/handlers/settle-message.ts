import type { Handler, HandlerContext } from '#server/events.ts'
import { MESSAGES_TOPIC } from '../contract/messages.ts'
import { caseTopic } from '../contract/shapes.ts'
import { settleReported } from '../store/messages.ts'

/** What was reported becomes the state of the messages it is about. */
export async function settleWaiting({ tx, now, announce }: HandlerContext): Promise<void> {
  const caseIds = await settleReported(tx, now)
  if (caseIds.length === 0) return
  await announce(MESSAGES_TOPIC)
  for (const caseId of caseIds) await announce(caseTopic(caseId))
}

/** A report on what nobody sent, or on what is settled, changes nothing; one that came before its sending was kept waits for it. */
export const settleMessage: Handler = {
  name: 'cases.settle-message',
  on: 'cases.message-reported',
  run: settleWaiting,
}
