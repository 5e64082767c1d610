import { Problem } from '#kernel/problem.ts'
import { caseAfterAct, openFile } from '#modules/cases/index.ts'
import { operation } from '#server/operation.ts'
import { fetchFile as contract } from '../contract.ts'
import { findLink } from '../store/outgoing.ts'

/** Only of a case the portal was told of, and only a file it was told of. */
export const fetchFile = operation(contract, async ({ tx, now }, { caseId, fileId }) => {
  const link = await findLink(tx, caseId)
  if (!link?.known || link.sentAct === null) throw new Problem('not-found', 'exchange/not-found')
  const { papers, results } = await caseAfterAct(tx, caseId, link.sentAct)
  if (![...papers, ...results].some((one) => one.fileId === fileId))
    throw new Problem('not-found', 'exchange/not-found')
  const { file, check } = await openFile(tx, fileId, now)
  return { name: file.name, mediaType: check.mediaType, bytes: file.bytes }
})
