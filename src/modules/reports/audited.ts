import type { ReportDocument } from '#modules/auditor/index.ts'
import type { FilledReport, FilledSection, FilledTable, FilledText, Run } from './domain/filled.ts'
import { letterhead } from './domain/letterhead.ts'

type Block = ReportDocument['blocks'][number]
type Cell = Extract<Block, { kind: 'table' }>['rows'][number][number]

/**
 * The report as the auditor reads reports: every text as it is printed, in printed order. The letterhead stands in it with and
 * without a number alike, so that issuing moves nothing.
 */
export function documentToAudit(report: FilledReport): ReportDocument {
  const head = letterhead(report)
  const { opening, abstract } = report.header
  return {
    name: `${report.header.typeName} ${abstract}`.trim(),
    format: 'own',
    blocks: [
      ...[head.parentAgency, head.agency, head.number, head.placeAndDay].flatMap((text) => line(text)),
      ...line(head.typeName),
      ...line(abstract),
      ...head.bases.flatMap((text) => line(text)),
      ...opening.flatMap((runs) => line(textOf(runs))),
      ...report.sections.flatMap(section),
      ...report.closing.flatMap((runs) => line(textOf(runs))),
    ],
  }
}

function line(text: string, key?: string): Block[] {
  return text.trim() === '' ? [] : [{ kind: 'paragraph', text, origin: key === undefined ? {} : { key } }]
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}

function section({ key, number, title, level, blocks }: FilledSection): Block[] {
  const heading = `${number} ${title}`.trim()
  return [
    ...(heading === '' ? [] : [{ kind: 'paragraph', text: heading, heading: level, origin: { key } } as const]),
    ...blocks.flatMap((block) => (block.kind === 'table' ? table(block) : words(block))),
  ]
}

function words({ key, style, paragraphs }: FilledText): Block[] {
  return paragraphs.flatMap((runs) => {
    const text = textOf(runs)
    return line(style === 'bullet' && text !== '' ? `- ${text}` : text, key)
  })
}

function table({ key, caption, columns, header, rows }: FilledTable): Block[] {
  const top = header.map((cells, row): Cell[] =>
    cells.map(({ text, column, columns: across, rows: down }) => ({ text, row, column, ...spans(across, down) })),
  )
  const body = rows.map((filled, index): Cell[] => {
    const row = header.length + index
    let column = 0
    return filled.cells.map(({ runs, span = 1, bold, number }) => {
      const cell = {
        text: textOf(runs),
        row,
        column,
        ...spans(span, 1),
        ...((bold || filled.kind === 'total') && { bold: true }),
        ...(number !== undefined && { number }),
        origin: { key: `${key}/${filled.key}` },
      }
      column += span
      return cell
    })
  })
  const width = columns.length
  return [
    ...line(caption),
    { kind: 'table', rows: [...top, ...body], width, headerRows: header.length, origin: { key } },
  ]
}

function spans(across: number, down: number): Pick<Cell, 'rowSpan' | 'columnSpan'> {
  return { ...(across > 1 && { columnSpan: across }), ...(down > 1 && { rowSpan: down }) }
}
