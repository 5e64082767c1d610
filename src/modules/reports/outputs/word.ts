import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  type FileChild,
  Footer,
  Header,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import type { FilledReport, FilledText, Run } from '../domain/filled.ts'
import { type Letterhead, letterhead } from '../domain/letterhead.ts'
import { printedParagraphs } from '../domain/printed.ts'
import { columns, ruled, unbroken, wordTable } from './word-table.ts'

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const FONT = 'Times New Roman'
/** Half-points, the unit Word counts sizes in. */
const BODY = 26
const INDENT = convertMillimetersToTwip(12.7)
const BETWEEN = 120 // 6 pt

/** The report as a Word file in the layout of Decree 30/2020/NĐ-CP, annex I. */
export async function wordOf(report: FilledReport): Promise<Uint8Array> {
  const head = letterhead(report)
  const document = new Document({
    title: `${head.typeName} ${head.abstract}`,
    creator: head.agency,
    description: report.periodText,
    styles: { default: { document: { run: { font: FONT, size: BODY, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: {
              top: convertMillimetersToTwip(20),
              bottom: convertMillimetersToTwip(20),
              left: convertMillimetersToTwip(30),
              right: convertMillimetersToTwip(18),
              header: convertMillimetersToTwip(10),
              footer: convertMillimetersToTwip(8),
            },
          },
        },
        headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
        footers: { default: footer(head), first: footer(head) },
        children: [
          ...top(head),
          ...head.bases.map((basis) => body([{ text: basis }], { italics: true })),
          ...report.header.opening.map((runs) => body(runs)),
          ...report.sections.flatMap((each) => section(each, report)),
          ...report.closing.map((runs, index) => body(runs, {}, { keepNext: index === report.closing.length - 1 })),
          ...bottom(head),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function pageNumber(): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: BODY })],
      }),
    ],
  })
}

function footer({ demonstration }: Letterhead): Footer {
  const label = new TextRun({ text: demonstration, font: FONT, size: 17, color: '595959' })
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [label] })] })
}

type Look = { readonly bold?: boolean; readonly italics?: boolean; readonly size?: number }

function centred(text: string, look: Look, options: IParagraphOptions = {}): Paragraph {
  const children = [new TextRun({ text, font: FONT, size: BODY, ...look })]
  return new Paragraph({ alignment: AlignmentType.CENTER, ...options, children })
}

/** National name, issuing agency, number, place and day, kind and abstract. */
function top(head: Letterhead): FileChild[] {
  const above = head.parentAgency ? [centred(head.parentAgency, { size: 24 })] : []
  const draft = head.draft ? [centred(head.draft, { bold: true, size: 24 }, { spacing: { before: 60 } })] : []
  return [
    columns([
      [42, [...above, centred(head.agency, { bold: true, size: 24 }), ruled(0.38, 0.42)]],
      [58, [centred(head.nation, { bold: true, size: 24 }), centred(head.motto, { bold: true }), ruled(0.62, 0.58)]],
    ]),
    columns([
      [42, [centred(head.number, {}), ...draft]],
      [58, [centred(head.placeAndDay, { italics: true })]],
    ]),
    centred(head.typeName, { bold: true, size: 28 }, { spacing: { before: 240 } }),
    centred(head.abstract, { bold: true }, { indent: { left: 500, right: 500 } }),
    ruled(0.36, 1, 200),
  ]
}

/** Recipients on the left in small letters, the signer on the right; a signature never stands on a page without words above it. */
function bottom(head: Letterhead): FileChild[] {
  const small = (text: string, look: Look) => new Paragraph({ children: [new TextRun({ text, font: FONT, ...look })] })
  return [
    new Paragraph({ keepNext: true, spacing: { after: 0 }, children: [] }),
    columns([
      [
        48,
        [
          small(head.recipientsTitle, { bold: true, italics: true, size: 24 }),
          ...head.recipients.map((recipient) => small(recipient, { size: 22 })),
        ],
      ],
      [
        52,
        [
          ...head.signerLines.map((line) => centred(line, { bold: true }, { keepNext: true })),
          ...Array.from({ length: 4 }, () => centred('', {}, { keepNext: true })),
          centred(head.signerName, { bold: true }),
        ],
      ],
    ]),
  ]
}

function section(
  { number, title, level, blocks }: FilledReport['sections'][number],
  report: FilledReport,
): FileChild[] {
  const heading = new Paragraph({
    outlineLevel: level - 1,
    keepNext: true,
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: INDENT },
    spacing: { before: BETWEEN, after: BETWEEN },
    children: [
      new TextRun({ text: `${number} ${title}`.trim(), font: FONT, size: BODY, bold: true, italics: level >= 3 }),
    ],
  })
  return [heading, ...blocks.flatMap((block) => (block.kind === 'table' ? wordTable(block) : words(block, report)))]
}

function words(block: FilledText, report: FilledReport): Paragraph[] {
  const { style } = block
  return printedParagraphs(block, report).map((runs) =>
    body(style === 'bullet' ? [{ text: '- ' }, ...runs] : runs, style === 'italic' ? { italics: true } : {}),
  )
}

function body(runs: readonly Run[], look: Look = {}, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    ...options,
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: INDENT },
    spacing: { before: BETWEEN, after: BETWEEN, line: 276 },
    children: runs.map(({ text }) => new TextRun({ children: unbroken(text), font: FONT, size: BODY, ...look })),
  })
}
