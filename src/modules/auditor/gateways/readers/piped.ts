import type { Cell, Table } from '../../domain/document.ts'

/** A line of a table drawn with `|`, or one of its rules (`|---|:-:|`, `+---+---+`, `---+---`). */
export type Piped = { readonly cells: readonly string[]; readonly rule: boolean; readonly line: number }

/** The line taken apart at its `|`, or `null` when it has none. */
export function pipedLine(text: string, line: number): Piped | null {
  const bare = text.trim()
  if (isRule(bare)) return { cells: [], rule: true, line }
  if (!bare.includes('|')) return null
  const open = bare.startsWith('|') ? 1 : 0
  const close = bare.length > open && bare.endsWith('|') && !bare.endsWith('\\|') ? bare.length - 1 : bare.length
  const cells = bare.slice(open, close).split(/(?<!\\)\|/)
  return { cells: cells.map((cell) => cell.trim().replaceAll('\\|', '|')), rule: false, line }
}

function isRule(text: string): boolean {
  return /^[-=:\s|+]+$/.test(text) && /[-=]{2}/.test(text) && /[|+]/.test(text)
}

/** Whether lines that follow each other are a table: ruled, or with a `|` at both ends of each. */
export function isPipedTable(lines: readonly Piped[], texts: readonly string[]): boolean {
  const rows = lines.filter(({ rule }) => !rule)
  if (rows.length === 0) return false
  if (lines.length > rows.length) return rows.some(({ cells }) => cells.length > 1)
  return rows.length > 1 && texts.every((text) => /^\s*\|.*\|\s*$/.test(text))
}

/** The lines as one table. Where a rule stands after every row, the lines between two rules are one row. */
export function pipedTable(lines: readonly Piped[]): Table {
  const groups = groupsOf(lines)
  const joined = groups.length > 2 && groups.some((group) => group.length > 1)
  const rows = joined ? groups.map(joinLines) : groups.flat()
  const ruled = lines.some(({ rule }) => rule)
  const headerRows = ruled && groups.length > 1 ? (joined ? 1 : (groups[0]?.length ?? 0)) : 0
  return {
    kind: 'table',
    rows: rows.map(({ cells, line }, row) =>
      cells.map((text, column): Cell => ({ text, row, column, origin: { line } })),
    ),
    width: widest(rows),
    ...(headerRows > 0 ? { headerRows } : {}),
    origin: { line: lines[0]?.line ?? 1 },
  }
}

function widest(rows: readonly Piped[]): number {
  return rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
}

function groupsOf(lines: readonly Piped[]): Piped[][] {
  const groups: Piped[][] = [[]]
  for (const line of lines) {
    if (line.rule) groups.push([])
    else groups.at(-1)?.push(line)
  }
  return groups.filter((group) => group.length > 0)
}

function joinLines(group: readonly Piped[]): Piped {
  const width = widest(group)
  const cells = Array.from({ length: width }, (_, at) =>
    group
      .map((line) => line.cells[at] ?? '')
      .filter(Boolean)
      .join(' '),
  )
  return { cells, rule: false, line: group[0]?.line ?? 1 }
}
