import { figureKey, type TableFigure, type ToldIndex, type ToldRow } from './told-row.ts'
import type { Figure, Sentence } from './told-sentence.ts'

/** A figure of a sentence that is one slip of the hand away from a figure of the row that its other figures stand in. */
export type NearMiss = { readonly figure: Figure; readonly cell: TableFigure; readonly met: readonly TableFigure[] }

const LARGE = 1000
/** So many other figures of the sentence must stand in the row. */
const LEAST_MET = 2

/** The near misses of a sentence, when all its other large figures stand in one row and in no other row as many. */
export function nearMisses({ figures }: Sentence, { byFigure }: ToldIndex): readonly NearMiss[] {
  if (figures.length <= LEAST_MET) return []
  const hits = figures.flatMap((figure) =>
    valuesOf(figure).flatMap((value) =>
      (byFigure.get(figureKey(figure.kind, value)) ?? [])
        .filter(({ cell }) => isTelling(cell))
        .map((hit) => ({ ...hit, figure })),
    ),
  )
  const byRow = [...Map.groupBy(hits, ({ row }) => row)].toSorted(([, a], [, b]) => b.length - a.length)
  const [best, next] = byRow
  if (!best || next?.[1].length === best[1].length) return []
  const [row, found] = best
  const met = [...new Set(found.map(({ cell }) => cell))]
  if (met.length < LEAST_MET) return []
  const stray = figures.filter((figure) => !found.some((hit) => hit.figure === figure) && !standsIn(figure, row))
  return stray.flatMap((figure): readonly NearMiss[] => {
    const [value = 0] = figure.values
    const near = row.figures.filter(
      (cell) => !met.includes(cell) && cell.kind === figure.kind && isTelling(cell) && isSlip(value, cell.value),
    )
    return near.length === 1 && near[0] ? [{ figure, cell: near[0], met }] : []
  })
}

function isTelling({ kind, value, decimals }: TableFigure): boolean {
  return kind === 'percent' ? decimals > 0 : value >= LARGE
}

function standsIn({ values, kind }: Figure, { figures }: ToldRow): boolean {
  return figures.some((cell) => cell.kind === kind && values.includes(cell.value))
}

/** "Giảm 14,5%" tells of −14,5 in a column of growth. */
function valuesOf({ values, kind }: Figure): readonly number[] {
  const [value] = values
  if (value === undefined) return []
  return kind === 'percent' ? [value, -value] : [value]
}

/** Whether the numbers differ by one digit, or by two neighbours exchanged. */
export function isSlip(a: number, b: number): boolean {
  const [one, other] = [String(a), String(b)]
  if (one.length !== other.length || one === other) return false
  const different = one.split('').flatMap((digit, at) => (digit === other[at] ? [] : [at]))
  const [first = 0, second = 0] = different
  if (different.length === 1) return true
  return different.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first]
}
