import type { Mark } from './draft.ts'
import type { Maker } from './make.ts'
import type { CellSpec, RowSpec } from './table.ts'

export type Numbers = Readonly<Record<string, Mark>>

/** The column totals of some rows, for the columns that may be added up. */
export function totalsOf(
  make: Maker,
  rows: readonly Numbers[],
  keys: readonly string[],
  kind: 'sum' | 'subtotal',
): Numbers {
  return Object.fromEntries(
    keys.map((key) => [
      key,
      make.sum(
        rows.flatMap((row) => (row[key] === undefined ? [] : [row[key]])),
        kind,
      ),
    ]),
  )
}

export type Group = {
  readonly order: string
  readonly name: string
  readonly members: readonly { readonly name: string; readonly numbers: Numbers }[]
}

export type GroupedOptions = {
  readonly groups: readonly Group[]
  /** Columns that are added up. */
  readonly keys: readonly string[]
  /** Columns reckoned from the others of the same row, totals too. */
  readonly derive: (numbers: Numbers) => Readonly<Record<string, CellSpec>>
  readonly total: 'top' | 'bottom' | 'none'
  readonly totalName: string
  /** Group lines with their sums, or names alone. */
  readonly subtotals: boolean
}

/** Rows of units in groups, with subtotals and a total that adds the groups (and not the groups and their units). */
export function groupedRows(
  make: Maker,
  options: GroupedOptions,
): { readonly rows: RowSpec[]; readonly total: Numbers } {
  const wide = make.chance.yes(0.2)
  const blocks = options.groups.map((group) => {
    const units = group.members.map(({ name, numbers }, index) => ({
      cells: { tt: make.order(index + 1, wide), name, ...numbers, ...options.derive(numbers) },
    }))
    const orders = units.map(({ cells }) => cells.tt)
    for (const [index, order] of orders.entries()) {
      const before = orders[index - 1]
      if (before) make.relate('sequence', order, [before], () => order.value === before.value + 1)
    }
    if (options.groups.length === 1)
      return {
        rows: units,
        sums: totalsOf(
          make,
          group.members.map(({ numbers }) => numbers),
          options.keys,
          'sum',
        ),
      }
    if (!options.subtotals)
      return {
        rows: [{ kind: 'section' as const, cells: { tt: group.order, name: group.name } }, ...units],
        sums: null,
      }
    const sums = totalsOf(
      make,
      group.members.map(({ numbers }) => numbers),
      options.keys,
      'subtotal',
    )
    return {
      rows: [
        { kind: 'section' as const, cells: { tt: group.order, name: group.name, ...sums, ...options.derive(sums) } },
        ...units,
      ],
      sums,
    }
  })
  const sums = blocks.flatMap((block) => (block.sums === null ? [] : [block.sums]))
  const all = options.groups.flatMap(({ members }) => members.map(({ numbers }) => numbers))
  const [only] = sums
  const total =
    options.groups.length === 1 && only ? only : totalsOf(make, sums.length > 0 ? sums : all, options.keys, 'sum')
  const rows: RowSpec[] = blocks.flatMap((block) => block.rows)
  const line: RowSpec = {
    kind: 'total',
    cells: { tt: '', name: options.totalName, ...total, ...options.derive(total) },
  }
  if (options.total === 'top') rows.unshift(line)
  if (options.total === 'bottom') rows.push(line)
  return { rows, total }
}

/** `(3)/(2)` in the ways it is written over a column. */
export function over(make: Maker, part: string, whole: string): (mark: (key: string) => string) => string {
  const way = make.chance.pick(['plain', 'plain', 'times', 'brackets'] as const)
  return (mark) =>
    ({
      plain: `${mark(part)}/${mark(whole)}`,
      times: `${mark(part)}/${mark(whole)}*100`,
      brackets: `${mark(part)}:${mark(whole)}x100%`,
    })[way]
}

/** `(5)=(3)+(4)` for a column that is a sum. */
export function plus(...keys: readonly string[]): (mark: (key: string) => string) => string {
  return (mark) => keys.map((key) => mark(key)).join('+')
}
