import { operation } from '#server/operation.ts'
import { caseByReceipt, followedCase } from '../by-receipt.ts'
import { writeByReceipt as contract } from '../contract/look-up.ts'
import { keepLetter } from '../engine/letters.ts'
import { findCaseForUpdate } from '../store/cases.ts'

const WRITER = { side: 'citizen', byReceipt: true, writtenBy: null, writtenByName: null, unitId: null } as const

export const writeByReceipt = operation(contract, async (context, { code, secret, text }) => {
  const found = await caseByReceipt(context, { code, secret })
  const row = await findCaseForUpdate(context.tx, found.id)
  if (!row) throw new Error('A case that was read is gone.')
  await keepLetter(context, row, WRITER, { text, fileIds: [] })
  return followedCase(context, found)
})
