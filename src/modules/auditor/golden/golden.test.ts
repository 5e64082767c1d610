import { Document, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import { describe, expect, it } from 'vitest'
import { audit } from '../domain/audit.ts'
import type { Block, ReportDocument } from '../domain/document.ts'
import { NOTHING_KNOWN } from '../domain/knowledge.ts'
import { isFault } from '../gateways/fault.ts'
import { readDocx } from '../gateways/readers/docx.ts'
import { GOLDEN, isListed, listed, missed, readGolden } from './golden.fixture.ts'

const RIGHT = GOLDEN.filter((name) => listed(name).length === 0)
const WRONG = GOLDEN.filter((name) => listed(name).length > 0)

describe('golden reports', () => {
  it('are at hand, right ones and wrong ones', () => {
    expect(RIGHT).toEqual([
      'clean-budget-2024',
      'clean-ward-service-2025',
      'corrected-2023',
      'news-city-2022',
      'news-ict-index-2021',
      'news-two-years-2023',
      'plan-2024',
    ])
    expect(WRONG).toEqual([
      'city-2023',
      'errors-feedback-2025',
      'errors-one-stop-2023',
      'errors-population-2025',
      'errors-targets-2024',
    ])
  })

  it.each(WRONG)('%s: each listed place is in the text', async (name) => {
    const document = await readGolden(name)
    const lines = document.blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [block.text] : block.rows.map((row) => row.map(({ text }) => text).join('\t')),
    )
    const lost = listed(name).filter(
      ({ row, cells }) => !lines.some((line) => line.includes(row) && cells.some((cell) => line.includes(cell))),
    )
    expect(lost.map(({ id }) => id)).toEqual([])
  })

  it.each(WRONG)('%s: all that is listed is found', async (name) => {
    const document = await readGolden(name)
    const { findings } = audit(document, NOTHING_KNOWN)
    expect(missed(listed(name), findings, document).map(({ id, severity }) => `${severity} ${id}`)).toEqual([])
  })

  it.each(WRONG)('%s: nothing is called proved that is not listed', async (name) => {
    const document = await readGolden(name)
    const { findings } = audit(document, NOTHING_KNOWN)
    const proved = findings.filter(({ severity }) => severity === 'proved')
    expect(
      proved
        .filter((finding) => !isListed(finding, listed(name), document))
        .map(({ rule, stated }) => `${rule}: ${stated.vi}`),
    ).toEqual([])
  })

  it.each(RIGHT)('%s: nothing is accused', async (name) => {
    const { findings } = audit(await readGolden(name), NOTHING_KNOWN)
    const accused = findings.filter(({ severity }) => severity !== 'look')
    expect(accused.map(({ rule, stated, worked }) => `${rule}: ${stated.vi}; ${worked.vi}`)).toEqual([])
  })

  it.each(GOLDEN)('%s: the same is found in a Word file', async (name) => {
    const text = await readGolden(name)
    const read = await readDocx(await wordFile(text), `${name}.docx`)
    if (isFault(read)) throw new Error(read.fault)
    const said = (document: ReportDocument) =>
      audit(document, NOTHING_KNOWN)
        .findings.map(({ rule, severity, stated, worked }) => `${severity} ${rule}: ${stated.vi} ${worked.vi}`)
        .toSorted()
    expect(said(read)).toEqual(said(text))
  })
})

/** The report as a Word document written by a library of others. */
async function wordFile({ blocks }: ReportDocument): Promise<Uint8Array> {
  const document = new Document({ sections: [{ children: blocks.map(wordBlock) }] })
  return new Uint8Array(await Packer.toBuffer(document))
}

function wordBlock(block: Block): Paragraph | Table {
  if (block.kind === 'paragraph') return new Paragraph(block.text)
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: block.rows.map(
      (row) =>
        new TableRow({
          children: row.map(
            ({ text, rowSpan, columnSpan }) =>
              new TableCell({ children: [new Paragraph(text)], rowSpan: rowSpan ?? 1, columnSpan: columnSpan ?? 1 }),
          ),
        }),
    ),
  })
}
