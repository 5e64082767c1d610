import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { findOfficialOfAccount, insertOfficial } from '../store/officials.ts'

export const createOfficial = operation(contract.createOfficial, async ({ tx, newId, announce }, input) => {
  if (input.accountId !== null && (await findOfficialOfAccount(tx, input.accountId))) {
    throw new Problem('conflict', 'organisation/account-taken')
  }
  const official = { id: newId(), ...input }
  await insertOfficial(tx, official)
  await announce(contract.OFFICIALS_TOPIC)
  return official
})
