import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import { assignmentShown } from '../assignment-shown.ts'
import * as contract from '../contract.ts'
import { hashOfName } from '../credentials/token.ts'
import { managedAccount } from '../managed.ts'
import { sessionsShown, signInsShown, tokensShown } from '../shown.ts'
import { findPassword, getFactors } from '../store/credentials.ts'
import { findLastReview } from '../store/oversight.ts'
import { listAssignments } from '../store/rights.ts'
import { getSettings, listLocks } from '../store/sign-in.ts'
import { openCredentials } from '../store/tables.ts'
import { unitNamesOn } from '../units.ts'

/** One account with its roles, sessions, tokens and last sign-ins. */
export const getAccount = operation(contract.getAccount, async (context, { accountId }) => {
  const { tx, now } = context
  const account = await managedAccount(context, accountId, 'identity:read')
  const nameOf = await unitNamesOn(tx, dayAt(now))
  await openCredentials(tx)
  const settings = await getSettings(tx)
  const locks = await listLocks(tx, [hashOfName(account.signInName)], now)
  const factors = await getFactors(tx, accountId)
  const password = await findPassword(tx, accountId)
  return {
    ...account,
    unitName: nameOf(account.unitId),
    createdAt: account.createdAt.toISOString(),
    lastSignedInAt: account.lastSignedInAt?.toISOString() ?? null,
    lockedUntil: [...locks.values()][0]?.toISOString() ?? null,
    mustChangePassword: password?.mustChange ?? false,
    totp: factors.totp,
    passkeys: factors.passkeys,
    assignments: (await listAssignments(tx, accountId)).map((row) => assignmentShown(row, nameOf)),
    sessions: await sessionsShown(tx, account, { now, settings, currentId: context.actor.sessionId }),
    tokens: await tokensShown(tx, accountId, now),
    signIns: await signInsShown(tx, accountId),
    lastReviewedAt: (await findLastReview(tx, accountId))?.toISOString() ?? null,
  }
})
