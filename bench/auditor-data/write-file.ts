import { strToU8, zipSync } from 'fflate'
import type { Block, Cell, ReportDocument, Table } from '#modules/auditor/domain/document.ts'

/** The report as plain text: paragraphs apart by an empty line, cells by tabs, a merged cell once and then nothing. */
export function asText({ blocks }: ReportDocument): string {
  return `${blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? block.text
        : gridOf(block)
            .map((row) => row.map((cell) => cell?.text ?? '').join('\t'))
            .join('\n'),
    )
    .join('\n\n')}\n`
}

/** Cells by row and column; a covered place is `null`. */
function gridOf(table: Table): (Cell | null)[][] {
  return table.rows.map((row) =>
    Array.from({ length: table.width }, (_, column) => row.find((cell) => cell.column === column) ?? null),
  )
}

/** The report as a Word document, with merged cells and repeated headers as Word writes them. */
export function asDocx({ blocks }: ReportDocument): Uint8Array {
  const body = blocks.map((block) => (block.kind === 'paragraph' ? wordParagraph(block) : wordTable(block))).join('')
  return zipSync(
    {
      '[Content_Types].xml': strToU8(
        `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      ),
      '_rels/.rels': strToU8(
        `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
      ),
      'word/document.xml': strToU8(
        `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
      ),
    },
    { level: 6 },
  )
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function wordRuns(text: string, bold: boolean): string {
  const style = bold ? '<w:rPr><w:b/></w:rPr>' : ''
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
  return text === '' ? '' : `<w:r>${style}${lines.join('<w:br/>')}</w:r>`
}

function wordParagraph({ text, heading }: Extract<Block, { kind: 'paragraph' }>): string {
  const style = heading === undefined ? '' : `<w:pPr><w:outlineLvl w:val="${heading - 1}"/></w:pPr>`
  return `<w:p>${style}${wordRuns(text, heading !== undefined)}</w:p>`
}

function wordTable(table: Table): string {
  const grid = `<w:tblGrid>${'<w:gridCol w:w="1200"/>'.repeat(table.width)}</w:tblGrid>`
  const covered = coveredBelow(table)
  const rows = table.rows.map((row, at) => {
    const cells: string[] = []
    for (let column = 0; column < table.width; ) {
      const cell = row.find((one) => one.column === column)
      const above = covered.get(`${at}:${column}`)
      const span = cell?.columnSpan ?? above?.columnSpan ?? 1
      const properties = [
        span > 1 ? `<w:gridSpan w:val="${span}"/>` : '',
        above ? '<w:vMerge/>' : (cell?.rowSpan ?? 1) > 1 ? '<w:vMerge w:val="restart"/>' : '',
      ].join('')
      cells.push(
        `<w:tc><w:tcPr>${properties}</w:tcPr><w:p>${wordRuns(cell?.text ?? '', cell?.bold === true)}</w:p></w:tc>`,
      )
      column += span
    }
    const repeated = at < (table.headerRows ?? 0) ? '<w:trPr><w:tblHeader/></w:trPr>' : ''
    return `<w:tr>${repeated}${cells.join('')}</w:tr>`
  })
  return `<w:tbl><w:tblPr/>${grid}${rows.join('')}</w:tbl><w:p/>`
}

/** Places that a cell above reaches over, by the column where it begins. */
function coveredBelow(table: Table): ReadonlyMap<string, Cell> {
  return new Map(
    table.rows
      .flat()
      .flatMap((cell) =>
        Array.from(
          { length: (cell.rowSpan ?? 1) - 1 },
          (_, down) => [`${cell.row + down + 1}:${cell.column}`, cell] as const,
        ),
      ),
  )
}
