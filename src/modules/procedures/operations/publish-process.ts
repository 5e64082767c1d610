import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { contentFor, findingsOf } from '../process-checks.ts'
import { changedMeanwhile, requireFree, requirePlace, requireSecondPerson } from '../publishing.ts'
import { shownProcess } from '../shown.ts'
import { getProcess, publishProcessDraft } from '../store/processes.ts'
import { codeOf, getProcedureForUpdate } from '../store/versions.ts'

export const publishProcess = operation(contract.publishProcess, async (context, { id, revision }) => {
  const { tx, actor, now, emit, announce } = context
  const { procedureId } = await getProcess(tx, id)
  await getProcedureForUpdate(tx, await codeOf(tx, procedureId))
  const draft = await getProcess(tx, id)
  await requirePlace(context, 'procedures:publish', draft.unitId)
  if (draft.state !== 'draft') throw new Problem('conflict', 'procedures/no-draft')
  if (draft.revision !== revision) throw changedMeanwhile()
  requireSecondPerson(context, draft.changedBy)
  const findings = await findingsOf(tx, draft.process, await contentFor(tx, procedureId, dayAt(now)), now)
  requireFree(findings)
  await publishProcessDraft(tx, draft, { by: actor.id, at: now })
  await emit('procedures.process-published', { procedureId, processVersionId: id, unitId: draft.unitId })
  await announce(contract.CATALOGUE_TOPIC)
  return { head: await shownProcess(tx, await getProcess(tx, id), now), findings }
})
