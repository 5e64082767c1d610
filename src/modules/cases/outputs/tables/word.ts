import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { FormPage } from '../../domain/forms/page.ts'
import { cellText, notesOf, numbered, type PrintedTable, widthsOf } from '../../domain/printed-table.ts'

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const FONT = 'Times New Roman'
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE }
type Look = { readonly bold?: boolean; readonly italics?: boolean; readonly size?: number }
type Align = (typeof AlignmentType)[keyof typeof AlignmentType]

/** What is left of a wide A4 page between its margins, in millimetres. */
const WIDTH_MM = 297 - 18 - 15
const HALVES = { left: 0.43, right: 0.57 }
const mm = convertMillimetersToTwip

/** The table as a Word file on a wide page, with the head of Decree 30/2020/NĐ-CP, annex I. */
export async function wordOfTable(page: FormPage, table: PrintedTable): Promise<Uint8Array> {
  const shares = widthsOf(table)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const footer = () =>
    new Footer({
      children: [
        said([page.form && `Biểu số ${page.form}`, page.foot].filter(Boolean).join(' – '), AlignmentType.CENTER, {
          size: 17,
        }),
      ],
    })
  const document = new Document({
    title: table.title,
    creator: page.agency,
    styles: { default: { document: { run: { font: FONT, size: 26, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: {
          // The number of the page stands above, in the middle, from the second page on.
          titlePage: true,
          page: {
            size: { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE },
            margin: { top: mm(20), bottom: mm(18), left: mm(18), right: mm(15) },
          },
        },
        headers: { default: new Header({ children: [pageNumber()] }), first: new Header({ children: [] }) },
        footers: { default: footer(), first: footer() },
        children: [
          letterhead(page),
          said(page.title, AlignmentType.CENTER, { bold: true, size: 28 }, { before: 240 }),
          said(table.subtitle, AlignmentType.CENTER, { italics: true }, { after: 160 }),
          new Table({
            width: { size: mm(WIDTH_MM), type: WidthType.DXA },
            layout: TableLayoutType.FIXED,
            columnWidths: shares.map((share) => mm((WIDTH_MM * share) / whole)),
            margins: { top: 30, bottom: 30, left: 70, right: 70 },
            rows: [...headRows(table), ...numbered(table).map(bodyRow)],
          }),
          ...notesOf(table).map((note, index) =>
            said(note, AlignmentType.LEFT, { italics: true, size: 22 }, { before: index === 0 ? 100 : 0 }),
          ),
          ...(page.signatures.length > 0 ? [said('', AlignmentType.LEFT, { size: 12 }), signers(page)] : []),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ font: FONT, size: 26, children: [PageNumber.CURRENT] })],
  })
}

function letterhead(page: FormPage): Table {
  const left = [
    ...(page.parentAgency ? [said(page.parentAgency, AlignmentType.CENTER, { size: 24 })] : []),
    said(page.agency, AlignmentType.CENTER, { bold: true, size: 24 }),
    rule(WIDTH_MM * HALVES.left, 40),
  ]
  const right = [
    said(page.nation, AlignmentType.CENTER, { bold: true, size: 24 }),
    said(page.motto, AlignmentType.CENTER, { bold: true }),
    rule(WIDTH_MM * HALVES.right, 54),
    said(page.placeAndDay, AlignmentType.CENTER, { italics: true }),
  ]
  return beside([HALVES.left, left], [HALVES.right, right])
}

/** A line below the name of the agency and below the motto, in the middle of its cell. */
function rule(cellMm: number, lineMm: number): Paragraph {
  const side = mm((cellMm - lineMm) / 2)
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 0, after: 80, line: 60, lineRule: LineRuleType.EXACT },
    border: { bottom: { style: BorderStyle.SINGLE, size: 5, color: '000000', space: 1 } },
    children: [],
  })
}

function signers({ signatures }: FormPage): Table {
  const share = 1 / Math.max(2, signatures.length)
  return beside(
    ...signatures.map(({ title, hint, name }): [number, Paragraph[]] => [
      share,
      [
        said(title, AlignmentType.CENTER, { bold: true, size: 24 }),
        said(hint, AlignmentType.CENTER, { italics: true, size: 22 }, { after: 1200 }),
        said(name, AlignmentType.CENTER, { bold: true }),
      ],
    ]),
  )
}

/** Parts side by side, without borders, each with its share of the width. */
function beside(...parts: readonly [share: number, children: Paragraph[]][]): Table {
  const widths = parts.map(([share]) => mm(WIDTH_MM * share))
  const cells = parts.map(
    ([, children], place) =>
      new TableCell({ width: { size: widths[place] ?? 0, type: WidthType.DXA }, borders: NO_BORDERS, children }),
  )
  return new Table({
    width: { size: mm(WIDTH_MM), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    borders: TableBorders.NONE,
    rows: [new TableRow({ cantSplit: true, children: cells })],
  })
}

function headRows({ columns, rowHead }: PrintedTable): TableRow[] {
  const isGrouped = columns.some(({ group }) => group !== null)
  const cell = (text: string, span: { columnSpan?: number; rowSpan?: number } = {}) =>
    new TableCell({
      ...span,
      verticalAlign: VerticalAlignTable.CENTER,
      children: [said(text, AlignmentType.CENTER, { bold: true, size: 22 })],
    })
  const tall = isGrouped ? { rowSpan: 2 } : {}
  const top = [cell('TT', tall), cell(rowHead, tall)]
  columns.forEach(({ label, group }, place) => {
    if (group === null) top.push(cell(label, tall))
    else if (columns[place - 1]?.group !== group) {
      const rest = columns.slice(place)
      const end = rest.findIndex((column) => column.group !== group)
      top.push(cell(group, { columnSpan: end < 0 ? rest.length : end }))
    }
  })
  const below = columns.flatMap(({ label, group }) => (group === null ? [] : [cell(label)]))
  return [
    new TableRow({ tableHeader: true, children: top }),
    ...(isGrouped ? [new TableRow({ tableHeader: true, children: below })] : []),
  ]
}

function bodyRow({ number, name, isTotal, cells }: ReturnType<typeof numbered>[number]): TableRow {
  const look = { bold: isTotal, size: 22 }
  const cell = (text: string, align: Align) =>
    new TableCell({ verticalAlign: VerticalAlignTable.CENTER, children: [said(text, align, look)] })
  return new TableRow({
    cantSplit: true,
    children: [
      cell(number, AlignmentType.CENTER),
      cell(name, AlignmentType.LEFT),
      ...cells.map((one) => cell(cellText(one), AlignmentType.RIGHT)),
    ],
  })
}

function said(
  text: string,
  alignment: Align,
  look: Look,
  spacing: { readonly before?: number; readonly after?: number } = {},
): Paragraph {
  return new Paragraph({ alignment, spacing, children: [new TextRun({ text, font: FONT, ...look })] })
}
