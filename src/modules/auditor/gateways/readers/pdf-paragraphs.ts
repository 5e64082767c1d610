import type { Paragraph } from '../../domain/document.ts'
import { cutLine, joinText, type Line, textOfLine } from './pdf-words.ts'

/** A line on its page. */
export type PageLine = {
  readonly line: Line
  readonly page: number
  /** Where most lines of the page begin, and where the longest ends. */
  readonly left: number
  readonly right: number
}

/** What begins a paragraph wherever it stands. */
const ITEM =
  /^(?:[-+*•–]\s|\(?\d{1,3}(?:\.\d{1,3})*[.)]\s|[a-zđ]\)\s|[IVX]{1,5}[.)]\s|(?:Bảng|Biểu|Phụ lục|Điều|Chương|Mục)\s+[\dIVX])/u

/** Parts of the letter size. */
const APART = 2.5
const NEXT_LINE = 1.9
const INDENT = 0.8

/** Lines put together to paragraphs: a line goes on where the one before is full and nothing new begins. */
export function paragraphsOf(lines: readonly PageLine[]): Paragraph[] {
  const paragraphs: { text: string; page: number; last: PageLine; lines: number }[] = []
  for (const pageLine of lines) {
    const parts = cutLine(pageLine.line, APART * pageLine.line.size)
    const open = paragraphs.at(-1)
    if (parts.length === 1 && open && goesOn(open.last, pageLine, open.lines)) {
      open.text = joinText(open.text, textOfLine(pageLine.line))
      open.last = pageLine
      open.lines += 1
      continue
    }
    for (const part of parts) {
      const own = { ...pageLine, line: part }
      paragraphs.push({ text: textOfLine(part), page: pageLine.page, last: own, lines: 1 })
    }
  }
  return paragraphs.map(({ text, page }) => ({ kind: 'paragraph', text, origin: { page } }))
}

function goesOn(before: PageLine, next: PageLine, lines: number): boolean {
  const [a, b] = [before.line, next.line]
  const text = textOfLine(b)
  if (ITEM.test(text) || Math.abs(a.size - b.size) > 0.15 * a.size || isBold(a) !== isBold(b)) return false
  if (a.right < before.right - roomFor(b)) return false
  const indent = INDENT * a.size
  // Both are indented like first lines, and a second one would not be.
  if (lines === 1 && b.left > next.left + indent && a.left > before.left + indent && b.left < a.left + indent)
    return false
  if (before.page !== next.page) return /^[\p{Ll}\d(]/u.test(text) && !/[.:;]$/.test(textOfLine(a))
  return b.base - a.base < NEXT_LINE * a.size && b.left < a.left + indent
}

function isBold(line: Line): boolean {
  return line.words.every(({ bold }) => bold)
}

/** The first word of the next line and its space did not fit: that is why the line ended. */
function roomFor(next: Line): number {
  const word = next.words[0]
  return word ? word.right - word.left + 0.5 * next.size : 0
}
