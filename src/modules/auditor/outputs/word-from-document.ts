import { formatMoment } from '#kernel/calendar.ts'
import type { Block, Paragraph, ReportDocument, Table } from '../domain/document.ts'
import { SEVERITIES, type Severity } from '../domain/finding.ts'
import { countBySeverity, DEMONSTRATION_WORDS, FORMAT_WORDS, SEVERITY_WORDS } from '../domain/finding-words.ts'
import type { AuditedReport } from './audited-report.ts'
import { escaped, oneLine } from './shown-text.ts'
import { cellCovering } from './spot-text.ts'
import { commented, type WordComment } from './word-comments.ts'
import { columnWants } from './word-grid.ts'
import { wordPackage } from './word-package.ts'
import { SHADE, type Sheet, sheetOf, wordTable } from './word-table.ts'
import { withParts } from './zip-splice.ts'

/**
 * The report as a new Word file: its paragraphs and tables as they were read, the places of findings shaded, with the comments that
 * are made for the document once it knows its paragraphs in that file.
 */
export async function wordFromDocument(
  report: AuditedReport,
  commentsOn: (document: ReportDocument) => readonly WordComment[],
): Promise<Uint8Array> {
  const { body, blocks } = bodyOf(report)
  const title = oneLine(report.title || report.document.name, 250)
  const { word, others } = wordPackage({ title, body, at: report.auditedAt })
  const changed = commented(word, commentsOn({ ...report.document, blocks }), report.auditedAt)
  return withParts([], new Map([...others, ...(changed ?? [])]))
}

/** The paragraph that ends a section takes no room, or it would stand alone on a page. */
const NO_ROOM = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'

function bodyOf(report: AuditedReport): { readonly body: string; readonly blocks: readonly Block[] } {
  const sheet = sheetOf()
  const shades = shadesOf(report)
  const body: string[] = [openingOf(sheet, report)]
  const blocks: Block[] = []
  const sections = sectionsOf(report.document.blocks)
  for (const [index, { landscape, to }] of sections.entries()) {
    for (const block of report.document.blocks.slice(blocks.length, to)) {
      const made = blockOf(sheet, block, { shades, index: blocks.length, landscape })
      body.push(made.xml)
      blocks.push(made.block)
    }
    const page = pageOf(landscape)
    body.push(index === sections.length - 1 ? page : sheet.paragraph('', `<w:pPr>${NO_ROOM}${page}</w:pPr>`))
  }
  return { body: body.join(''), blocks }
}

/** What is shaded. */
type Shades = {
  /** The gravest finding of each cell, under block, row and column where it begins. */
  readonly cells: ReadonlyMap<string, Severity>
  /** Characters of each paragraph, by block, the gravest last. */
  readonly words: ReadonlyMap<number, readonly Shaded[]>
}
type Shaded = { readonly from: number; readonly to: number; readonly severity: Severity }

function shadesOf({ document, findings }: AuditedReport): Shades {
  const cells = new Map<string, Severity>()
  const words = new Map<number, Shaded[]>()
  for (const { places, severity } of findings.toReversed())
    for (const { block, row, column, from = 0, to = Number.POSITIVE_INFINITY } of places) {
      const table = document.blocks[block]
      if (table?.kind === 'table') {
        const cell = cellCovering(table, row ?? 0, column ?? 0)
        if (cell) cells.set(`${block}:${cell.row}:${cell.column}`, severity)
      } else words.set(block, [...(words.get(block) ?? []), { from, to, severity }])
    }
  return { cells, words }
}

/** What the file was made from, and what its colours mean. */
function openingOf(sheet: Sheet, { document, findings, auditedAt, language, demonstration }: AuditedReport): string {
  const name = oneLine(document.name, 200)
  const format = FORMAT_WORDS[document.format][language]
  const when = formatMoment(auditedAt)
  const says = {
    vi: `Hải Đăng lập lại bản này từ ${format} “${name}” để ghi nhận xét kiểm tra, ${when}. Chữ và số giữ nguyên như đã đọc; bố cục có thể khác bản gốc.`,
    en: `Hải Đăng made this file from the ${format} “${name}” to carry the comments of the check, ${when}. Words and figures are as they were read; the layout may differ from the original.`,
  }
  const counts = countBySeverity(findings)
  const legend = SEVERITIES.map((severity) => {
    const fill = `<w:shd w:val="clear" w:color="auto" w:fill="${SHADE[severity]}"/>`
    return `${small(`  ${SEVERITY_WORDS[severity][language]}: ${counts[severity]}  `, fill)}${small('   ', '')}`
  })
  const space = '<w:spacing w:before="0" w:after="120"/>'
  const under = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="6" w:color="808080"/></w:pBdr>'
  return (
    sheet.paragraph(
      small(demonstration ? `${DEMONSTRATION_WORDS[language]}. ${says[language]}` : says[language], '<w:i/>'),
      `<w:pPr>${space}</w:pPr>`,
    ) + sheet.paragraph(legend.join(''), `<w:pPr>${under}${space}</w:pPr>`)
  )
}

function small(text: string, look: string): string {
  const italic = look === '<w:i/>' ? look : ''
  const fill = look === italic ? '' : look
  return `<w:r><w:rPr>${italic}<w:color w:val="404040"/><w:sz w:val="20"/>${fill}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
}

type Where = { readonly shades: Shades; readonly index: number; readonly landscape: boolean }

function blockOf(
  sheet: Sheet,
  block: Block,
  { shades, index, landscape }: Where,
): { readonly xml: string; readonly block: Block } {
  if (block.kind === 'table') return wordTable(sheet, block, { shades: shades.cells, index, landscape })
  const xml = paragraphXml(sheet, block, shades.words.get(index) ?? [])
  return { xml, block: { ...block, origin: { ...block.origin, wordParagraph: sheet.count() } } }
}

/** Longer ones are running text: set in both margins with a first-line indent. */
const RUNNING = 120

function paragraphXml(sheet: Sheet, { text, heading }: Paragraph, shaded: readonly Shaded[]): string {
  const style = heading === undefined ? '' : `<w:pStyle w:val="Heading${Math.min(Math.max(heading, 1), 4)}"/>`
  const running = heading === undefined && text.length > RUNNING
  const set = running ? '<w:ind w:firstLine="720"/><w:jc w:val="both"/>' : ''
  const ends = [0, text.length, ...shaded.flatMap(({ from, to }) => [from, to])].filter(
    (at) => at >= 0 && at <= text.length,
  )
  const cuts = [...new Set(ends)].toSorted((a, b) => a - b)
  const runs = cuts.slice(0, -1).map((from, index) => {
    const severity = shaded.findLast((one) => one.from <= from && from < one.to)?.severity
    return sheet.text(text.slice(from, cuts[index + 1]), severity ? { fill: SHADE[severity] } : {})
  })
  return sheet.paragraph(runs.join(''), `<w:pPr>${style}${set}</w:pPr>`)
}

type Section = { readonly landscape: boolean; readonly to: number }

/** Wider tables, in letters or columns, are set on pages turned sideways. */
const PORTRAIT_LETTERS = 110
const PORTRAIT_COLUMNS = 8
/** So many short paragraphs above a wide table, its title, turn with it. */
const TITLE_PARAGRAPHS = 2

/** The blocks cut where the page turns; each section ends before block `to`. */
function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  const wide = blocks.map((block) => block.kind === 'table' && isWide(block))
  const turned = [...wide]
  for (const [index, is] of wide.entries())
    for (let above = index - 1; is && above >= index - TITLE_PARAGRAPHS && isShort(blocks[above]); above--)
      turned[above] = true
  const ends = turned.flatMap((landscape, index) =>
    landscape === turned[index + 1] ? [] : [{ landscape, to: index + 1 }],
  )
  return ends.length > 0 ? ends : [{ landscape: false, to: 0 }]
}

function isShort(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && block.text.length <= 2 * RUNNING
}

function isWide(table: Table): boolean {
  return (
    table.width > PORTRAIT_COLUMNS || columnWants(table).reduce((sum, { best }) => sum + best, 0) > PORTRAIT_LETTERS
  )
}

/** A4 with the margins of official documents. */
function pageOf(landscape: boolean): string {
  const size = landscape
    ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    : '<w:pgSz w:w="11906" w:h="16838"/>'
  const margins = landscape
    ? '<w:pgMar w:top="1134" w:right="1134" w:bottom="1020" w:left="1134" w:header="567" w:footer="454" w:gutter="0"/>'
    : '<w:pgMar w:top="1134" w:right="1020" w:bottom="1134" w:left="1701" w:header="567" w:footer="454" w:gutter="0"/>'
  return `<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/>${size}${margins}</w:sectPr>`
}
