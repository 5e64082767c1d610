import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { checkContent } from '../domain/check-content.ts'
import { checkProcess } from '../domain/check-process.ts'
import { judgePublication } from '../publication-due.ts'
import { changedMeanwhile, requireDecided, requireFree, requireLater, requireSecondPerson } from '../publishing.ts'
import { shownVersion } from '../shown.ts'
import { listPublishedProcesses } from '../store/processes.ts'
import { endOpenVersion, getProcedureForUpdate, getVersion, listVersions, publishDraft } from '../store/versions.ts'

export const publishVersion = operation(contract.publishVersion, async (context, input) => {
  const { tx, actor, now, emit, announce } = context
  const { code, revision, decision, validFrom } = input
  requireEverywhere(context, 'procedures:publish')
  const procedure = await getProcedureForUpdate(tx, code)
  const versions = await listVersions(tx, procedure.id)
  const draft = versions.find(({ state }) => state === 'draft')
  if (!draft) throw new Problem('not-found', 'procedures/no-draft')
  if (draft.revision !== revision) throw changedMeanwhile()
  requireSecondPerson(context, draft.changedBy)
  requireDecided(decision.on, dayAt(now))
  requireLater(versions, validFrom)
  const { content } = await getVersion(tx, draft.id)
  requireFree(checkContent(content))
  await endOpenVersion(tx, procedure.id, validFrom)
  await publishDraft(tx, draft.id, {
    validFrom,
    decisionNumber: decision.number,
    decisionOn: decision.on,
    decisionKind: decision.kind,
    announcer: decision.announcer,
    publishedAt: now,
    publishedBy: actor.id,
  })
  await emit('procedures.version-published', { procedureId: procedure.id, versionId: draft.id, code, validFrom })
  await announce(contract.CATALOGUE_TOPIC)
  const processes = await listPublishedProcesses(tx, [procedure.id])
  return {
    version: shownVersion(await getVersion(tx, draft.id)),
    ...(await judgePublication(tx, decision, now)),
    warnings: processes.flatMap(({ process }) => checkProcess(process, content)),
  }
})
