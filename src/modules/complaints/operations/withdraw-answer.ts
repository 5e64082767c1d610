import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { answeredComplaint } from '../opening.ts'
import { decided } from '../publishing.ts'
import { showComplaint } from '../showing.ts'
import { findPublication, withdrawPublication } from '../store/publications.ts'

export const withdrawAnswer = operation(contract.withdrawAnswer, async (context, { reason, ...asked }) => {
  const row = await answeredComplaint(context, contract.withdrawAnswer, asked)
  const found = await findPublication(context.tx, row.id)
  if (!found || found.withdrawnAt !== null) throw new Problem('conflict', 'complaints/not-public')
  await withdrawPublication(context.tx, row.id, context.now)
  return showComplaint(context, await decided(context, row, 'withdraw', reason))
})
