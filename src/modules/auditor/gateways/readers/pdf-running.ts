import type { PagePart, ReadPage } from './pdf-parts.ts'
import { textOfLine } from './pdf-words.ts'

/** Part of the page's height in which headers and footers stand. */
const MARGIN = 0.1
const PAGE_NUMBER = /^(?:trang|page)?\s*[-–—|]?\s*\d{1,4}(?:\s*(?:\/|of|trên)\s*\d{1,4})?\s*[-–—|]?$/iu

/** The pages without page numbers and without lines that stand at the same edge of most pages. */
export function withoutRunningLines(pages: readonly ReadPage[]): ReadPage[] {
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const key of new Set(page.parts.map((part) => runningKey(part, page)))) {
      if (key) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const running = (part: PagePart, page: ReadPage): boolean => {
    const key = runningKey(part, page)
    if (key === null) return false
    return isPageNumber(part) || (counts.get(key) ?? 0) > Math.max(1, 0.5 * pages.length)
  }
  return pages.map((page) => ({ ...page, parts: page.parts.filter((part) => !running(part, page)) }))
}

function isPageNumber(part: PagePart): boolean {
  return part.kind === 'line' && PAGE_NUMBER.test(textOfLine(part.line))
}

/** What the line says, numbers aside, when it stands at an edge of the page. */
function runningKey(part: PagePart, { height }: ReadPage): string | null {
  if (part.kind !== 'line') return null
  const edge = part.bottom < MARGIN * height ? 'top' : part.top > (1 - MARGIN) * height ? 'bottom' : null
  return edge && `${edge} ${textOfLine(part.line).replace(/\d+/g, '#')}`
}
