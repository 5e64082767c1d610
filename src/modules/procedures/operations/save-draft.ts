import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { checkContent } from '../domain/check-content.ts'
import { changedMeanwhile, requireField } from '../publishing.ts'
import { getProcedureForUpdate, insertVersion, listVersions, updateDraft } from '../store/versions.ts'

export const saveDraft = operation(contract.saveDraft, async (context, { code, revision, content }) => {
  const { tx, actor, now, announce } = context
  requireEverywhere(context, 'procedures:write')
  const procedure = await getProcedureForUpdate(tx, code)
  await requireField(tx, content.fieldCode)
  const draft = (await listVersions(tx, procedure.id)).find(({ state }) => state === 'draft')
  if ((draft === undefined) !== (revision === null)) throw changedMeanwhile()
  const made = { by: actor.id, at: now }
  if (!draft || revision === null) {
    const { id } = await insertVersion(tx, procedure, content, made)
    await announce(contract.CATALOGUE_TOPIC)
    return { versionId: id, revision: 1, findings: checkContent(content) }
  }
  if (!(await updateDraft(tx, { id: draft.id, code, revision }, content, made))) throw changedMeanwhile()
  await announce(contract.CATALOGUE_TOPIC)
  return { versionId: draft.id, revision: revision + 1, findings: checkContent(content) }
})
