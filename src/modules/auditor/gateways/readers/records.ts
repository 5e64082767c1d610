/** One record of a file of separated values. `line` counts from 1 and is where the record begins. */
export type Separated = { readonly cells: readonly string[]; readonly line: number }

/**
 * The records of RFC 4180 text, blank lines left out. Where a quotation mark does not close, it is a letter like any other from
 * there on; so are those within a cell. (csv-parse makes an error object for every record of another width: minutes for a file
 * with a title line.)
 */
export function recordsOf(text: string, delimiter: string): Separated[] {
  const records: Separated[] = []
  const lastQuote = text.lastIndexOf('"')
  let cells: string[] = []
  let line = 1
  let begins = 1
  let at = 0
  while (at < text.length) {
    const quoted = text[at] === '"' && at < lastQuote ? quotedCell(text, at, delimiter) : null
    const cell = quoted ?? plainCell(text, at, delimiter)
    cells.push(cell.text)
    if (quoted) line += breaksIn(quoted.text)
    at = cell.end
    if (text[at] === delimiter) {
      at += 1
      if (at < text.length) continue
      cells.push('')
    }
    if (cells.length > 1 || cells[0]?.trim() !== '') records.push({ cells, line: begins })
    cells = []
    at += 1
    line += 1
    begins = line
  }
  return records
}

/** `end` is the index of the delimiter or line end behind the cell. */
type CellText = { readonly text: string; readonly end: number }

function plainCell(text: string, from: number, delimiter: string): CellText {
  let end = from
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end += 1
  return { text: text.slice(from, end), end }
}

/** `null` when the mark does not close, or text follows behind it: then it did not open a quotation. */
function quotedCell(text: string, from: number, delimiter: string): CellText | null {
  let at = from + 1
  for (;;) {
    const mark = text.indexOf('"', at)
    if (mark === -1) return null
    if (text[mark + 1] !== '"') {
      const next = text[mark + 1]
      if (next !== undefined && next !== delimiter && next !== '\n') return null
      return { text: text.slice(from + 1, mark).replaceAll('""', '"'), end: mark + 1 }
    }
    at = mark + 2
  }
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1
}
