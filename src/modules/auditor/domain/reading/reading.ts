import type { Day } from '#kernel/calendar.ts'
import type { ReportDocument } from '../document.ts'
import type { Spot } from '../finding.ts'
import type { Knowledge } from '../knowledge.ts'

/** The document as understood: what every rule looks at. */
export type Reading = {
  readonly document: ReportDocument
  readonly knowledge: Knowledge
  readonly tables: readonly ReadTable[]
  /** Running text, sentence by sentence is left to the rules; cells of tables are not in here. */
  readonly paragraphs: readonly ReadParagraph[]
  /** Shares and fractions wherever they stand, in document order. */
  readonly statements: readonly Statement[]
  readonly references: readonly Reference[]
  readonly dates: readonly DateMention[]
  /** The day the report is dated, or the last day of the period in its title; `null` when it says neither. */
  readonly day: Day | null
}

export type ReadParagraph = {
  readonly spot: Spot
  readonly text: string
  /** Titles of the headings above, the highest first. */
  readonly section: readonly string[]
}

/** A number in a cell or text. `text` is what was written, marks and all. */
export type Amount = {
  readonly text: string
  readonly value: number
  /** Digits after the decimal mark as written; 0 for whole numbers. */
  readonly decimals: number
  readonly kind: 'count' | 'percent'
  /** The word behind it: `loại` in `24 loại`; absent for a bare number. */
  readonly unit?: string
  /** Trên, hơn, đạt hơn, ít nhất: the number is a bound. */
  readonly bound?: 'over' | 'under' | 'about'
  /** How sure the reading is, 0 to 1, by the style of the column. 421.62 among 527.025 is below 0.5. */
  readonly sure: number
  /** Other values the same text may stand for, likeliest first. */
  readonly others: readonly number[]
}

/** An amount and its characters in the cell or paragraph. */
export type PlacedAmount = Amount & { readonly from: number; readonly to: number }

/** `98.27% (23.391/23.802)`: a share, a fraction, or both, as one statement about one thing. */
export type Statement = {
  readonly spot: Spot
  /** Characters of the cell or paragraph. */
  readonly from: number
  readonly to: number
  readonly percent: PlacedAmount | null
  /** The share and the fraction may speak of different things: words stand between them. */
  readonly loose?: true
  readonly numerator: PlacedAmount | null
  readonly denominator: PlacedAmount | null
  /** Words behind the fraction: `TTHC có phát sinh giao dịch trực tuyến`. */
  readonly ofWhat: string
  /** What it speaks of: the label of the row, or the words before it in the sentence. */
  readonly subject: string
  /** The table row it stands in, when it stands in one. */
  readonly table?: number
  readonly row?: number
}

export const COLUMN_KINDS = ['order', 'label', 'count', 'percent', 'target', 'result', 'text', 'empty'] as const
export type ColumnKind = (typeof COLUMN_KINDS)[number]

/** With thousands marks (dots or commas), without, both ways, or no number large enough to tell. */
export const NUMBER_STYLES = ['dots', 'commas', 'plain', 'mixed', 'none'] as const
export type NumberStyle = (typeof NUMBER_STYLES)[number]

export type ReadColumn = {
  readonly index: number
  /** Headers from the top: `['Số lượng VB được thực hiện trên phần mềm', 'VB đi']`. */
  readonly path: readonly string[]
  /** The path as one text. */
  readonly header: string
  /** `3` for a column marked `(3)`; formulas name columns by it. */
  readonly mark: string | null
  readonly formula: HeaderFormula | null
  readonly kind: ColumnKind
  readonly style: NumberStyle
}

/**
 * `(3)=(2)/(1)`, `(6)=(4)+(5)`, `(8)=((6)+(7))/(3)*100`: what the header promises. A column is a signed sum of columns, or such a
 * sum divided by another.
 */
export type HeaderFormula = {
  readonly text: string
  readonly sum: readonly Term[]
  /** Absent for a plain sum. */
  readonly over?: readonly Term[]
}

export type Term = { readonly column: number; readonly sign: 1 | -1 }

export type RowKind = 'header' | 'section' | 'data' | 'total'

export type ReadRow = {
  /** Where the row begins; a row broken over a page is one row. */
  readonly spot: Spot
  readonly kind: RowKind
  /** `1`, `I`, `2.1`, as written. */
  readonly order: string
  readonly label: string
  /** Index of the row it is a part of (the section above, `I` of `1`), or `null`. */
  readonly parent: number | null
  /** 0 the highest; rows of one level stand beside each other. */
  readonly level: number
  readonly cells: readonly ReadCell[]
}

export type ReadCell = {
  readonly spot: Spot
  readonly text: string
  /** `null` when the cell is blank or is not one number alone. Blank is never zero. */
  readonly amount: Amount | null
  readonly blank: boolean
}

export type ReadTable = {
  readonly index: number
  /** Blocks it was put together from; more than one when a page cut it. */
  readonly blocks: readonly number[]
  /** The nearest title above it, or the caption. */
  readonly title: string
  readonly section: readonly string[]
  /** `triệu đồng`, when the table says so above it (`Đơn vị tính: …`); empty otherwise. */
  readonly unit: string
  readonly columns: readonly ReadColumn[]
  /** All rows, headers too. `cells[c]` is the cell that covers column `c`. */
  readonly rows: readonly ReadRow[]
}

/** `Quyết định số 1402/QĐ-UBND ngày 14/6/2023 của UBND tỉnh`. */
export type Reference = {
  readonly spot: Spot
  readonly from: number
  readonly to: number
  readonly text: string
  /** `Quyết định`, `Kế hoạch`, as the words before the number say; empty when they say nothing. */
  readonly kindWord: string
  /** `1402`. */
  readonly number: string
  /** `QĐ-UBND`; empty when there is none. */
  readonly symbol: string
  readonly day: Day | null
  readonly issuer: string
}

/** A day, month or year that the text names. */
export type DateMention = {
  readonly spot: Spot
  readonly from: number
  readonly to: number
  readonly text: string
  /** `2023-12-05`, `2023-12`, `2023-Q4`, or `2023`; `spanOf` tells the days. */
  readonly iso: string
  /** `false` for 31/02 and the like; `iso` is empty then. */
  readonly exists: boolean
}
