import { isTotalOf } from '../lexicon/table-words.ts'
import type { Sheet } from './sheet.ts'

/** Rows that may be the parts of a total, by how the table is built. */
export type Scope = {
  /** Scopes of one family stand or fall together. */
  readonly family: string
  readonly name: string
  readonly total: number
  readonly rows: readonly number[]
  /** The row calls itself the total. */
  readonly said: boolean
}

/** Every set of rows that some row of the table may add up. */
export function scopesOf(sheet: Sheet): readonly Scope[] {
  const { table } = sheet
  const said = new Set(table.rows.flatMap(({ kind }, row) => (kind === 'total' ? [row] : [])))
  const named = sheet.dataRows.filter((row) => isTotalOf(table.rows[row]?.label ?? ''))
  const totals = [...said, ...named].toSorted((a, b) => a - b)
  const isData = new Set(sheet.dataRows)
  const unnamed = new Set(sheet.dataRows.filter((row) => !named.includes(row)))
  const scopes = totals.flatMap((total) =>
    [unnamed, ...(named.length > 0 ? [isData] : [])].flatMap((members) =>
      scopesOfTotal(sheet, total, totals, members).map((scope): Scope => ({ ...scope, said: said.has(total) })),
    ),
  )
  const { dataRows } = sheet
  const parents = table.rows.flatMap((_, row) => {
    if (!isData.has(row)) return []
    const children = dataRows.filter((child) => table.rows[child]?.parent === row)
    return children.length < 2
      ? []
      : [{ family: `parent ${table.rows[row]?.level}`, name: `parent ${row}`, total: row, rows: children, said: false }]
  })
  return [...scopes, ...parents]
}

/** The rows a total row may add up: the stretch since the last total, the highest level there, its leaves, or the subtotals. */
function scopesOfTotal(
  sheet: Sheet,
  total: number,
  totals: readonly number[],
  isData: ReadonlySet<number>,
): readonly Scope[] {
  const { rows } = sheet.table
  const at = totals.indexOf(total)
  const above = rangeOf((totals[at - 1] ?? -1) + 1, total)
  const below = rangeOf(total + 1, totals[at + 1] ?? rows.length)
  const all = rangeOf(0, rows.length).filter((row) => row !== total)
  const scopes: Scope[] = []
  const add = (name: string, members: readonly number[]) => {
    const known = scopes.some((scope) => scope.rows.join() === members.join())
    if (members.length >= 2 && !known)
      scopes.push({ family: `total ${total}`, name: `${name} of ${total}`, total, rows: members, said: true })
  }
  for (const [name, range] of [
    ['above', above],
    ['below', below],
    ['all', all],
  ] as const) {
    const data = range.filter((row) => isData.has(row))
    const highest = Math.min(...data.map((row) => rows[row]?.level ?? 0))
    const parents = new Set(data.map((row) => rows[row]?.parent))
    add(`${name} flat`, data)
    add(
      `${name} top`,
      data.filter((row) => rows[row]?.level === highest),
    )
    add(
      `${name} leaves`,
      data.filter((row) => !parents.has(row)),
    )
  }
  add(
    'totals',
    totals.filter((row) => row !== total),
  )
  return scopes
}

const rangeOf = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
