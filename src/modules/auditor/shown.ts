import { type Decided, decidedBy, type KeyedDecision } from './domain/decision.ts'
import type { Finding } from './domain/finding.ts'
import { countBySeverity } from './domain/finding-words.ts'
import type { AuditHead, FindingKeys } from './store/audits.ts'

/** A finding as the contract shows it: what the rule says, and what people made of it. */
export function shownFinding(finding: Finding, { state, decision, earlier }: Decided) {
  return { ...finding, state, decision, earlier }
}

/** Audits as the contract's rows, with what of their latest runs is still open. */
export function shownAudits(
  heads: readonly AuditHead[],
  found: readonly FindingKeys[],
  decisions: readonly (KeyedDecision & { readonly seriesId: string })[],
) {
  const byRun = Map.groupBy(found, ({ runId }) => runId)
  const bySeries = Map.groupBy(decisions, ({ seriesId }) => seriesId)
  return heads.map((head) => {
    const decided = decidedBy(bySeries.get(head.seriesId) ?? [])
    return shownAudit(head, byRun.get(head.runId) ?? [], decided)
  })
}

/** An audit as the contract's row. */
export function shownAudit(
  head: AuditHead,
  found: readonly Pick<Finding, 'severity' | 'key' | 'placeKey'>[],
  decided: (finding: Pick<Finding, 'key' | 'placeKey'>) => Decided,
) {
  return {
    auditId: head.id,
    seriesId: head.seriesId,
    version: head.version,
    latest: Boolean(head.latest),
    title: head.title,
    fileName: head.fileName,
    format: head.format,
    source: head.source,
    reportId: head.reportId,
    unitId: head.unitId,
    unitName: head.unitName,
    period: head.periodKey,
    auditedAt: head.runAt.toISOString(),
    auditedByName: head.runByName,
    found: countBySeverity(found),
    open: countBySeverity(found.filter((finding) => decided(finding).state === 'open')),
    checked: head.checked,
    demonstration: head.demonstration,
  }
}
