import { Problem } from '#kernel/problem.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { lintForm } from '../domain/lint.ts'
import { changedMeanwhile, requirePublishable, requireSecondPerson, shownVersion } from '../publishing.ts'
import { getFormForUpdate, getFormVersion, listVersions, publishDraft } from '../store/versions.ts'

export const publishForm = operation(contract.publishForm, async (context, { code, revision, validFrom }) => {
  const { tx, actor, now, emit, announce } = context
  requireEverywhere(context, 'forms:publish')
  const form = await getFormForUpdate(tx, code)
  const versions = await listVersions(tx, form.id)
  const draft = versions.find(({ state }) => state === 'draft')
  if (!draft) throw new Problem('not-found', 'forms/no-draft')
  if (draft.revision !== revision) throw changedMeanwhile()
  requireSecondPerson(actor, draft.changedBy)
  const latest = versions
    .flatMap((version) => version.validFrom ?? [])
    .toSorted()
    .at(-1)
  if (latest !== undefined && latest >= validFrom)
    throw new Problem('conflict', 'forms/version-not-later', '', { values: { day: latest } })
  const { definition, hash } = await getFormVersion(tx, draft.id)
  requirePublishable(lintForm(definition))
  await publishDraft(tx, draft, { validFrom, by: actor.id, at: now })
  await emit('forms.version-published', { formId: form.id, versionId: draft.id, code, hash, validFrom })
  await announce(contract.FORMS_TOPIC)
  return { version: shownVersion(await getFormVersion(tx, draft.id)) }
})
