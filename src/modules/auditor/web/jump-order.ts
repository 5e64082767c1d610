import type { Severity } from '../domain/finding.ts'
import type { ShownSpot } from './spot.ts'

type Placed = { readonly severity: Severity; readonly places: readonly ShownSpot[] }

const WEIGHT = { proved: 0, likely: 1, look: 2 } as const

/** The findings in the order in which a reader meets them: by their first place, the gravest first where several meet. */
export function inReadingOrder<F extends Placed>(findings: readonly F[]): readonly F[] {
  return findings.toSorted((a, b) => {
    const [one, other] = [a.places[0], b.places[0]]
    // Findings about the document as a whole come first.
    if (!one || !other) return Number(Boolean(one)) - Number(Boolean(other))
    return compareSpots(one, other) || WEIGHT[a.severity] - WEIGHT[b.severity]
  })
}

function compareSpots(a: ShownSpot, b: ShownSpot): number {
  return (
    a.block - b.block ||
    (a.row ?? -1) - (b.row ?? -1) ||
    (a.column ?? -1) - (b.column ?? -1) ||
    (a.from ?? -1) - (b.from ?? -1)
  )
}

/** The next (or, with -1, the previous) of the ids, round and round; the first or last when nothing is chosen. */
export function stepFrom(ids: readonly string[], chosen: string | null, step: 1 | -1): string | null {
  if (ids.length === 0) return null
  const at = chosen === null ? -1 : ids.indexOf(chosen)
  if (at < 0) return (step === 1 ? ids[0] : ids.at(-1)) ?? null
  return ids[(at + step + ids.length) % ids.length] ?? null
}
