import type { Glyph, Marks } from './pdf-marks.ts'
import type { PagePart } from './pdf-parts.ts'
import { type Box, joinRules, type RuledTable, ruledTables } from './pdf-ruled.ts'
import { tableOf } from './pdf-table.ts'
import { linesOf, type Word, wordsOf } from './pdf-words.ts'

/** What stands on the page, from the top. */
export function partsOfPage(marks: Marks, page: number): PagePart[] {
  const down = joinRules(marks.down)
  const tables = ruledTables(joinRules(marks.across), down)
  const level = wordsOf(
    marks.glyphs.filter(({ upward }) => !upward),
    down,
  )
  const upward = wordsOf(
    marks.glyphs.filter(({ upward }) => upward),
    [],
  )
  const inside = new Map<Box, { readonly level: Word[]; readonly upward: Word[] }>()
  const outside = level.filter((word) => {
    const box = boxAt(tables, (word.left + word.right) / 2, word.base - 0.3 * word.size)
    if (box) put(inside, box).level.push(word)
    return !box
  })
  for (const word of upward) {
    const box = boxAt(tables, word.base - 0.3 * word.size, -(word.left + word.right) / 2)
    // Outside of tables it is a note on the margin.
    if (box) put(inside, box).upward.push(word)
  }
  const parts: PagePart[] = linesOf(outside).map((line) => ({
    kind: 'line',
    top: line.base - line.size,
    bottom: line.base,
    line,
  }))
  for (const { boxes, top, bottom } of tables) {
    const cells = boxes.map((box) => ({ box, ...(inside.get(box) ?? { level: [], upward: [] }) }))
    const table = tableOf(cells, page)
    if (table) parts.push({ kind: 'table', top, bottom, table })
  }
  return parts.toSorted((a, b) => a.top - b.top)
}

type Inside = Map<Box, { readonly level: Word[]; readonly upward: Word[] }>

function put(inside: Inside, box: Box): { readonly level: Word[]; readonly upward: Word[] } {
  const found = inside.get(box) ?? { level: [], upward: [] }
  inside.set(box, found)
  return found
}

/** The cell at this place, of the innermost table. */
function boxAt(tables: readonly RuledTable[], x: number, y: number): Box | undefined {
  const around = tables.filter(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom)
  const [table] = around.toSorted((a, b) => area(a) - area(b))
  return table?.boxes.find(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom)
}

function area({ left, right, top, bottom }: RuledTable): number {
  return (right - left) * (bottom - top)
}

/** Whether the letters are text: some fonts come without saying which letters they draw. */
export function isReadable(glyphs: readonly Glyph[]): boolean {
  const unknown = glyphs.filter(({ text }) => /[\p{Co}\p{Cn}\p{Cc}\ufffd]/u.test(text)).length
  return unknown <= 0.2 * glyphs.length
}
