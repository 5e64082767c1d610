import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { listExplained } from '../explained.ts'
import { managedAccount } from '../managed.ts'
import { insertReview } from '../store/oversight.ts'

/** Writes down that an account and its rights were reviewed, with the rights as they were. Nobody reviews themselves. */
export const reviewAccount = operation(contract.reviewAccount, async (context, { accountId, note }) => {
  const { tx, now, newId, actor, announce } = context
  const account = await managedAccount(context, accountId, 'identity:review')
  if (account.id === actor.id) throw new Problem('rule-broken', 'identity/not-on-oneself', 'Not on oneself.')
  const explained = await listExplained(tx, { account, now, day: dayAt(now) })
  const rights = explained.map(({ permission, unitId, reach }) => ({ permission, unitId, reach }))
  const reviewId = newId()
  await insertReview(tx, { id: reviewId, accountId, at: now, reviewerId: actor.id, note, rights })
  await announce(contract.ACCOUNTS_TOPIC)
  return { reviewId }
})
