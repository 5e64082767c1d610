import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { getHead, resultOf } from '../documents.ts'
import { shownAudit, shownFinding } from '../shown.ts'
import { listAuditsInScope, loadOutline } from '../store/audits.ts'
import { sizeOfOriginal } from '../store/runs.ts'

const MOST_HEADINGS = 500
const MOST_VERSIONS = 100

export const getAudit = operation(contract.getAudit, async ({ tx, scope }, { auditId }) => {
  const head = await getHead(tx, auditId)
  const { findings, decided } = await resultOf(tx, head)
  const wanted = { scope, seriesId: head.seriesId, latest: false, limit: MOST_VERSIONS }
  const versions = await listAuditsInScope(tx, wanted)
  return {
    ...shownAudit(head, findings, decided),
    blockCount: head.blockCount,
    outline: await loadOutline(tx, auditId, MOST_HEADINGS),
    findings: findings.slice(0, contract.MOST_FINDINGS).map((finding) => shownFinding(finding, decided(finding))),
    findingCount: findings.length,
    versions: versions.map(({ id, version, fileName, runAt }) => ({
      auditId: id,
      version,
      fileName,
      auditedAt: runAt.toISOString(),
    })),
    originalSize: await sizeOfOriginal(tx, auditId),
  }
})
