import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { insertOfficial } from '../store/officials.ts'

export const createOfficial = operation(contract.createOfficial, async ({ tx, newId, announce }, input) => {
  const official = { id: newId(), ...input }
  if (!(await insertOfficial(tx, official))) throw new Problem('conflict', 'organisation/account-taken')
  await announce(contract.OFFICIALS_TOPIC)
  return official
})
