import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { judgePublication } from '../publication-due.ts'
import { requireDecided, requireLater } from '../publishing.ts'
import { shownVersion } from '../shown.ts'
import { endOpenVersion, getProcedureForUpdate, getVersion, insertVersion, listVersions } from '../store/versions.ts'

export const abolishProcedure = operation(contract.abolishProcedure, async (context, { code, decision, from }) => {
  const { tx, actor, now, emit, announce } = context
  requireEverywhere(context, 'procedures:publish')
  const procedure = await getProcedureForUpdate(tx, code)
  const versions = await listVersions(tx, procedure.id)
  const open = versions.find(({ state, validTo }) => state === 'published' && validTo === null)
  if (!open) throw new Problem('conflict', 'procedures/nothing-to-abolish')
  requireDecided(decision.on, dayAt(now))
  requireLater(versions, from)
  const { content } = await getVersion(tx, open.id)
  await endOpenVersion(tx, procedure.id, from)
  // The abolition stands in the list of versions as what was decided, and says what it ended.
  const { id } = await insertVersion(
    tx,
    procedure,
    content,
    { by: actor.id, at: now },
    {
      state: 'abolished',
      validFrom: from,
      decisionNumber: decision.number,
      decisionOn: decision.on,
      decisionKind: 'abolished',
      announcer: decision.announcer,
      publishedAt: now,
      publishedBy: actor.id,
    },
  )
  await emit('procedures.procedure-abolished', { procedureId: procedure.id, versionId: id, code, from })
  await announce(contract.CATALOGUE_TOPIC)
  return {
    version: shownVersion(await getVersion(tx, id)),
    ...(await judgePublication(tx, decision, now)),
    warnings: [],
  }
})
