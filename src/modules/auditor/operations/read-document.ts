import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { getHead } from '../documents.ts'
import { loadBlocks } from '../store/audits.ts'

export const readDocument = operation(contract.readDocument, async ({ tx }, { auditId, fromBlock, limit }) => {
  const { blockCount } = await getHead(tx, auditId)
  const blocks = await loadBlocks(tx, auditId, fromBlock, limit)
  const next = fromBlock + blocks.length
  return { fromBlock, blocks: [...blocks], next: next < blockCount && blocks.length > 0 ? next : null }
})
