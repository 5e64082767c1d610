import { Problem } from '#kernel/problem.ts'
import { isInScope } from '#modules/organisation/index.ts'
import { readFile } from '#server/files.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { listUnitsOfEvidence } from '../store/starting.ts'

export const openEvidence = operation(contract.openEvidence, async (context, { fileId }) => {
  const units = await listUnitsOfEvidence(context.tx, fileId)
  const allowed = await Promise.all(units.map((unitId) => isInScope(context, contract.openEvidence.permission, unitId)))
  const file = allowed.some(Boolean) ? await readFile(context.tx, fileId) : undefined
  if (!file) throw new Problem('not-found', 'platform/not-found')
  return { name: file.name, mediaType: file.mediaType, bytes: file.bytes }
})
