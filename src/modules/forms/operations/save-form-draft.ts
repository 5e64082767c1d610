import { dayAt } from '#kernel/calendar.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { lintForm } from '../domain/lint.ts'
import { changedMeanwhile, requireProcedures, shownLinted } from '../publishing.ts'
import { getFormForUpdate, insertVersion, listVersions, updateDraft } from '../store/versions.ts'

export const saveFormDraft = operation(contract.saveFormDraft, async (context, { code, revision, ...content }) => {
  const { tx, actor, now, announce } = context
  requireEverywhere(context, 'forms:write')
  const form = await getFormForUpdate(tx, code)
  await requireProcedures(tx, content.procedures, dayAt(now))
  const draft = (await listVersions(tx, form.id)).find(({ state }) => state === 'draft')
  if ((draft === undefined) !== (revision === null)) throw changedMeanwhile()
  const made = { by: actor.id, at: now }
  const linted = shownLinted(lintForm(content.definition))
  await announce(contract.FORMS_TOPIC)
  if (!draft || revision === null)
    return { versionId: await insertVersion(tx, form, content, made), revision: 1, ...linted }
  if (!(await updateDraft(tx, { id: draft.id, code, revision }, content, made))) throw changedMeanwhile()
  return { versionId: draft.id, revision: revision + 1, ...linted }
})
