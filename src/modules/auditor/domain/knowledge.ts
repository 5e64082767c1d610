import type { Day } from '#kernel/calendar.ts'
import type { ReportDocument } from './document.ts'

/** What the platform knows besides the document. Empty when a file is audited on its own. */
export type Knowledge = {
  readonly units: readonly KnownUnit[]
  readonly figures: readonly KnownFigure[]
  /** The report of the period before, or the version of this one before: whoever asked chose it. */
  readonly previous: ReportDocument | null
}

export type KnownUnit = {
  readonly name: string
  readonly validFrom: Day
  /** First day on which it was no longer; `null` while it stands. */
  readonly validTo: Day | null
  readonly parentName: string | null
}

/** A figure as the platform stores it for the period of the report. */
export type KnownFigure = {
  readonly code: string
  readonly name: string
  readonly unitName: string
  /** `2023-Q3`, `2023-9M`, … as the platform writes periods. */
  readonly period: string
  readonly numerator: number
  /** `null` for a count. */
  readonly denominator: number | null
}

export const NOTHING_KNOWN: Knowledge = { units: [], figures: [], previous: null }
