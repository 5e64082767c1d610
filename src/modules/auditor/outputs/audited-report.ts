import type { Checked } from '../domain/audit.ts'
import { type Decided, decidedBy, type KeyedDecision } from '../domain/decision.ts'
import type { ReportDocument } from '../domain/document.ts'
import { type Finding, SEVERITIES, type Severity } from '../domain/finding.ts'
import { STATES } from '../domain/finding-words.ts'
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

/** How many findings there are of each severity, and in each state in the order of `STATES`. */
export function countedByState(
  all: readonly NumberedFinding[],
): readonly { readonly severity: Severity; readonly count: number; readonly states: readonly number[] }[] {
  return SEVERITIES.map((severity) => {
    const own = all.filter(({ finding }) => finding.severity === severity)
    const states = STATES.map((state) => own.filter((shown) => shown.state === state).length)
    return { severity, count: own.length, states }
  })
}
