import { operation } from '#server/operation.ts'
import { openFile } from '../checked-files.ts'
import { getPaperFile as contract } from '../contract/files.ts'
import { notFound } from '../engine/acting.ts'
import { findPaperFile } from '../store/file-checks.ts'

/** What a browser draws by itself, without running anything. */
const SHOWN = ['application/pdf', 'image/jpeg', 'image/webp', 'image/png']

export const getPaperFile = operation(contract, async (context, { caseId, paperId, inline }) => {
  const { tx, now } = context
  const paper = await findPaperFile(tx, caseId, paperId)
  if (!paper) throw notFound(context, contract, { caseId })
  const { file, check } = await openFile(tx, paper.fileId, now)
  const { mediaType } = check
  return { name: file.name, mediaType, bytes: file.bytes, inline: inline && SHOWN.includes(mediaType) }
})
