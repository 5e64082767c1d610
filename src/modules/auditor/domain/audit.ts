import type { ReportDocument } from './document.ts'
import type { Finding } from './finding.ts'
import type { Knowledge } from './knowledge.ts'
import { mergeFindings } from './merge.ts'
import { placeFinding } from './place.ts'
import { type ReadAs, readAs } from './read-as.ts'
import { read } from './reading/read.ts'
import { RULES } from './rules/list.ts'

/** What was looked at, so that "nothing found" is not mistaken for "nothing read". */
export type Checked = {
  readonly tables: number
  readonly numbers: number
  readonly statements: number
  readonly references: number
}

export type Audited = {
  readonly findings: readonly Finding[]
  readonly checked: Checked
  readonly readAs: readonly ReadAs[]
}

const WEIGHT = { proved: 0, likely: 1, look: 2 } as const

/** Everything the rules find in the document, gravest first and in document order within a severity. */
export function audit(document: ReportDocument, knowledge: Knowledge): Audited {
  const reading = read(document, knowledge)
  const findings = mergeFindings(
    RULES.flatMap((rule) =>
      rule.check(reading).map((found) => ({ finding: placeFinding(rule.id, found, reading), title: rule.title })),
    ),
  )
  return {
    findings: findings.toSorted(
      (a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || (a.places[0]?.block ?? 0) - (b.places[0]?.block ?? 0),
    ),
    checked: {
      tables: reading.tables.length,
      numbers: reading.tables
        .flatMap((table) => table.rows.flatMap((row) => row.cells))
        .filter(({ amount }) => amount !== null).length,
      statements: reading.statements.length,
      references: reading.references.length,
    },
    readAs: readAs(reading),
  }
}
