import { readUpload } from '#server/files.ts'
import { operation } from '#server/operation.ts'
import { checkFile as lookAtIt } from '../checked-files.ts'
import { checkFile as contract } from '../contract/files.ts'
import { foundIn } from '../file-found.ts'
import { findFileCheck } from '../store/file-checks.ts'

export const checkFile = operation(contract, async ({ tx, actor, now }, { fileId }) => {
  const file = await readUpload(tx, fileId, actor)
  const known = await findFileCheck(tx, fileId)
  // One that the scanner could not see is looked at again; everything else is known once and for all.
  const check = known && !known.warnings.includes('cases/scanner-down') ? known : await lookAtIt(tx, file, now)
  return foundIn(tx, check)
})
