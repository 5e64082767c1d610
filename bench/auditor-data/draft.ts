import type { Spot } from '#modules/auditor/domain/finding.ts'

/** A report while it is being made: every number is a mark that knows its value, so that errors can be planted and proved. */
export type Draft = {
  readonly blocks: DraftBlock[]
  readonly relations: Relation[]
}

export type DraftBlock = DraftParagraph | DraftTable

export type DraftParagraph = {
  readonly kind: 'paragraph'
  readonly pieces: readonly Piece[]
  readonly heading?: number
}

export type DraftTable = {
  readonly kind: 'table'
  readonly header: readonly (readonly HeaderCell[])[]
  readonly width: number
  readonly rows: DraftRow[]
  /** Rows after which a page ends; the header comes again on the next page when `again`. */
  readonly cuts: readonly { readonly after: number; readonly again: boolean; readonly number: string | null }[]
  readonly caption?: string
}

export type HeaderCell = {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

export type DraftRow = {
  readonly kind: 'section' | 'data' | 'total'
  readonly cells: readonly Slot[]
  /** The label goes on in the first row of the next page. */
  broken?: { readonly column: number; readonly rest: string }
}

/** What stands in a cell. */
export type Slot = readonly Piece[]
export type Piece = string | Mark

export type Role = 'count' | 'amount' | 'percent' | 'date' | 'order'

/** One appearance of a number or date. */
export type Mark = {
  /** As printed and literally read; planting changes it. Days since 1970 for a date. */
  value: number
  /** Text printed instead of `write(value)`. */
  instead: string | null
  readonly decimals: number
  readonly role: Role
  readonly write: (value: number) => string
  /** Set when the draft is printed. */
  spot: Spot | null
  /** Where it stands in its table, for planting. */
  at: { readonly table: DraftTable; readonly row: number; readonly column: number } | null
}

export type RelationKind =
  | 'sum'
  | 'subtotal'
  | 'balance'
  | 'ratio'
  | 'growth'
  | 'mean'
  | 'part'
  | 'same'
  | 'dates'
  | 'sequence'

/** What the text itself says must hold between marks. */
export type Relation = {
  readonly kind: RelationKind
  readonly result: Mark
  readonly inputs: readonly Mark[]
  /** Whether it holds as printed, rounding and truncation allowed. */
  readonly holds: () => boolean
}

/** The text of a mark as printed. */
export function textOf(mark: Mark): string {
  return mark.instead ?? mark.write(mark.value)
}

/** The text of a slot or of a paragraph. */
export function textOfPieces(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : textOf(piece))).join('')
}

/** A draft without anything. */
export function emptyDraft(): Draft {
  return { blocks: [], relations: [] }
}

/** Every mark of the draft in document order. */
export function marksOf(draft: Draft): Mark[] {
  const isMark = (piece: Piece): piece is Mark => typeof piece !== 'string'
  return draft.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? block.pieces.filter(isMark)
      : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.filter(isMark))),
  )
}
