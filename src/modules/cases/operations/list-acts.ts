import { loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { readCase } from '../engine/acting.ts'
import { processOf } from '../engine/procedure.ts'
import { shownAct } from '../engine/show.ts'
import { unitNamer } from '../engine/units.ts'
import { listActs as listActRows } from '../store/cases.ts'

export const listActs = operation(contract.listActs, async (context, { caseId, before, limit }) => {
  const { tx, now } = context
  const row = await readCase(context, contract.listActs, caseId)
  const nameOf = unitNamer(await loadStructure(tx), now)
  const { process } = await processOf(tx, row)
  const acts = await listActRows(tx, { caseId, before, limit })
  const last = acts.at(-1)?.number ?? 1
  return {
    acts: acts.map((act) => shownAct(act, nameOf, process)),
    next: acts.length === limit && last > 1 ? last : null,
  }
})
