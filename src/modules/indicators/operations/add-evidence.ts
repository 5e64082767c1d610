import { Problem } from '#kernel/problem.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { readUpload } from '#server/files.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { isOpen } from '../domain/approval.ts'
import { findMeasures } from '../store/definitions.ts'
import { findSheetForUpdate, insertEvidence } from '../store/sheets.ts'

export const addEvidence = operation(contract.addEvidence, async (context, { sheetId, fileId, measure }) => {
  const { tx, actor, now, newId } = context
  const sheet = await findSheetForUpdate(tx, sheetId)
  if (!sheet) throw new Problem('not-found', 'indicators/unknown-sheet')
  await requireScope(context, contract.addEvidence.permission, sheet.unitId)
  if (!isOpen(sheet)) throw new Problem('conflict', 'indicators/locked')
  const file = await readUpload(tx, fileId, actor)
  const [known] = measure === null ? [] : await findMeasures(tx, [measure])
  if (measure !== null && !known)
    throw new Problem('not-found', 'indicators/unknown-measure', '', { values: { code: measure } })
  const id = newId()
  const by = { addedAt: now, addedBy: actor.id, addedByName: actor.name }
  await insertEvidence(tx, { id, sheetId, measureId: known?.id ?? null, fileId, name: file.name, ...by })
  return { id }
})
