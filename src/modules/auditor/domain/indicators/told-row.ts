import type { Spot } from '../finding.ts'
import type { Reading, ReadTable } from '../reading/reading.ts'
import { titleOf } from '../title.ts'
import { plainWords, tellingWords } from './heading.ts'
import { periodWords } from './period-words.ts'
import { ALL, unitKeys } from './unit-key.ts'

/** A figure of a table row, or of the sum over its rows when the table has no total. */
export type TableFigure = {
  readonly table: ReadTable
  readonly column: number
  readonly header: string
  readonly value: number
  readonly decimals: number
  readonly kind: 'count' | 'percent'
  readonly spots: readonly Spot[]
  /** The syllables that tell this column from the others. */
  readonly words: ReadonlySet<string>
  /** All syllables of its header. */
  readonly said: ReadonlySet<string>
}

/** The figures of one row and what a sentence must say to speak of it. */
export type ToldRow = {
  readonly table: ReadTable
  /** Whether it tells of the whole area. */
  readonly all: boolean
  /** Folded names by which a sentence may call the row; empty when it has none of its own. */
  readonly names: readonly string[]
  readonly figures: readonly TableFigure[]
  /** Syllables that say nothing new in a sentence about this table. */
  readonly known: ReadonlySet<string>
  /** Those of its title, unless the sentence stands where the title should. */
  readonly titled: ReadonlySet<string>
  /** The periods that the table speaks of. */
  readonly periods: string
}

/** All rows, and where to look for those that a sentence may speak of. */
export type ToldIndex = {
  readonly rows: readonly ToldRow[]
  readonly byName: ReadonlyMap<string, readonly ToldRow[]>
  /** What names begin with. */
  readonly firstSyllables: ReadonlySet<string>
  /** Figures of whole areas by what is left when one digit, or two neighbours, are hidden. */
  readonly bySlip: ReadonlyMap<string, readonly ToldRow[]>
  readonly byFigure: ReadonlyMap<string, readonly { readonly row: ToldRow; readonly cell: TableFigure }[]>
}

/** The rows of all tables of figures as sentences could tell them, found by their names and by their figures. */
export function toldIndex(reading: Reading): ToldIndex {
  const rows = toldRows(reading)
  const named = rows.flatMap((row) => row.names.map((name) => ({ row, name })))
  const byName = new Map(
    [...Map.groupBy(named, ({ name }) => name)].map(([name, found]) => [name, found.map(({ row }) => row)]),
  )
  const figures = rows.flatMap((row) => row.figures.map((cell) => ({ row, cell })))
  const firstSyllables = new Set([...byName.keys()].map((name) => name.split(' ', 1)[0] ?? ''))
  const large = rows
    .filter(({ all }) => all)
    .flatMap((row) =>
      row.figures.flatMap(({ kind, value }) => (kind === 'count' ? slipKeys(value).map((key) => ({ row, key })) : [])),
    )
  const bySlip = new Map(
    [...Map.groupBy(large, ({ key }) => key)].map(([key, found]) => [key, found.map(({ row }) => row)]),
  )
  return {
    rows,
    byName,
    firstSyllables,
    bySlip,
    byFigure: Map.groupBy(figures, ({ cell }) => figureKey(cell.kind, cell.value)),
  }
}

/** The key of a figure in the index. */
export function figureKey(kind: TableFigure['kind'], value: number): string {
  return `${kind}${value}`
}

/** Smaller numbers are one digit away from too many others. */
const LEAST_SLIP = 10_000

/** What two numbers share that are one slip of the hand apart. */
export function slipKeys(value: number): readonly string[] {
  if (!Number.isInteger(value) || value < LEAST_SLIP) return []
  const text = String(value)
  const digits = text.split('')
  const one = digits.map((_, at) => `${text.slice(0, at)}?${text.slice(at + 1)}`)
  const two = digits
    .slice(1)
    .map((digit, at) => `${text.slice(0, at)}${[text[at] ?? '', digit].toSorted().join('')}!${text.slice(at + 2)}`)
  return [...one, ...two]
}

function toldRows(reading: Reading): readonly ToldRow[] {
  const title = periodWords(titleOf(reading.document))
  return reading.tables.flatMap((table) => {
    const columns = figureColumns(table)
    if (columns.length === 0) return []
    const headers = table.columns.map(({ header }) => header).join(' ')
    const section = table.section.filter((text) => text !== table.title)
    const base = {
      table,
      known: tellingWords(`${section.at(-1) ?? ''} ${table.unit}`),
      titled: tellingWords(table.title),
      periods: `${title}|${periodWords(`${section.join(' ')} ${headers}`)}`,
    }
    const units = unitKeys(table)
    const rows = table.rows.flatMap((row, index): readonly ToldRow[] => {
      if (row.kind !== 'data' && row.kind !== 'total') return []
      const all = units.get(index) === ALL
      const figures = columns.flatMap(({ words, said, index: column, header }): readonly TableFigure[] => {
        const cell = row.cells[column]
        if (!cell?.amount || cell.amount.unit !== undefined || cell.amount.sure < 0.5 || cell.spot.column !== column)
          return []
        const { value, decimals } = cell.amount
        const kind = table.columns[column]?.kind === 'percent' ? 'percent' : cell.amount.kind
        return [{ table, column, header, value, decimals, kind, spots: [cell.spot], words, said }]
      })
      return [{ ...base, all, names: all ? [] : namesOf(row.label), figures }]
    })
    return rows.some(({ all }) => all) ? rows : [...rows, ...sumOf(table, rows, base)]
  })
}

function figureColumns(table: ReadTable) {
  const columns = table.columns
    .filter(({ kind }) => kind === 'count' || kind === 'percent' || kind === 'target')
    .map(({ index, header, path }) => ({ index, header, leaf: leafWords(path), said: tellingWords(header) }))
  const often = Map.groupBy(
    columns.flatMap(({ leaf }) => [...leaf]),
    (word) => word,
  )
  return columns.map((column) => {
    const own = new Set([...column.leaf].filter((word) => (often.get(word)?.length ?? 0) < 3))
    return { ...column, words: own.size > 0 ? own : column.leaf }
  })
}

function leafWords(path: readonly string[]): ReadonlySet<string> {
  for (const header of path.toReversed()) {
    const words = tellingWords(header)
    if (words.size > 0) return words
  }
  return new Set()
}

/** The sum over the rows of a flat table without a total. */
function sumOf(
  table: ReadTable,
  rows: readonly ToldRow[],
  base: Pick<ToldRow, 'table' | 'known' | 'titled' | 'periods'>,
): readonly ToldRow[] {
  if (rows.length < 2 || rows.length > 40 || table.rows.some(({ parent, kind }) => kind === 'data' && parent !== null))
    return []
  const byColumn = Map.groupBy(
    rows.flatMap(({ figures }) => figures),
    ({ column }) => column,
  )
  const figures = [...byColumn.values()].flatMap((own): readonly TableFigure[] => {
    const [first] = own
    if (!first || own.length !== rows.length || first.kind === 'percent' || own.some(({ decimals }) => decimals > 0))
      return []
    return [
      { ...first, value: own.reduce((sum, { value }) => sum + value, 0), spots: own.flatMap(({ spots }) => spots) },
    ]
  })
  return [{ ...base, all: true, names: [], figures }]
}

const GENERIC_NAME = /^(?:thanh pho|tinh|huyen|thi xa|phuong|xa|thi tran|cap (?:xa|huyen|tinh)|khac|tong|chung|nam|nu)$/

function namesOf(label: string): readonly string[] {
  const plain = plainWords(label)
  const short = plain.replace(/^(?:ubnd|uy ban nhan dan) (?:cac )?/, '')
  return [...new Set([plain, short])].filter((name) => name.length > 3 && !GENERIC_NAME.test(name))
}
