import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import type { Block, Template } from '../domain/template.ts'

const FONT = 'Times New Roman'

/** A plain Word file with every placeholder of the template in its place, for an office to dress as it likes. */
export async function sampleWord(template: Template): Promise<Uint8Array> {
  const document = new Document({
    styles: { default: { document: { run: { font: FONT, size: 26 } } } },
    sections: [
      {
        children: [
          line('{{demonstration}}'),
          line('{{parent-agency}}'),
          line('{{agency}}', true),
          line('{{number}}'),
          line('{{place-and-day}}'),
          line('{{type-name}}', true),
          line('{{abstract}}', true),
          line('{{#bases}}{{line}}{{/bases}}'),
          line('{{opening}}'),
          ...template.sections.flatMap(({ number, title, blocks }) => [
            new Paragraph({
              heading: HeadingLevel.HEADING_2,
              children: [new TextRun({ text: `${number} ${title}`.trim(), font: FONT, bold: true })],
            }),
            ...blocks.map(place),
          ]),
          line('{{closing}}'),
          line('Nơi nhận:', true),
          line('{{#recipients}}{{line}}{{/recipients}}'),
          line('{{#signer-lines}}{{line}}{{/signer-lines}}', true),
          line('{{signer}}', true),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function place(block: Block): Paragraph | Table {
  if (block.kind !== 'table') return line(`{{#text:${block.key}}}{{line}}{{/text:${block.key}}}`)
  const { columns, key } = block
  const last = columns.length - 1
  const cells = columns.map((column, index) => {
    const open = index === 0 ? `{{#table:${key}}}` : ''
    const close = index === last ? `{{/table:${key}}}` : ''
    return `${open}{{${column.key}}}${close}`
  })
  return new Table({
    rows: [
      row(
        columns.map(({ headers }) => headers.join(' - ')),
        true,
      ),
      row(cells, false),
    ],
  })
}

function row(texts: readonly string[], header: boolean): TableRow {
  return new TableRow({
    tableHeader: header,
    children: texts.map((text) => new TableCell({ children: [line(text, header)] })),
  })
}

function line(text: string, bold = false): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, font: FONT, bold })] })
}
