import type { Words } from './words.ts'

export const SEVERITIES = ['proved', 'likely', 'look'] as const
/**
 * `proved` (đã chứng minh): arithmetic or logic excludes that all the quoted cells are right.
 * `likely` (nhiều khả năng sai): something outside the cells must be strange for them to be right.
 * `look` (nên xem lại): may well be right; worth the minute it takes to look.
 */
export type Severity = (typeof SEVERITIES)[number]

/** A place in the document: a paragraph, or a cell of a table; `from`/`to` are the characters meant within its text. */
export type Spot = {
  /** Index in `ReportDocument.blocks`. */
  readonly block: number
  readonly row?: number
  readonly column?: number
  readonly from?: number
  readonly to?: number
}

/** What a rule found, before the auditor names its places. The first spot is the one to look at. */
export type Found = {
  readonly severity: Severity
  readonly spots: readonly Spot[]
  /** What the document says. */
  readonly stated: Words
  /** The computation, worked out: `23.802 / 23.391 = 101,76%`. */
  readonly worked: Words
  /** Why both cannot be. */
  readonly why: Words
  /** The smallest change that reconciles the cells; only when a cell that is not changed confirms it. */
  readonly correction?: Correction
  /** What may explain it innocently, or how a number was read. */
  readonly notes?: readonly Words[]
}

export type Correction = {
  readonly kind:
    | 'swap'
    | 'transpose'
    | 'lost-mark'
    | 'wrong-denominator'
    | 'wrong-total'
    | 'wrong-ratio'
    | 'wrong-date'
    | 'other'
  readonly says: Words
  readonly changes: readonly { readonly spot: Spot; readonly from: string; readonly to: string }[]
  /** Cells that are right as they stand and fit only the corrected value. At least one. */
  readonly confirmedBy: readonly Spot[]
}

export type Place = Spot & {
  /** The whole text of the cell, or the sentence of the paragraph. */
  readonly quote: string
  /** `Bảng 5b, dòng “UBND TPVT”, cột (3)`. */
  readonly where: Words
}

export type Finding = Omit<Found, 'spots'> & {
  readonly rule: string
  /** The same finding in another version of the report has the same key: rule, labels and stated numbers, not positions. */
  readonly key: string
  /** Like `key` without the stated numbers: the same place, whatever it says. */
  readonly placeKey: string
  readonly places: readonly Place[]
}
