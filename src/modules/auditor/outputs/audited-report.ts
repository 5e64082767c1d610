import type { Checked } from '../domain/audit.ts'
import { type Decided, decidedBy, type KeyedDecision } from '../domain/decision.ts'
import type { ReportDocument } from '../domain/document.ts'
import type { Finding } from '../domain/finding.ts'
import type { Words } from '../domain/words.ts'

/** An audited report as every output takes it. */
export type AuditedReport = {
  /** The report's title; when empty, the name of the file stands for it. */
  readonly title: string
  readonly document: ReportDocument
  /** In the order of `audit()`: gravest first. */
  readonly findings: readonly Finding[]
  readonly checked: Checked
  /** Of the whole series of the report, oldest first; empty when nobody has decided anything. */
  readonly decisions: readonly KeyedDecision[]
  /** When the rules looked at it. */
  readonly auditedAt: Date
  readonly language: Language
  /** Its figures are made up to show the platform; every output says so. */
  readonly demonstration?: boolean
}

export type Language = keyof Words

/** A finding under the number by which every output of one audit calls it, with what people made of it. */
export type NumberedFinding = Decided & { readonly number: number; readonly finding: Finding }

/** The findings numbered from 1 in their order, with how each stands. */
export function numberedFindings({
  findings,
  decisions,
}: Pick<AuditedReport, 'findings' | 'decisions'>): readonly NumberedFinding[] {
  const decided = decidedBy(decisions)
  return findings.map((finding, index) => ({ ...decided(finding), number: index + 1, finding }))
}
