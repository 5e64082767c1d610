import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { PrintedBlock, PrintedForm } from '../domain/printed.ts'

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const FONT = 'Times New Roman'
type Look = { readonly bold?: boolean; readonly italics?: boolean; readonly size?: number }
type Align = (typeof AlignmentType)[keyof typeof AlignmentType]

/** The filled form as a Word file, with the head of Decree 30/2020/NĐ-CP, annex I. */
export async function wordOf(form: PrintedForm): Promise<Uint8Array> {
  const mm = convertMillimetersToTwip
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
          default: new Footer({ children: [said(`${form.foot}   ${form.number}`, AlignmentType.LEFT, { size: 17 })] }),
        },
        children: [
          said(form.nation, AlignmentType.CENTER, { bold: true, size: 25 }),
          said(form.motto, AlignmentType.CENTER, { bold: true }),
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
          ...form.pledge.split('\n').map((line) => said(line)),
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
      return linesOf(`${block.label}: ${block.value || '.'.repeat(60)}`).map((line) => said(line))
    case 'heading':
      return [said(block.text, AlignmentType.LEFT, { bold: true })]
    case 'note':
      return linesOf(block.text).map((line) => said(line, AlignmentType.LEFT, { italics: true }))
    case 'table': {
      const row = (cells: readonly string[], bold: boolean) =>
        new TableRow({
          tableHeader: bold,
          cantSplit: true,
          children: cells.map(
            (text) =>
              new TableCell({
                children: linesOf(text).map((line) => said(line, AlignmentType.LEFT, { bold, size: 22 })),
              }),
          ),
        })
      return [
        said(`${block.label}:`),
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: [row(block.head, true), ...block.rows.map((cells) => row(cells, false))],
        }),
      ]
    }
  }
}

function signatures({ signatures: signers, placeAndDay }: PrintedForm): Table {
  const columns = signers.length === 1 ? [null, ...signers] : signers
  const cells = columns.map((signer, at) => {
    const isLast = at === columns.length - 1
    const parts = [
      said(isLast ? placeAndDay : '', AlignmentType.CENTER, { italics: true }),
      said(signer?.title ?? '', AlignmentType.CENTER, { bold: true }),
      said(signer?.hint ?? '', AlignmentType.CENTER, { italics: true, size: 23 }),
      ...['', '', ''].map((line) => said(line)),
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

function said(text: string, alignment: Align = AlignmentType.LEFT, look: Look = {}): Paragraph {
  return new Paragraph({ alignment, spacing: { after: 60 }, children: [new TextRun({ text, font: FONT, ...look })] })
}
