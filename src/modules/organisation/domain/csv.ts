export type CsvProblem = { readonly row: number; readonly reason: string }

/** The rows of a CSV text (RFC 4180; comma, semicolon or tab; a byte order mark is dropped), or what is wrong with it. */
export function readCsv(text: string): readonly (readonly string[])[] | CsvProblem {
  const body = text.replace(/^\uFEFF/, '')
  const separator = separatorOf(body)
  const rows: string[][] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let wasQuoted = false
  const endCell = () => {
    cells.push(wasQuoted ? cell : cell.trim())
    cell = ''
    wasQuoted = false
  }
  const endRow = () => {
    endCell()
    rows.push(cells)
    cells = []
  }
  for (let index = 0; index < body.length; index++) {
    const char = body[index]
    if (quoted) {
      if (char !== '"') cell += char
      else if (body[index + 1] === '"') {
        cell += '"'
        index++
      } else quoted = false
    } else if (char === '"' && cell.trim() === '' && !wasQuoted) {
      cell = ''
      quoted = true
      wasQuoted = true
    } else if (char === separator) endCell()
    else if (char === '\n') endRow()
    else if (char !== '\r') cell += char
  }
  if (quoted) return { row: rows.length + 1, reason: 'unclosed quotation mark' }
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}

function separatorOf(text: string): string {
  const heading = text.slice(0, text.search(/\n|$/))
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: heading.split(mark).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark
}
