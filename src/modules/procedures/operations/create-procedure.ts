import { Problem } from '#kernel/problem.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { checkContent } from '../domain/check-content.ts'
import { requireField } from '../publishing.ts'
import { insertProcedure, insertVersion } from '../store/versions.ts'

export const createProcedure = operation(contract.createProcedure, async (context, { code, content }) => {
  const { tx, actor, now, newId, announce } = context
  requireEverywhere(context, 'procedures:write')
  await requireField(tx, content.fieldCode)
  const id = await insertProcedure(tx, { id: newId(), code, createdAt: now, createdBy: actor.id })
  if (!id) throw new Problem('conflict', 'procedures/code-taken', '', { values: { code } })
  const version = await insertVersion(tx, { id, code }, content, { by: actor.id, at: now })
  await announce(contract.CATALOGUE_TOPIC)
  return { id, versionId: version.id, revision: 1, findings: checkContent(content) }
})
