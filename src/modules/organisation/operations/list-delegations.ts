import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownDelegation } from '../store/delegations.ts'
import { listDelegations as listRows } from '../store/officials.ts'
import { loadStructure } from '../store/structure.ts'

export const listDelegations = operation(contract.listDelegations, async ({ tx, now }, input) => {
  const day = dayAt(now)
  const structure = await loadStructure(tx)
  const rows = await listRows(tx, { ...input, day })
  return { day, delegations: rows.map((row) => shownDelegation(structure, row, day)) }
})
