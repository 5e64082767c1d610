/**
 * A report as any reader of files hands it on: its paragraphs and tables in the order of the original, every text as it was written.
 * Nothing is understood here; `reading/` understands.
 */
export type ReportDocument = {
  /** The name of the file, or the title of one of our own reports. */
  readonly name: string
  readonly format: DocumentFormat
  readonly blocks: readonly Block[]
}

export const DOCUMENT_FORMATS = ['docx', 'xlsx', 'ods', 'html', 'md', 'csv', 'pdf', 'text', 'own'] as const
/** `own`: a report of this platform, handed over without a file. */
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]

export type Block = Paragraph | Table

export type Paragraph = {
  readonly kind: 'paragraph'
  /** As written, with the number that a word processor puts before it (`1.`, `a)`, `-`); line breaks are `\n`. */
  readonly text: string
  /** 1 the highest, when the original marks it as a heading. */
  readonly heading?: number
  readonly origin: Origin
}

export type Table = {
  readonly kind: 'table'
  /** Each cell once, in the row and column where it begins; `rows.length` is the number of rows. */
  readonly rows: readonly (readonly Cell[])[]
  /** Columns of the widest row. */
  readonly width: number
  /** How many rows from the top the original marks as header (Word's repeated header, `<thead>`). */
  readonly headerRows?: number
  /** What the original names the table, when it stands outside the running text: the sheet's name, `<caption>`. */
  readonly caption?: string
  readonly origin: Origin
}

export type Cell = {
  readonly text: string
  /** Counted from 0 on the table's grid. */
  readonly row: number
  readonly column: number
  /** Rows and columns that the cell covers; 1 when absent. */
  readonly rowSpan?: number
  readonly columnSpan?: number
  readonly bold?: boolean
  /** What a spreadsheet holds behind the printed text. A share shown as `98,27%` is 0.9827 here. */
  readonly number?: number
  /** The formula behind it, as written in the file. */
  readonly formula?: string
  /** Stands in a hidden row or column of a spreadsheet: nobody sees it, but totals may count it. */
  readonly hidden?: boolean
  readonly origin?: Origin
}

/** Where something stands in the original, as far as the format knows. All counted from 1. */
export type Origin = {
  readonly page?: number
  readonly line?: number
  readonly sheet?: string
  /** `B7` in a spreadsheet. */
  readonly address?: string
  /** Which `w:p` of a Word document, in document order, tables included: where a comment is hung. */
  readonly wordParagraph?: number
  /** The section, block or `table/row` of one of our own reports. */
  readonly key?: string
}
