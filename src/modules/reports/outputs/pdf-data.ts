import type { FilledReport, FilledTable, FilledText } from '../domain/filled.ts'
import { letterhead } from '../domain/letterhead.ts'
import { printedParagraphs } from '../domain/printed.ts'

/** The report as plain values for the page description `report.typ`. */
export function pdfData(report: FilledReport): unknown {
  return {
    letterhead: letterhead(report),
    periodText: report.periodText,
    opening: report.header.opening,
    sections: report.sections.map(({ number, title, level, blocks }) => ({
      title: `${number} ${title}`.trim(),
      level,
      blocks: blocks.map((block) => (block.kind === 'table' ? table(block) : text(block, report))),
    })),
    closing: report.closing,
  }
}

function text(block: FilledText, report: FilledReport) {
  return { kind: 'text', style: block.style, paragraphs: printedParagraphs(block, report) }
}

function table({ caption, columns, header, rows }: FilledTable) {
  return {
    kind: 'table',
    caption,
    columns,
    header,
    rows: rows.map(({ kind, cells }) => ({
      // A row longer than this may not fit on one page; shorter ones are kept whole.
      long:
        kind === 'data' && cells.some(({ runs }) => runs.reduce((sum, { text: said }) => sum + said.length, 0) > 900),
      cells: cells.map(({ runs, align, bold, span }) => ({ runs, align, bold: bold ?? false, span: span ?? 1 })),
    })),
  }
}
