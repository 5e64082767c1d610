import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { latestLookDue, reviewDueAt } from '../domain/review.ts'
import { listExplained } from '../explained.ts'
import { namesOfAccounts } from '../store/accounts.ts'
import { countReviewsDue, listReviewable } from '../store/oversight.ts'
import { getSettings } from '../store/sign-in.ts'
import { unitNamesOn } from '../units.ts'

/** The accounts of the actor's scope with their rights, when each was last reviewed and when it has to be again. */
export const listReviews = operation(contract.listReviews, async ({ tx, now }, { onlyDue, after, limit }) => {
  const months = (await getSettings(tx))['review-months']
  const dueBefore = latestLookDue(now, months)
  const day = dayAt(now)
  const nameOf = await unitNamesOn(tx, day)
  const rows = await listReviewable(tx, { after, limit, ...(onlyDue && { dueBefore }) })
  const reviewers = await namesOfAccounts(
    tx,
    rows.flatMap(({ lastReviewerId }) => lastReviewerId ?? []),
  )
  const accounts = []
  for (const account of rows) {
    const lastLook = account.lastReviewedAt ?? account.createdAt
    const rights = await listExplained(tx, { account, now, day })
    accounts.push({
      accountId: account.id,
      signInName: account.signInName,
      displayName: account.displayName,
      kind: account.kind,
      unitName: nameOf(account.unitId),
      status: account.status,
      lastSignedInAt: account.lastSignedInAt?.toISOString() ?? null,
      rights: rights.map(({ permission, unitId, reach }) => ({ permission, unitId, reach, unitName: nameOf(unitId) })),
      lastReviewedAt: account.lastReviewedAt?.toISOString() ?? null,
      lastReviewer: account.lastReviewerId ? (reviewers.get(account.lastReviewerId) ?? null) : null,
      dueAt: reviewDueAt(lastLook, months).toISOString(),
      isDue: lastLook <= dueBefore,
    })
  }
  return { due: await countReviewsDue(tx, dueBefore), accounts }
})
