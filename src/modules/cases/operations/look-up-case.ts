import { SYSTEM } from '#server/actor.ts'
import { operation } from '#server/operation.ts'
import { setRowScope } from '#server/row-security.ts'
import { caseByReceipt, followedCase } from '../by-receipt.ts'
import { lookUpCase as contract } from '../contract/look-up.ts'
import { readLetters } from '../store/letters.ts'

export const lookUpCase = operation(contract, async (context, receipt) => {
  const row = await caseByReceipt(context, receipt)
  const { now, defer } = context
  const followed = await followedCase(context, row)
  if (followed.letters.some(({ side, readAt }) => side === 'office' && readAt === null))
    defer(async (after) => {
      await setRowScope(after, SYSTEM, { all: true, own: [], subtree: [] })
      await readLetters(after, row.id, { side: 'office', byReceipt: true }, now)
    })
  return followed
})
