import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { managedAccount } from '../managed.ts'
import { endAssignmentRow, findAssignmentForUpdate } from '../store/rights.ts'

/** Ends an assignment; what was is kept, so that "who could on that day" stays answerable. */
export const endAssignment = operation(contract.endAssignment, async (context, input) => {
  const { tx, now, announce } = context
  const assignment = await findAssignmentForUpdate(tx, input.assignmentId)
  if (!assignment) throw new Problem('not-found', 'identity/assignment-not-found')
  await managedAccount(context, assignment.accountId)
  const today = dayAt(now)
  const validTo = input.validTo ?? today
  // The past is not rewritten: a right that was held stays one that was held.
  const earliest = assignment.validFrom > today ? assignment.validFrom : today
  const isOver = assignment.validTo !== null && assignment.validTo <= today
  if (isOver || validTo < earliest) throw new Problem('rule-broken', 'identity/wrong-period', 'Not before today.')
  await endAssignmentRow(tx, assignment.id, validTo)
  await announce(contract.ACCOUNTS_TOPIC)
  return {}
})
