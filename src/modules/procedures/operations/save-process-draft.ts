import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { findUnitAt, loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { contentFor, findingsOf } from '../process-checks.ts'
import { changedMeanwhile, requirePlace } from '../publishing.ts'
import { insertProcessDraft, listProcesses, updateProcessDraft } from '../store/processes.ts'
import { getProcedureForUpdate } from '../store/versions.ts'

export const saveProcessDraft = operation(contract.saveProcessDraft, async (context, input) => {
  const { tx, actor, now, announce } = context
  const { code, unitId, revision, process, note } = input
  await requirePlace(context, 'procedures:write', unitId)
  const procedure = await getProcedureForUpdate(tx, code)
  if (unitId !== null && !findUnitAt(await loadStructure(tx), unitId, dayAt(now))) {
    throw new Problem('not-found', 'procedures/unknown-place')
  }
  const all = await listProcesses(tx, procedure.id)
  const draft = all.find((one) => one.unitId === unitId && one.state === 'draft')
  if ((draft === undefined) !== (revision === null)) throw changedMeanwhile()
  const saved = { process, note, by: actor.id, at: now }
  const findings = await findingsOf(tx, process, await contentFor(tx, procedure.id, dayAt(now)), now)
  await announce(contract.CATALOGUE_TOPIC)
  if (!draft || revision === null) {
    const { id } = await insertProcessDraft(tx, { procedureId: procedure.id, unitId }, saved)
    return { id, revision: 1, findings }
  }
  if (!(await updateProcessDraft(tx, { id: draft.id, revision }, saved))) throw changedMeanwhile()
  return { id: draft.id, revision: revision + 1, findings }
})
