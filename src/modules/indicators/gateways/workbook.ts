import { columnIndex, type GridCell, type GridRow } from '../domain/grid.ts'

/** The parts of an .xlsx file that are read, as text. */
export type WorkbookParts = {
  readonly workbook: string
  readonly relations: string
  readonly strings: string
  sheet(path: string): string | undefined
}

/** Where the first sheet's content lies inside the file. */
export function firstSheetPath({ workbook, relations }: Pick<WorkbookParts, 'workbook' | 'relations'>): string {
  const id = /<sheet\b[^>]*\br:id="([^"]+)"/.exec(workbook)?.[1]
  const relation = [...relations.matchAll(/<Relationship\b[^>]*>/g)].find(([tag]) => tag.includes(`Id="${id}"`))?.[0]
  const target = /\bTarget="([^"]+)"/.exec(relation ?? '')?.[1] ?? 'worksheets/sheet1.xml'
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** The rows of the first sheet; empty rows are left out. Formula cells keep their formula, not the value last shown. */
export function readSheet(parts: WorkbookParts): GridRow[] {
  const xml = parts.sheet(firstSheetPath(parts)) ?? ''
  const strings = sharedStrings(parts.strings)
  const rows: GridRow[] = []
  for (const [, attributes = '', content = ''] of xml.matchAll(/<row\b([^>]*)>(.*?)<\/row>/gs)) {
    const number = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? (rows.at(-1)?.number ?? 0) + 1)
    const cells: (GridCell | undefined)[] = []
    for (const [, head = '', inside = ''] of content.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const place = /\br="([A-Z]{1,3})\d+"/.exec(head)?.[1]
      const index = place ? columnIndex(place) : cells.length
      const cell = readCell(/\bt="(\w+)"/.exec(head)?.[1], inside, strings)
      if (cell) cells[index] = cell
    }
    if (cells.length > 0) rows.push({ number, cells: Array.from(cells) })
  }
  return rows
}

function readCell(type: string | undefined, inside: string, strings: readonly string[]): GridCell | undefined {
  const formula = /<f\b[^>]*?(?:\/>|>(.*?)<\/f>)/s.exec(inside)
  if (formula) return { kind: 'formula', text: `=${unescape(formula[1] ?? '')}` }
  const value = /<v>(.*?)<\/v>/s.exec(inside)?.[1]
  if (type === 'inlineStr') return textCell(textOf(inside))
  if (value === undefined) return undefined
  if (type === 's') return textCell(strings[Number(value)] ?? '')
  if (type === 'str') return textCell(unescape(value))
  if (type === 'e') return { kind: 'error', text: unescape(value) }
  if (type === 'b') return textCell(value === '1' ? 'TRUE' : 'FALSE')
  return { kind: 'number', text: value.trim() }
}

function textCell(text: string): GridCell | undefined {
  return text.trim() === '' ? undefined : { kind: 'text', text }
}

function sharedStrings(xml: string): string[] {
  return [...xml.matchAll(/<si\b[^>]*?(?:\/>|>(.*?)<\/si>)/gs)].map(([, inside = '']) => textOf(inside))
}

/** The text of an item, its runs joined; phonetic hints left out. */
function textOf(xml: string): string {
  const runs = xml.replace(/<rPh\b.*?<\/rPh>/gs, '').matchAll(/<t\b[^>]*?(?:\/>|>(.*?)<\/t>)/gs)
  return unescape([...runs].map(([, text = '']) => text).join(''))
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescape(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text
  return text
    .replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name) => {
      const point = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : null
      if (point !== null) return point <= 0x10ffff ? String.fromCodePoint(point) : ''
      return NAMED[String(name)] ?? whole
    })
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
