import { dayAt } from '#kernel/calendar.ts'
import { findUnitAt, type Structure } from '#modules/organisation/index.ts'

/** The units that hold today what a unit held when it ended; empty while it still stands, and when nobody follows it. */
export function heirsOf(structure: Structure, unitId: string, now: Date): readonly string[] {
  const today = dayAt(now)
  const found = new Set<string>()
  const seen = new Set<string>()
  const follow = (id: string) => {
    if (seen.has(id)) return
    seen.add(id)
    if (findUnitAt(structure, id, today)) {
      if (id !== unitId) found.add(id)
      return
    }
    const passed = (structure.changesFrom.get(id) ?? []).filter(
      ({ kind, effectiveOn }) => (kind === 'merge' || kind === 'split') && effectiveOn <= today,
    )
    for (const { to } of passed) for (const heir of to) follow(heir)
  }
  follow(unitId)
  return [...found]
}

/** The one unit that follows an ended unit; null while it still stands, and when none or several do. */
export function heirOf(structure: Structure, unitId: string, now: Date): string | null {
  const heirs = heirsOf(structure, unitId, now)
  return heirs.length === 1 ? (heirs[0] ?? null) : null
}

/** The decision by which a unit ended, by its id; null when none is recorded. */
export function endingOf(structure: Structure, unitId: string) {
  return structure.changesFrom.get(unitId)?.findLast(({ kind }) => kind === 'merge' || kind === 'split') ?? null
}
