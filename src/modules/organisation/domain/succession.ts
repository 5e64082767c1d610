import { type Fraction, fraction, plus, times, WHOLE } from './fraction.ts'
import type { Basis } from './kinds.ts'
import { passesTerritory, type Structure } from './structure.ts'
import type { Change } from './unit.ts'

/** A unit that came before or after another, along every way between the two. */
export type Kin = {
  readonly unitId: string
  /** The first act on the shortest way. */
  readonly changeId: string
  /** Acts on the shortest way; 1 is direct. */
  readonly steps: number
  /** The part of the earlier unit that went to the later one; null when not known. */
  readonly gave: Fraction | null
  /** The part of the later unit that came from the earlier one; null when not known. */
  readonly makesUp: Fraction | null
  readonly basis: Basis
}

/** The former units an act names as sources of one of its later units. */
export function sourcesOf(change: Change, toUnitId: string): readonly string[] {
  if (change.shares.length === 0) return change.from
  return change.shares.filter((share) => share.toUnitId === toUnitId).map((share) => share.fromUnitId)
}

/** The later units to which an act hands one of its former units. */
export function heirsOf(change: Change, fromUnitId: string): readonly string[] {
  if (change.shares.length === 0) return change.to
  return change.shares.filter((share) => share.fromUnitId === fromUnitId).map((share) => share.toUnitId)
}

/** The part of the former unit that went to the later one in this act; null when not known. */
export function partGiven(change: Change, fromUnitId: string, toUnitId: string): Fraction | null {
  const heirs = heirsOf(change, fromUnitId)
  return heirs.length === 1 && heirs[0] === toUnitId ? WHOLE : part(change, 'fromUnitId', fromUnitId, toUnitId)
}

/** The part of the later unit that came from the former one in this act; null when not known. */
export function partMadeUp(change: Change, fromUnitId: string, toUnitId: string): Fraction | null {
  const sources = sourcesOf(change, toUnitId)
  return sources.length === 1 && sources[0] === fromUnitId ? WHOLE : part(change, 'toUnitId', fromUnitId, toUnitId)
}

function part(change: Change, side: 'fromUnitId' | 'toUnitId', fromUnitId: string, toUnitId: string): Fraction | null {
  const own = change.shares.find((share) => share.fromUnitId === fromUnitId && share.toUnitId === toUnitId)
  if (!own) return null
  const sum = change.shares
    .filter((share) => share[side] === own[side])
    .reduce((total, share) => total + BigInt(share.amount), 0n)
  return fraction(BigInt(own.amount), sum)
}

/** Every unit that received territory of this one, directly or through others. */
export function successorsOf(structure: Structure, unitId: string): readonly Kin[] {
  return walk(unitId, (at, after) =>
    steps(structure.changesFrom.get(at) ?? [], (change) => change.effectiveOn > after).flatMap((change) =>
      heirsOf(change, at)
        .filter((heir) => heir !== at)
        .map((heir) => ({
          unitId: heir,
          change,
          gave: partGiven(change, at, heir),
          makesUp: partMadeUp(change, at, heir),
        })),
    ),
  )
}

/** Every unit whose territory this one received, directly or through others. */
export function predecessorsOf(structure: Structure, unitId: string): readonly Kin[] {
  return walk(unitId, (at, before) =>
    steps(structure.changesTo.get(at) ?? [], (change) => before === '' || change.effectiveOn < before).flatMap(
      (change) =>
        sourcesOf(change, at)
          .filter((source) => source !== at)
          .map((source) => ({
            unitId: source,
            change,
            gave: partGiven(change, source, at),
            makesUp: partMadeUp(change, source, at),
          })),
    ),
  )
}

function steps(changes: readonly Change[], wanted: (change: Change) => boolean): readonly Change[] {
  return changes.filter((change) => passesTerritory(change) && wanted(change))
}

type Step = {
  readonly unitId: string
  readonly change: Change
  readonly gave: Fraction | null
  readonly makesUp: Fraction | null
}
type Way = { readonly at: string; readonly day: string; readonly kin: Kin | null }

/** Follows every way outwards; parts multiply along a way and add where ways meet. */
function walk(unitId: string, next: (at: string, day: string) => readonly Step[]): readonly Kin[] {
  const found = new Map<string, Kin>()
  let edge: readonly Way[] = [{ at: unitId, day: '', kin: null }]
  while (edge.length > 0) {
    const further = edge.flatMap(({ at, day, kin }) =>
      next(at, day).map((step) => ({ at: step.unitId, day: step.change.effectiveOn, kin: extend(kin, step) })),
    )
    for (const { at, kin } of further) {
      const known = found.get(at)
      found.set(at, known ? joined(known, kin) : kin)
    }
    edge = further.filter(({ at }) => at !== unitId)
  }
  found.delete(unitId)
  return [...found.values()]
}

function extend(way: Kin | null, { unitId, change, gave, makesUp }: Step): Kin {
  const basis = change.basis
  if (!way) return { unitId, changeId: change.id, steps: 1, gave, makesUp, basis }
  return {
    unitId,
    changeId: way.changeId,
    steps: way.steps + 1,
    gave: way.gave && gave && times(way.gave, gave),
    makesUp: way.makesUp && makesUp && times(way.makesUp, makesUp),
    basis: way.basis === 'none' ? basis : way.basis,
  }
}

function joined(one: Kin, other: Kin): Kin {
  return {
    ...one,
    gave: one.gave && other.gave && plus(one.gave, other.gave),
    makesUp: one.makesUp && other.makesUp && plus(one.makesUp, other.makesUp),
  }
}
