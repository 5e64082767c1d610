import { addDays, type Day } from '#kernel/calendar.ts'
import { type Fraction, isNothing, isWhole, NOTHING, plus, times, WHOLE } from './fraction.ts'
import { childrenAt, passesTerritory, type Structure, stretchOf, unitsAt, unitsUnder, versionAt } from './structure.ts'
import { heirsOf, partGiven, partMadeUp, sourcesOf } from './succession.ts'

export type Quality = 'exact' | 'estimated' | 'not-derivable'

/** Whose facts, of which days, belong to a unit: a term of a sum in which no fact stands twice. */
export type Contribution = {
  readonly sourceUnitId: string
  /** `subtree`: what is recorded at the source or anywhere under it on those days; `own`: at the source itself. */
  readonly covers: 'subtree' | 'own'
  readonly fromDay: Day
  /** Exclusive. */
  readonly toDay: Day
  /** null: a part belongs here, but nothing tells how much. */
  readonly share: Fraction | null
  readonly quality: Quality
}

/** What became of a unit (or what it was): one unit, several with or without known parts, or nothing. */
type Destiny = { readonly at: string } | { readonly parts: readonly Part[] }
type Part = { readonly destiny: Destiny; readonly weight: Fraction | null }
type Belonging = { readonly share: Fraction | null; readonly quality: Quality }

const LOST: Destiny = { parts: [] }
const INSIDE: Belonging = { share: WHOLE, quality: 'exact' }
const OUTSIDE: Belonging = { share: NOTHING, quality: 'exact' }
const UNKNOWN: Belonging = { share: null, quality: 'not-derivable' }
const MOST_REMEMBERED = 100_000

/**
 * The contributions that make up a unit, as it stands in the structure of `structureDay`, over the days from `from` until the day
 * before `to`. Empty when the unit does not exist on the structure day.
 *
 * A fact belongs where its unit is, or where its unit went: to the heirs by merge and split; a unit that was dissolved or founded
 * without such an act belongs to what it stood under. When all heirs lie inside, or all outside, no weights are needed.
 */
export function decompose(
  structure: Structure,
  asked: { unitId: string; structureDay: Day; range: { from: Day; to: Day } },
): readonly Contribution[] {
  const { from, to } = asked.range
  if (from >= to || !versionAt(structure, asked.unitId, asked.structureDay)) return []
  const cuts = structure.turningDays.filter((day) => day > from && day < to)
  const starts = [from, ...cuts]
  const pieces = starts.flatMap((fromDay, index) => {
    const toDay = starts[index + 1] ?? to
    return piecesOf(structure, asked, fromDay).map((piece) => ({ ...piece, fromDay, toDay }))
  })
  return joinStretches(pieces)
}

type Piece = Omit<Contribution, 'fromDay' | 'toDay'>

function piecesOf(structure: Structure, asked: { unitId: string; structureDay: Day }, day: Day): readonly Piece[] {
  const here = stretchOf(structure, asked.structureDay)
  const there = stretchOf(structure, day)
  const { unitId } = asked
  if (here === there) return [{ sourceUnitId: unitId, covers: 'subtree', share: WHOLE, quality: 'exact' }]
  return remember(structure, `pieces ${unitId} ${here} ${there}`, () =>
    compress(structure, day, belongings(structure, asked, day)),
  )
}

/** How much of each unit of the day belongs to the asked one; units of which nothing belongs are left out. */
function belongings(
  structure: Structure,
  { unitId, structureDay }: { unitId: string; structureDay: Day },
  day: Day,
): ReadonlyMap<string, Belonging> {
  const inside = new Set(unitsUnder(structure, unitId, structureDay).map((version) => version.unitId))
  const wanderers = wanderersBetween(structure, day, structureDay)
  const found = new Map<string, Belonging>()
  for (const id of inside) {
    if (versionAt(structure, id, day) && !wanderers.destinies.has(id)) found.set(id, INSIDE)
    for (const source of wanderers.sources.get(id) ?? []) {
      if (found.has(source)) continue
      const belonging = judge(wanderers.destinies.get(source) ?? LOST, inside)
      if (belonging.share === null || !isNothing(belonging.share)) found.set(source, belonging)
    }
  }
  return found
}

type Wanderers = {
  /** Units of the day that are another unit, or several, on the structure day. */
  readonly destinies: ReadonlyMap<string, Destiny>
  /** By unit of the structure day: the wanderers that arrive there. */
  readonly sources: ReadonlyMap<string, readonly string[]>
}

function wanderersBetween(structure: Structure, day: Day, structureDay: Day): Wanderers {
  const key = `wanderers ${stretchOf(structure, day)} ${stretchOf(structure, structureDay)}`
  return remember(structure, key, () => {
    const destinies = new Map<string, Destiny>()
    const sources = new Map<string, string[]>()
    for (const { unitId } of unitsAt(structure, day)) {
      const destiny =
        day < structureDay ? later(structure, unitId, day, structureDay) : earlier(structure, unitId, day, structureDay)
      if ('at' in destiny && destiny.at === unitId) continue
      destinies.set(unitId, destiny)
      for (const end of new Set(endsOf(destiny))) {
        const arrived = sources.get(end)
        if (arrived) arrived.push(unitId)
        else sources.set(end, [unitId])
      }
    }
    return { destinies, sources }
  })
}

/** What the unit, as of the end of day `after`, has become by `until`. */
function later(structure: Structure, unitId: string, after: Day, until: Day): Destiny {
  const change = (structure.changesFrom.get(unitId) ?? []).find(
    (one) => passesTerritory(one) && one.effectiveOn > after && one.effectiveOn <= until,
  )
  const last = structure.byUnit.get(unitId)?.at(-1)
  if (change && (!last?.validTo || change.effectiveOn <= last.validTo)) {
    return split(heirsOf(change, unitId), (heir) => ({
      destiny: later(structure, heir, change.effectiveOn, until),
      weight: partGiven(change, unitId, heir),
    }))
  }
  if (!last?.validTo || last.validTo > until) return { at: unitId }
  return last.parentId ? later(structure, last.parentId, addDays(last.validTo, -1), until) : LOST
}

/** What the unit, as of day `at`, was on the earlier day `since`. */
function earlier(structure: Structure, unitId: string, at: Day, since: Day): Destiny {
  const change = (structure.changesTo.get(unitId) ?? []).findLast(
    (one) => passesTerritory(one) && one.effectiveOn > since && one.effectiveOn <= at,
  )
  if (change) {
    return split(sourcesOf(change, unitId), (source) => ({
      destiny: earlier(structure, source, addDays(change.effectiveOn, -1), since),
      weight: partMadeUp(change, source, unitId),
    }))
  }
  const first = structure.byUnit.get(unitId)?.[0]
  if (!first || first.validFrom <= since) return { at: unitId }
  return first.parentId ? earlier(structure, first.parentId, first.validFrom, since) : LOST
}

function split(units: readonly string[], partOf: (unitId: string) => Part): Destiny {
  const parts = units.map(partOf)
  return parts.length === 1 && parts[0] ? parts[0].destiny : { parts }
}

function endsOf(destiny: Destiny): readonly string[] {
  return 'at' in destiny ? [destiny.at] : destiny.parts.flatMap((part) => endsOf(part.destiny))
}

/** How much of a destiny lies inside. */
function judge(destiny: Destiny, inside: ReadonlySet<string>): Belonging {
  if ('at' in destiny) return inside.has(destiny.at) ? INSIDE : OUTSIDE
  const parts = destiny.parts.map(({ destiny: part, weight }) => ({ ...judge(part, inside), weight }))
  if (parts.length === 0) return OUTSIDE
  if (parts.every(({ share, quality }) => quality === 'exact' && share !== null && isWhole(share))) return INSIDE
  if (parts.every(({ share }) => share !== null && isNothing(share))) return OUTSIDE
  let sum: Fraction | null = NOTHING
  for (const { share, weight } of parts) {
    const product: Fraction | null = share && weight && times(share, weight)
    sum = sum && product && plus(sum, product)
  }
  return sum ? { share: sum, quality: 'estimated' } : UNKNOWN
}

/** Whole subtrees as one piece; what lies only partly inside, unit by unit. */
function compress(structure: Structure, day: Day, found: ReadonlyMap<string, Belonging>): readonly Piece[] {
  const known = new Map<string, boolean>()
  const isAllInside = (unitId: string): boolean => {
    const before = known.get(unitId)
    if (before !== undefined) return before
    const all =
      found.get(unitId) === INSIDE && childrenAt(structure, unitId, day).every((child) => isAllInside(child.unitId))
    known.set(unitId, all)
    return all
  }
  const pieces: Piece[] = []
  for (const [unitId, belonging] of found) {
    const parentId = versionAt(structure, unitId, day)?.parentId ?? null
    if (!isAllInside(unitId)) pieces.push({ sourceUnitId: unitId, covers: 'own', ...belonging })
    else if (parentId === null || !isAllInside(parentId)) {
      pieces.push({ sourceUnitId: unitId, covers: 'subtree', ...belonging })
    }
  }
  return pieces
}

/** Contributions of the same source that follow one another without a gap, as one. */
function joinStretches(pieces: readonly Contribution[]): readonly Contribution[] {
  const joined: Contribution[] = []
  const open = new Map<string, number>()
  for (const piece of pieces) {
    const { sourceUnitId, covers, share, quality } = piece
    const key = `${sourceUnitId} ${covers} ${quality} ${share ? `${share.numerator}/${share.denominator}` : ''}`
    const index = open.get(key)
    const before = index === undefined ? undefined : joined[index]
    if (before && index !== undefined && before.toDay === piece.fromDay)
      joined[index] = { ...before, toDay: piece.toDay }
    else open.set(key, joined.push(piece) - 1)
  }
  return joined
}

function remember<T>(structure: Structure, key: string, make: () => T): T {
  const known = structure.memory.get(key)
  // Each key is written by one caller alone, with one type.
  if (known !== undefined) return known as T
  if (structure.memory.size >= MOST_REMEMBERED) structure.memory.clear()
  const made = make()
  structure.memory.set(key, made)
  return made
}
