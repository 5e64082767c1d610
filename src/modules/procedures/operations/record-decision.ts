import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { publicationDue } from '../publication-due.ts'
import { changedMeanwhile } from '../publishing.ts'
import { recordDecisionOnDraft } from '../store/publication.ts'
import { getProcedureForUpdate } from '../store/versions.ts'

export const recordDecision = operation(contract.recordDecision, async (context, { code, revision, decision }) => {
  requireEverywhere(context, 'procedures:write')
  const procedure = await getProcedureForUpdate(context.tx, code)
  const isNoted = await recordDecisionOnDraft(
    context.tx,
    { procedureId: procedure.id, revision },
    {
      decisionNumber: decision.number,
      decisionOn: decision.on,
      decisionKind: decision.kind,
      announcer: decision.announcer,
    },
  )
  if (!isNoted) throw changedMeanwhile()
  return { publicationDueOn: await publicationDue(context.tx, decision) }
})
