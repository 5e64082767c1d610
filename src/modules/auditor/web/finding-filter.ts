import type { Severity } from '../domain/finding.ts'
import type { State } from '../domain/finding-words.ts'

export type FindingFilter = {
  readonly severity?: Severity | undefined
  readonly rule?: string | undefined
  readonly state?: State | undefined
}

type Sorted = { readonly severity: Severity; readonly rule: string; readonly state: State }

/** Whether the filter lets the finding through; what it does not name lets everything through. */
export function passes(finding: Sorted, { severity, rule, state }: FindingFilter): boolean {
  return (
    (severity === undefined || finding.severity === severity) &&
    (rule === undefined || finding.rule === rule) &&
    (state === undefined || finding.state === state)
  )
}

/** How many findings each choice would show, the other choices staying as they are. */
export function countChoices(findings: readonly Sorted[], filter: FindingFilter) {
  const { severity, rule, state } = filter
  return {
    severity: tally(findings, { rule, state }, (finding) => finding.severity),
    rule: tally(findings, { severity, state }, (finding) => finding.rule),
    state: tally(findings, { severity, rule }, (finding) => finding.state),
    all: findings.length,
  }
}

function tally(findings: readonly Sorted[], filter: FindingFilter, by: (finding: Sorted) => string) {
  const counts = new Map<string, number>()
  for (const finding of findings) {
    if (passes(finding, filter)) counts.set(by(finding), (counts.get(by(finding)) ?? 0) + 1)
  }
  return counts
}
