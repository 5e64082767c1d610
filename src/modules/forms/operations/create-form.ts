import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { lintForm } from '../domain/lint.ts'
import { requireProcedures, shownLinted } from '../publishing.ts'
import { insertForm, insertVersion } from '../store/versions.ts'

export const createForm = operation(contract.createForm, async (context, { code, ...content }) => {
  const { tx, actor, now, newId, announce } = context
  requireEverywhere(context, 'forms:write')
  await requireProcedures(tx, content.procedures, dayAt(now))
  const id = await insertForm(tx, { id: newId(), code, createdAt: now, createdBy: actor.id })
  if (!id) throw new Problem('conflict', 'forms/code-taken', '', { values: { code } })
  const versionId = await insertVersion(tx, { id, code }, content, { by: actor.id, at: now })
  await announce(contract.FORMS_TOPIC)
  return { versionId, revision: 1, ...shownLinted(lintForm(content.definition)) }
})
