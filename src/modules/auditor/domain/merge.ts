import type { Finding, Spot } from './finding.ts'
import type { Words } from './words.ts'

const WEIGHT = { proved: 0, likely: 1, look: 2 } as const

/** One finding and the rule's name for people; findings arrive in the order of the rules. */
export type Named = { readonly finding: Finding; readonly title: Words }

/**
 * One finding for one slip: those that propose the same correction become the gravest of them, with the other computations as notes and
 * their cells as further places; and one that accuses nothing but cells of a finding with a correction becomes a note of it.
 */
export function mergeFindings(named: readonly Named[]): readonly Finding[] {
  const kept: Named[] = []
  for (const next of named.toSorted(
    (a, b) => WEIGHT[a.finding.severity] - WEIGHT[b.finding.severity] || rank(b) - rank(a),
  )) {
    const at = kept.findIndex((one) => sameSlip(one.finding, next.finding))
    const into = kept[at]
    if (into) kept[at] = { ...into, finding: absorb(into.finding, next) }
    else kept.push(next)
  }
  return kept.map(({ finding }) => finding)
}

/** Findings with a correction first: others may be explained by it. */
const rank = ({ finding }: Named) => (finding.correction ? 1 : 0)

function sameSlip(one: Finding, other: Finding): boolean {
  if (!one.correction) return false
  const changed = new Set(one.correction.changes.map(({ spot }) => spotKey(spot)))
  if (other.correction) {
    const theirs = other.correction.changes.map(({ spot, to }) => `${spotKey(spot)}=${to}`)
    const own = one.correction.changes.map(({ spot, to }) => `${spotKey(spot)}=${to}`)
    return own.length === theirs.length && own.every((change) => theirs.includes(change))
  }
  const cells = new Set(one.places.map(spotKey))
  return (
    other.places.every((place) => cells.has(spotKey(place))) &&
    other.places.some((place) => changed.has(spotKey(place)))
  )
}

function absorb(finding: Finding, { finding: other, title }: Named): Finding {
  const known = new Set(finding.places.map(spotKey))
  return {
    ...finding,
    places: [...finding.places, ...other.places.filter((place) => !known.has(spotKey(place)))],
    notes: [
      ...(finding.notes ?? []),
      {
        vi: `Cũng vì chỗ này – ${title.vi.toLowerCase()}: ${other.worked.vi}.`,
        en: `Also because of this – ${title.en.toLowerCase()}: ${other.worked.en}.`,
      },
    ],
  }
}

/** A place by its cell, or by its characters in a paragraph. */
function spotKey({ block, row, column, from }: Spot): string {
  return `${block}/${row ?? ''}/${column ?? ''}/${row === undefined ? (from ?? '') : ''}`
}
