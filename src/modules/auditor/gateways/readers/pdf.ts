import { type PdfFile, type Pdfjs, withPdf } from '#server/pdf.ts'
import type { Block, ReportDocument } from '../../domain/document.ts'
import { type FileFault, isFault, MOST_CELLS, tooLong } from '../fault.ts'
import { withAlignedTables } from './pdf-aligned.ts'
import { type FontFacts, type Marks, marksOf } from './pdf-marks.ts'
import { isReadable, partsOfPage } from './pdf-page.ts'
import { type PageLine, paragraphsOf } from './pdf-paragraphs.ts'
import type { PagePart, ReadPage } from './pdf-parts.ts'
import { withoutRunningLines } from './pdf-running.ts'

type PdfPage = Awaited<ReturnType<PdfFile['getPage']>>

export const MOST_PAGES = 1_000
/** Drawing steps of one page; a city map has a tenth. */
const MOST_STEPS = 1_000_000
const MOST_LETTERS = 5_000_000

/** A PDF with text as a document. Pages that hold only pictures are no text. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<ReportDocument | FileFault> {
  const pages = await withPdf(bytes, { strict: false }, pagesOf)
  if (pages === 'password') return { fault: 'auditor/file-password' }
  if (pages === 'damaged') return { fault: 'auditor/file-unreadable' }
  return isFault(pages) ? pages : { name, format: 'pdf', blocks: blocksOf(pages) }
}

async function pagesOf(file: PdfFile, pdfjs: Pdfjs): Promise<ReadPage[] | FileFault> {
  if (file.numPages > MOST_PAGES) return { fault: 'auditor/file-too-long' }
  const names = new Map(Object.entries(pdfjs.OPS).map(([name, step]) => [Number(step), name]))
  const pages: ReadPage[] = []
  let letters = 0
  let cells = 0
  let pictures = 0
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number)
    const marks = await marksOn(page, names)
    if (isFault(marks)) return marks
    if (!isReadable(marks.glyphs)) return { fault: 'auditor/file-scanned' }
    const parts = partsOfPage(marks, number)
    if (marks.glyphs.length === 0) pictures += 1
    letters += marks.glyphs.length
    cells += parts.reduce((sum, part) => sum + (part.kind === 'table' ? part.table.rows.flat().length : 0), 0)
    if (letters > MOST_LETTERS || cells > MOST_CELLS) return tooLong(MOST_CELLS)
    pages.push({ number, height: page.getViewport({ scale: 1 }).height, parts })
    page.cleanup()
  }
  if (pictures > 0.5 * file.numPages) return { fault: 'auditor/file-scanned' }
  return pages
}

async function marksOn(page: PdfPage, names: ReadonlyMap<number, string>): Promise<Marks | FileFault> {
  const steps = await page.getOperatorList({ annotationMode: 0 })
  if (steps.fnArray.length > MOST_STEPS) return { fault: 'auditor/file-too-long' }
  const fonts = new Map<string, FontFacts>()
  const fontOf = (name: string): FontFacts => {
    const known = fonts.get(name) ?? fontFacts(page, name)
    fonts.set(name, known)
    return known
  }
  return marksOf(steps, names, page.getViewport({ scale: 1 }).transform, fontOf)
}

function fontFacts(page: PdfPage, name: string): FontFacts {
  const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null
  const { name: called, fontMatrix, vertical } = (font ?? {}) as Record<string, unknown>
  const unit = Array.isArray(fontMatrix) && typeof fontMatrix[0] === 'number' ? fontMatrix[0] : 0.001
  return { name: typeof called === 'string' ? called : '', unit, vertical: vertical === true }
}

/** Tables as they stand, and between them the lines as paragraphs; a paragraph may go over the end of its page. */
function blocksOf(pages: readonly ReadPage[]): Block[] {
  const blocks: Block[] = []
  let lines: PageLine[] = []
  const endLines = (): void => {
    for (const paragraph of paragraphsOf(lines)) blocks.push(paragraph)
    lines = []
  }
  for (const { number, parts } of withoutRunningLines(pages)) {
    const sides = sidesOf(parts)
    for (const part of withAlignedTables(parts, number)) {
      if (part.kind === 'line') lines.push({ line: part.line, page: number, ...sides })
      else {
        endLines()
        blocks.push(part.table)
      }
    }
  }
  endLines()
  return blocks
}

/** Where most lines of the page begin, and where the longest ends. */
function sidesOf(parts: readonly PagePart[]): { readonly left: number; readonly right: number } {
  const lines = parts.flatMap((part) => (part.kind === 'line' ? [part.line] : []))
  const counts = new Map<number, number>()
  for (const { left } of lines) counts.set(Math.round(left), (counts.get(Math.round(left)) ?? 0) + 1)
  const [most] = [...counts].toSorted(([a, x], [b, y]) => y - x || a - b)
  return { left: most?.[0] ?? 0, right: lines.reduce((right, line) => Math.max(right, line.right), 0) }
}
