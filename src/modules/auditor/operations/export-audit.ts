import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { getHead, resultOf } from '../documents.ts'
import { exported } from '../exports.ts'
import { loadDocument } from '../store/audits.ts'
import { loadOriginal } from '../store/runs.ts'

export const exportAudit = operation(contract.exportAudit, async ({ tx }, { auditId, format, language }) => {
  const head = await getHead(tx, auditId)
  const { findings, decisions } = await resultOf(tx, head)
  const { title, checked, runAt: auditedAt, demonstration } = head
  const original = format === 'docx' ? ((await loadOriginal(tx, auditId))?.bytes ?? null) : null
  const document = await loadDocument(tx, auditId)
  const report = { title, document, findings, checked, decisions, auditedAt, language, demonstration, original }
  return exported(report, format)
})
