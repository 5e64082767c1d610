import type { Checked } from '../domain/audit.ts'
import type { Decision } from '../domain/decision.ts'
import type { DocumentFormat, Origin, ReportDocument } from '../domain/document.ts'
import type { Correction, Place, Severity } from '../domain/finding.ts'
import { countBySeverity, type SeverityCounts, type State } from '../domain/finding-words.ts'
import { RULES } from '../domain/rules/list.ts'
import type { Words } from '../domain/words.ts'
import { type AuditedReport, type NumberedFinding, numberedFindings } from './audited-report.ts'
import { cellCovering } from './spot-text.ts'

/** Fields may be added under the same name; whatever is taken away or changes its meaning makes it `/2`. */
export const AUDIT_SCHEMA = 'haidang-audit/1'

/** The audit for other programs, both languages in it whatever language was asked for. */
export type AuditJson = {
  readonly schema: typeof AUDIT_SCHEMA
  readonly title: string
  readonly file: { readonly name: string; readonly format: DocumentFormat }
  readonly demonstration: boolean
  /** ISO instant. */
  readonly auditedAt: string
  readonly checked: Checked
  /** All findings, and those nobody has decided on. */
  readonly counts: { readonly found: SeverityCounts; readonly open: SeverityCounts }
  /** Every rule that was applied, whether it found something or not. */
  readonly rules: readonly { readonly id: string; readonly title: Words }[]
  /** Gravest first. */
  readonly findings: readonly FindingJson[]
}

export type FindingJson = {
  /** From 1; how the other outputs of this audit call it. */
  readonly number: number
  readonly rule: string
  readonly severity: Severity
  readonly state: State
  /** The same in another version of the report when place and numbers are the same; `placeKey` when the place is. */
  readonly key: string
  readonly placeKey: string
  /** The first is the one to look at. Blocks, rows, columns and characters count from 0, pages and lines from 1. */
  readonly places: readonly (Place & { readonly origin: Origin })[]
  readonly stated: Words
  readonly worked: Words
  readonly why: Words
  /** `null`: not enough grounds to say which figure is wrong. */
  readonly correction: Correction | null
  readonly notes: readonly Words[]
  readonly decision: Decision | null
  /** With nothing decided: the last word on the same place when it held other numbers. */
  readonly earlier: Decision | null
}

/** The audit as a JSON value in a stable shape. */
export function asJson(report: AuditedReport): AuditJson {
  const { title, document, auditedAt, checked } = report
  const all = numberedFindings(report)
  const severities = (shown: readonly NumberedFinding[]) => countBySeverity(shown.map(({ finding }) => finding))
  return {
    schema: AUDIT_SCHEMA,
    title: title || document.name,
    file: { name: document.name, format: document.format },
    demonstration: report.demonstration ?? false,
    auditedAt: auditedAt.toISOString(),
    checked,
    counts: { found: severities(all), open: severities(all.filter(({ state }) => state === 'open')) },
    rules: RULES.map(({ id, title: called }) => ({ id, title: called })),
    findings: all.map((shown) => findingJson(shown, document)),
  }
}

function findingJson(
  { number, finding, state, decision, earlier }: NumberedFinding,
  document: ReportDocument,
): FindingJson {
  const { rule, severity, key, placeKey, places, stated, worked, why, correction, notes } = finding
  return {
    number,
    rule,
    severity,
    state,
    key,
    placeKey,
    places: places.map((place) => ({ ...place, origin: originAt(document, place) })),
    stated,
    worked,
    why,
    correction: correction ?? null,
    notes: notes ?? [],
    decision,
    earlier,
  }
}

/** Where the place stands in the original: what the cell knows, else what its table does. */
function originAt(document: ReportDocument, { block, row, column }: Place): Origin {
  const found = document.blocks[block]
  if (!found) return {}
  const cell = found.kind === 'table' ? cellCovering(found, row ?? 0, column ?? 0) : undefined
  return { ...found.origin, ...cell?.origin }
}
