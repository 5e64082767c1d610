import { newId } from '#kernel/id.ts'
import { SYSTEM } from '#server/actor.ts'
import type { Db, Tx } from '#server/db.ts'
import { announcer } from '#server/events.ts'
import { setRowScope } from '#server/row-security.ts'
import { STAND_INS_TOPIC } from '../contract/stand-ins.ts'
import type { MessageChannel } from '../domain/message.ts'
import { type Reaction, reactionTo } from '../domain/stand-in.ts'
import { aboutOf } from '../gateways/message-gateways.ts'
import { behaviourOf, forgetGiven, isTaken, keepGiven, keepReportAnswer } from '../store/stand-ins.ts'

export type Given = {
  readonly channel: MessageChannel
  /** The key it is given under: the id of the message. */
  readonly messageId: string
  readonly recipient: string
  readonly subject: string
  readonly text: string
}
export type Reacting = Reaction & { readonly givenId: string }

/** Where a stand-in looks up how to behave, and keeps what it was given. */
export type Book = {
  take(given: Given): Promise<Reacting>
  /** What the platform answered to a report: a status, or `–` when nothing came. */
  reported(givenId: string, answer: string): Promise<void>
}

const KEPT_MS = 30 * 86_400_000

/** The book in the database, so that people see it and it is there after a restart. */
export function keptBook(db: Db): Book {
  const writing = <T>(work: (tx: Tx) => Promise<T>) =>
    db.transaction().execute(async (tx) => {
      await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
      const result = await work(tx)
      await announcer(tx)(STAND_INS_TOPIC)
      return result
    })
  return {
    take: (given) =>
      writing(async (tx) => {
        const now = new Date()
        const behaviour = await behaviourOf(tx, given.channel)
        const reaction = reactionTo(given.channel, behaviour, await isTaken(tx, given.messageId))
        const givenId = newId()
        const { taken, copies, report } = reaction
        const reportAt = report ? new Date(now.getTime() + report.afterMs) : null
        const kept = { taken, copies, report: report?.state ?? null, reportAt, reportAnswers: '' }
        const { unitId = null, ...about } = aboutOf(given.messageId) ?? {}
        const whose = { unitId, about: 'kind' in about ? about : null }
        await keepGiven(tx, { id: givenId, ...given, behaviour, ...kept, ...whose, cameAt: now })
        await forgetGiven(tx, new Date(now.getTime() - KEPT_MS))
        return { ...reaction, givenId }
      }),
    reported: (givenId, answer) => writing((tx) => keepReportAnswer(tx, givenId, answer)),
  }
}
