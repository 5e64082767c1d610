import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  type FileChild,
  NoBreakHyphen,
  Paragraph,
  type ParagraphChild,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { FilledCell, FilledRow, FilledTable } from '../domain/filled.ts'

const FONT = 'Times New Roman'
const CELL_SIZE = 22 // 11 pt
/** Between the margins of the page: 210 − 30 − 18 mm. */
const TEXT_WIDTH = convertMillimetersToTwip(162)
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

/** Columns side by side without lines: the two halves of the head and of the foot. */
export function columns(parts: readonly (readonly [percent: number, children: FileChild[]])[]): Table {
  const widths = parts.map(([percent]) => Math.round((TEXT_WIDTH * percent) / 100))
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    rows: [
      new TableRow({
        cantSplit: true,
        children: parts.map(
          ([, children], index) =>
            new TableCell({
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              margins: { left: 40, right: 40 },
              children: children as Paragraph[],
            }),
        ),
      }),
    ],
  })
}

/** A short centred rule: an empty line with a border below, drawn in from both sides. `share` of the column's width. */
export function ruled(share: number, column: number, after = 0): Paragraph {
  const side = Math.round((TEXT_WIDTH * column * (1 - share)) / 2)
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 0, after, line: 40, lineRule: 'exact' },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  })
}

/** A real Word table: its header rows repeat on every page and no row breaks across pages. */
export function wordTable(table: FilledTable): FileChild[] {
  const whole = table.columns.reduce((sum, { width }) => sum + width, 0)
  const widths = table.columns.map(({ width }) => Math.round((TEXT_WIDTH * width) / whole))
  const caption = table.caption ? [line([run(table.caption, { italics: true })], AlignmentType.CENTER)] : []
  return [
    ...caption,
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [...headerRows(table, widths), ...table.rows.map((row) => dataRow(row, widths))],
    }),
    new Paragraph({ spacing: { before: 0, after: 60, line: 120, lineRule: 'exact' }, children: [] }),
  ]
}

function headerRows({ header }: FilledTable, widths: readonly number[]): TableRow[] {
  return header.map(
    (cells) =>
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cells.map(
          ({ text, column, columns: span, rows }) =>
            new TableCell({
              width: { size: widthOf(widths, column, span), type: WidthType.DXA },
              columnSpan: span,
              rowSpan: rows,
              verticalAlign: VerticalAlignTable.CENTER,
              margins: MARGINS,
              children: [line([run(text, { bold: true })], AlignmentType.CENTER)],
            }),
        ),
      }),
  )
}

const MARGINS = { top: 40, bottom: 40, left: 70, right: 70 }

function dataRow({ cells }: FilledRow, widths: readonly number[]): TableRow {
  let column = 0
  return new TableRow({
    cantSplit: true,
    children: cells.map((cell) => {
      const span = cell.span ?? 1
      const width = widthOf(widths, column, span)
      column += span
      return new TableCell({
        width: { size: width, type: WidthType.DXA },
        columnSpan: span,
        verticalAlign: VerticalAlignTable.CENTER,
        margins: MARGINS,
        children: [line(runs(cell), ALIGN[cell.align])],
      })
    }),
  })
}

function widthOf(widths: readonly number[], column: number, span: number): number {
  return widths.slice(column, column + span).reduce((sum, width) => sum + width, 0)
}

function runs({ runs: parts, bold = false }: FilledCell): TextRun[] {
  return parts.map(({ text }) => run(text, { bold }))
}

/** A minus stays on the line of its number. */
export function unbroken(text: string): (string | NoBreakHyphen)[] {
  return text
    .split(/(?<![\p{L}\d])-(?=\d)/u)
    .flatMap((part, index) => (index === 0 ? [part] : [new NoBreakHyphen(), part]))
}

function run(text: string, look: { readonly bold?: boolean; readonly italics?: boolean }): TextRun {
  return new TextRun({ children: unbroken(text), font: FONT, size: CELL_SIZE, ...look })
}

function line(children: ParagraphChild[], alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Paragraph {
  return new Paragraph({ alignment, children })
}
