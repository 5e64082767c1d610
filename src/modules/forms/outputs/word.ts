import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  LeaderType,
  LineRuleType,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { PrintedBlock, PrintedForm } from '../domain/printed.ts'

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const FONT = 'Times New Roman'
const mm = convertMillimetersToTwip
/** What is left of A4 between its margins. */
const TEXT_WIDTH = mm(210 - 30 - 18)
/** As long as the motto above it. */
const RULE = mm(52)
type Look = { readonly bold?: boolean; readonly italics?: boolean; readonly size?: number }
type Align = (typeof AlignmentType)[keyof typeof AlignmentType]

/** The filled form as a Word file, with the head of Decree 30/2020/NĐ-CP, annex I. */
export async function wordOf(form: PrintedForm): Promise<Uint8Array> {
  const document = new Document({
    title: form.title,
    styles: {
      default: {
        document: { run: { font: FONT, size: 26, language: { value: form.language === 'vi' ? 'vi-VN' : 'en-GB' } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(18) },
          },
        },
        footers: {
          default: new Footer({
            children: [
              said([form.foot, form.number, form.mark].filter(Boolean).join('   '), AlignmentType.LEFT, { size: 17 }),
            ],
          }),
        },
        children: [
          said(form.nation, AlignmentType.CENTER, { bold: true, size: 25 }),
          said(form.motto, AlignmentType.CENTER, { bold: true }),
          rule(),
          ...(form.mark ? [said(form.mark, AlignmentType.CENTER, { bold: true, size: 22 })] : []),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            heading: HeadingLevel.HEADING_1,
            spacing: { before: 240 },
            children: [
              new TextRun({
                text: form.title.toLocaleUpperCase('vi'),
                font: FONT,
                bold: true,
                size: 29,
                color: '000000',
              }),
            ],
          }),
          ...(form.addressee ? [said(form.addressee, AlignmentType.CENTER)] : []),
          ...form.sections.flatMap(({ title, blocks }) => [
            new Paragraph({
              heading: HeadingLevel.HEADING_2,
              spacing: { before: 200, after: 80 },
              children: [new TextRun({ text: title, font: FONT, bold: true, size: 26, color: '000000' })],
            }),
            ...blocks.flatMap(blockParts),
          ]),
          // What is vouched for stands on the page with the signature.
          ...linesOf(form.pledge).map((line) => said(line, AlignmentType.LEFT, {}, { keepNext: true })),
          signatures(form),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function blockParts(block: PrintedBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'line':
      return block.value === ''
        ? [dotted(block.label)]
        : linesOf(`${block.label}: ${block.value}`).map((line) => said(line))
    case 'heading':
      return [said(block.text, AlignmentType.LEFT, { bold: true })]
    case 'note':
      return linesOf(block.text).map((line) => said(line, AlignmentType.LEFT, { italics: true }))
    case 'table':
      return [said(`${block.label}:`, AlignmentType.LEFT, {}, { keepNext: true }), tableOf(block), gap()]
  }
}

/** The first column, which numbers or names the rows, takes what it needs; the others share the rest. */
function tableOf({ head, rows }: Extract<PrintedBlock, { kind: 'table' }>): Table {
  const longest = Math.max(...[head, ...rows].map(([first = '']) => first.length))
  const first = Math.min(mm(60), mm(8 + longest * 2))
  const others = (TEXT_WIDTH - first) / Math.max(1, head.length - 1)
  const widths = head.map((_, place) => (place === 0 ? first : others))
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, place) =>
          new TableCell({
            width: { size: widths[place] ?? others, type: WidthType.DXA },
            verticalAlign: VerticalAlignTable.CENTER,
            children: linesOf(text).map((line) =>
              said(line, isHead ? AlignmentType.CENTER : AlignmentType.LEFT, { bold: isHead, size: 22 }),
            ),
          }),
      ),
    })
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    margins: { top: 30, left: 70, right: 70 },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  })
}

/** What is not answered is a line of dots up to the margin. */
function dotted(label: string): Paragraph {
  return new Paragraph({
    spacing: { after: 60 },
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: LeaderType.DOT }],
    children: [new TextRun({ font: FONT, children: [`${label}: `, new Tab()] })],
  })
}

/** The line below the motto. */
function rule(): Paragraph {
  const side = (TEXT_WIDTH - RULE) / 2
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 0, after: 80, line: 60, lineRule: LineRuleType.EXACT },
    border: { bottom: { style: BorderStyle.SINGLE, size: 5, color: '000000', space: 1 } },
    children: [],
  })
}

const gap = () => said('', AlignmentType.LEFT, { size: 8 })

function signatures({ signatures: signers, placeAndDay }: PrintedForm): Table {
  const columns = signers.length === 1 ? [null, ...signers] : signers
  const cells = columns.map((signer, at) => {
    const isLast = at === columns.length - 1
    const parts = [
      said(isLast ? placeAndDay : '', AlignmentType.CENTER, { italics: true }),
      said(signer?.title ?? '', AlignmentType.CENTER, { bold: true }),
      said(signer?.hint ?? '', AlignmentType.CENTER, { italics: true, size: 23 }),
      ...['', '', ''].map((line) => said(line, AlignmentType.CENTER, {}, { keepNext: true })),
      said(signer?.name ?? '', AlignmentType.CENTER, { bold: true }),
    ]
    return new TableCell({ children: parts })
  })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: TableBorders.NONE,
    rows: [new TableRow({ cantSplit: true, children: cells })],
  })
}

const linesOf = (text: string): readonly string[] => text.split('\n')

function said(
  text: string,
  alignment: Align = AlignmentType.LEFT,
  look: Look = {},
  options: IParagraphOptions = {},
): Paragraph {
  const children = [new TextRun({ text, font: FONT, ...look })]
  return new Paragraph({ ...options, alignment, spacing: { after: 60 }, children })
}
