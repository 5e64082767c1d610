import { Problem } from '#kernel/problem.ts'
import type { Tx } from '#server/db.ts'
import { decidedBy, type KeyedDecision } from './domain/decision.ts'
import type { Finding } from './domain/finding.ts'
import { type AuditHead, findAudit, listRunFindings } from './store/audits.ts'
import { listDecisions } from './store/series.ts'

/** The audit, or `not-found` when there is none or the reader's units do not reach it. */
export async function getHead(tx: Tx, auditId: string): Promise<AuditHead> {
  const head = await findAudit(tx, auditId)
  if (!head) throw new Problem('not-found', 'auditor/not-found')
  return head
}

export type Result = {
  /** Gravest first. */
  readonly findings: readonly Finding[]
  /** Of the whole series, oldest first. */
  readonly decisions: readonly KeyedDecision[]
  readonly decided: ReturnType<typeof decidedBy>
}

/** What the latest run of an audit found, and what people made of it. */
export async function resultOf(tx: Tx, { runId, seriesId }: AuditHead): Promise<Result> {
  const findings = await listRunFindings(tx, runId)
  const decisions = await listDecisions(tx, [seriesId])
  return { findings, decisions, decided: decidedBy(decisions) }
}
