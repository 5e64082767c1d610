import type { Rule } from './pdf-paths.ts'

/** A cell of a ruled table: its place on the table's grid and on the page. */
export type Box = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export type RuledTable = {
  readonly boxes: readonly Box[]
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Points: what is nearer than this is one line, lines nearer than this meet, and shorter lines are none. */
const SAME = 3.5
const REACH = 4
const SHORTEST = 5
/** More than any page has; beyond it the page is a drawing. */
const MOST_RULES = 3_000

/** Lines drawn in pieces, or twice beside each other, as one each. */
export function joinRules(rules: readonly Rule[]): Rule[] {
  const clusters: Rule[][] = []
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    const cluster = clusters.at(-1)
    const first = cluster?.[0]
    if (cluster && first && rule.at - first.at <= SAME) cluster.push(rule)
    else clusters.push([rule])
  }
  return clusters.flatMap(joinCluster).filter(({ from, to }) => to - from >= SHORTEST)
}

function joinCluster(cluster: readonly Rule[]): Rule[] {
  const at = cluster.reduce((sum, rule) => sum + rule.at, 0) / cluster.length
  const joined: { at: number; from: number; to: number }[] = []
  for (const { from, to } of cluster.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && from <= last.to + REACH) last.to = Math.max(last.to, to)
    else joined.push({ at, from, to })
  }
  return joined
}

/** The tables that the lines draw: lines that meet, with at least two cells between them. `across` and `down` are joined. */
export function ruledTables(across: readonly Rule[], down: readonly Rule[]): RuledTable[] {
  if (across.length > MOST_RULES || down.length > MOST_RULES) return []
  return meeting(across, down)
    .flatMap(apart)
    .map((group) => gridOf(group.across, group.down))
    .filter((table): table is RuledTable => table !== null)
    .toSorted((a, b) => a.top - b.top || a.left - b.left)
}

type Group = { readonly across: Rule[]; readonly down: Rule[] }

function meeting(across: readonly Rule[], down: readonly Rule[]): Group[] {
  const groupOf = new Map<Rule, Group>(across.map((rule) => [rule, { across: [rule], down: [] }]))
  for (const rule of down) {
    const met = across.filter((other) => meet(other, rule)).map((other) => groupOf.get(other))
    const [home, ...others] = new Set(met)
    if (!home) continue
    home.down.push(rule)
    for (const other of others) {
      if (!other) continue
      home.across.push(...other.across)
      home.down.push(...other.down)
      for (const moved of other.across) groupOf.set(moved, home)
    }
  }
  return [...new Set(groupOf.values())].filter((group) => group.down.length > 0)
}

function meet(across: Rule, down: Rule): boolean {
  const within = (at: number, { from, to }: Rule): boolean => at >= from - REACH && at <= to + REACH
  return within(down.at, across) && within(across.at, down)
}

/**
 * Tables that stand on each other without a space between them: cut at a line over the whole width below which, for two rows at
 * least, nearly every column begins elsewhere than in the two rows above. Merged cells alone only leave columns out.
 */
function apart(group: Group): Group[] {
  const left = Math.min(...group.across.map(({ from }) => from))
  const right = Math.max(...group.across.map(({ to }) => to))
  const whole = group.across.filter(({ from, to }) => from <= left + REACH && to >= right - REACH)
  for (const { at } of whole.toSorted((a, b) => a.at - b.at)) {
    const lines = group.down.filter((rule) => rule.at > left + REACH && rule.at < right - REACH)
    const rowsOver = ({ from, to }: Rule): number =>
      whole.filter((rule) => rule.at >= from - REACH && rule.at <= to + REACH).length
    const ending = lines.filter((rule) => Math.abs(rule.to - at) <= REACH && rowsOver(rule) > 2)
    const beginning = lines.filter((rule) => Math.abs(rule.from - at) <= REACH && rowsOver(rule) > 2)
    const crossing = lines.filter(({ from, to }) => from < at - REACH && to > at + REACH)
    const elsewhere = Math.min(distinct(ending, beginning), distinct(beginning, ending))
    if (elsewhere < Math.max(2, crossing.length)) continue
    const above = { across: group.across.filter((rule) => rule.at <= at + SAME), down: [] as Rule[] }
    const below = { across: group.across.filter((rule) => rule.at >= at - SAME), down: [] as Rule[] }
    for (const rule of group.down) {
      if (rule.from < at - REACH) above.down.push({ ...rule, to: Math.min(rule.to, at) })
      if (rule.to > at + REACH) below.down.push({ ...rule, from: Math.max(rule.from, at) })
    }
    return [above, ...apart(below)]
  }
  return [group]
}

/** How many lines stand where none of the others does. */
function distinct(lines: readonly Rule[], others: readonly Rule[]): number {
  return lines.filter(({ at }) => others.every((other) => Math.abs(other.at - at) > SAME)).length
}

function gridOf(across: readonly Rule[], down: readonly Rule[]): RuledTable | null {
  const xs = edges(down, across)
  const ys = edges(across, down)
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length > 200_000) return null
  const [width, height] = [xs.length - 1, ys.length - 1]
  const wallRight = walls(down, xs, ys)
  const wallBelow = walls(across, ys, xs)
  const taken = new Set<number>()
  const boxes: Box[] = []
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (taken.has(row * width + column)) continue
      const [rowSpan, columnSpan] = spansAt(row, column, width, height, taken, wallRight, wallBelow)
      for (let r = row; r < row + rowSpan; r += 1)
        for (let c = column; c < column + columnSpan; c += 1) taken.add(r * width + c)
      const [left, right] = [xs[column] ?? 0, xs[column + columnSpan] ?? 0]
      const [top, bottom] = [ys[row] ?? 0, ys[row + rowSpan] ?? 0]
      boxes.push({ row, column, rowSpan, columnSpan, left, right, top, bottom })
    }
  }
  const [left, right, top, bottom] = [xs[0] ?? 0, xs.at(-1) ?? 0, ys[0] ?? 0, ys.at(-1) ?? 0]
  return boxes.length < 2 ? null : { boxes, left, right, top, bottom }
}

/** Positions of the lines, and the ends of those that cross them where the table has no outer line. */
function edges(lines: readonly Rule[], crossing: readonly Rule[]): number[] {
  const found = lines.map(({ at }) => at).toSorted((a, b) => a - b)
  const distinct = found.filter((at, index) => index === 0 || at - (found[index - 1] ?? 0) > SAME)
  const from = Math.min(...crossing.map((rule) => rule.from))
  const to = Math.max(...crossing.map((rule) => rule.to))
  if (from < (distinct[0] ?? from) - 2 * REACH) distinct.unshift(from)
  if (to > (distinct.at(-1) ?? to) + 2 * REACH) distinct.push(to)
  return distinct
}

/** `has(line, gap)`: whether a line is drawn at this position, along this gap between two crossing lines. */
type Walls = (line: number, gap: number) => boolean

function walls(rules: readonly Rule[], positions: readonly number[], crossing: readonly number[]): Walls {
  const drawn = new Set<number>()
  for (const { at, from, to } of rules) {
    const line = positions.findIndex((position) => Math.abs(position - at) <= SAME)
    for (let gap = 0; gap + 1 < crossing.length; gap += 1) {
      const [start, end] = [crossing[gap] ?? 0, crossing[gap + 1] ?? 0]
      if (Math.min(to, end) - Math.max(from, start) >= 0.5 * (end - start)) drawn.add(line * crossing.length + gap)
    }
  }
  return (line, gap) => line === 0 || line === positions.length - 1 || drawn.has(line * crossing.length + gap)
}

/** How many rows and columns the cell that begins here covers: as far as no line is drawn, a rectangle in any case. */
function spansAt(
  row: number,
  column: number,
  width: number,
  height: number,
  taken: ReadonlySet<number>,
  wallRight: Walls,
  wallBelow: Walls,
): readonly [number, number] {
  let columnSpan = 1
  while (
    column + columnSpan < width &&
    !wallRight(column + columnSpan, row) &&
    !taken.has(row * width + column + columnSpan)
  )
    columnSpan += 1
  let rowSpan = 1
  const open = (below: number): boolean => {
    for (let c = column; c < column + columnSpan; c += 1) {
      if (wallBelow(below, c) || (c > column && wallRight(c, below)) || taken.has(below * width + c)) return false
    }
    return true
  }
  while (row + rowSpan < height && open(row + rowSpan)) rowSpan += 1
  return [rowSpan, columnSpan]
}
