import { addDays, type Day } from '#kernel/calendar.ts'
import type { DayRange } from '#kernel/period.ts'
import { decompose, findUnitAt, type Structure, unitsUnder } from '#modules/organisation/index.ts'
import type { Certainty, Reach } from '../domain/words.ts'

/** Whose facts of which days (both included) make up a unit. */
export type Source = {
  readonly unitId: string
  readonly covers: 'own' | 'subtree'
  readonly from: Day
  readonly to: Day
  readonly share: { readonly numerator: number; readonly denominator: number } | null
  readonly certainty: Certainty
}

const WHOLE = { numerator: 1, denominator: 1 }

/**
 * What makes up a unit over some days: as things stood on their own days (`structureOn` null: the unit itself, since tallies hold
 * what stood below it on the day of each fact), or in the structure of another day.
 */
export function sourcesOf(
  structure: Structure,
  { unitId, structureOn, reach }: { unitId: string; structureOn: Day | null; reach: Reach },
  range: DayRange,
): readonly Source[] {
  if (structureOn === null) {
    return [{ unitId, covers: reach, from: range.from, to: range.to, share: WHOLE, certainty: 'exact' }]
  }
  const parts = decompose(structure, {
    unitId,
    structureDay: structureOn,
    range: { from: range.from, to: addDays(range.to, 1) },
  })
  return parts.map(({ sourceUnitId, covers, fromDay, toDay, share, quality }) => ({
    unitId: sourceUnitId,
    covers: reach === 'own' ? 'own' : covers,
    from: fromDay,
    to: addDays(toDay, -1),
    share,
    certainty: quality,
  }))
}

/** Stretches of the range in which the tree stands still, in order. */
export function stretchesOf(structure: Structure, { from, to }: DayRange): readonly DayRange[] {
  const cuts = structure.turningDays.filter((day) => day > from && day <= to)
  const starts = [from, ...cuts]
  return starts.map((start, index) => {
    const next = starts[index + 1]
    return { from: start, to: next ? addDays(next, -1) : to }
  })
}

export type Member = { readonly unitId: string; readonly share: Source['share']; readonly certainty: Certainty }

/**
 * The single units in the sources, each once, where it last stood: what a unit reported for the whole range goes to where the
 * unit was at the end of it (or at its own end, when it ended within).
 */
export function membersOf(structure: Structure, sources: readonly Source[], range: DayRange): readonly Member[] {
  const stretches = stretchesOf(structure, range).toReversed()
  const found = new Map<string, Member>()
  stretches.forEach((stretch, index) => {
    const later = stretches.slice(0, index)
    for (const source of sources) {
      if (source.from > stretch.to || source.to < stretch.from) continue
      for (const unitId of unitsOf(structure, source, stretch.from)) {
        if (found.has(unitId) || later.some((one) => findUnitAt(structure, unitId, one.from))) continue
        found.set(unitId, { unitId, share: source.share, certainty: source.certainty })
      }
    }
  })
  return [...found.values()]
}

/** The source's units on a day within it. */
export function unitsOf(structure: Structure, source: Pick<Source, 'unitId' | 'covers'>, day: Day): readonly string[] {
  if (source.covers === 'own') return findUnitAt(structure, source.unitId, day) ? [source.unitId] : []
  return unitsUnder(structure, source.unitId, day).map(({ unitId }) => unitId)
}

export type FactSpan = DayRange & {
  readonly unitId: string
  readonly share: Source['share']
  readonly certainty: Certainty
}

/** The single units and days whose facts make up the sources. */
export function factSpansOf(structure: Structure, sources: readonly Source[]): readonly FactSpan[] {
  const spans: FactSpan[] = []
  const open = new Map<string, number>()
  for (const source of sources) {
    for (const stretch of stretchesOf(structure, source)) {
      for (const unitId of unitsOf(structure, source, stretch.from)) {
        const key = `${unitId} ${source.share ? `${source.share.numerator}/${source.share.denominator}` : ''}`
        const index = open.get(key)
        const before = index === undefined ? undefined : spans[index]
        if (before && index !== undefined && addDays(before.to, 1) === stretch.from) {
          spans[index] = { ...before, to: stretch.to }
        } else {
          const { share, certainty } = source
          open.set(key, spans.push({ unitId, from: stretch.from, to: stretch.to, share, certainty }) - 1)
        }
      }
    }
  }
  return spans
}

/** The single units and days whose facts make up a unit over a range: as things stood, or in the structure of a day. */
export function factSpans(
  structure: Structure,
  asked: { unitId: string; structureOn: Day | null; reach: Reach },
  range: DayRange,
): readonly FactSpan[] {
  return factSpansOf(structure, sourcesOf(structure, asked, range))
}

/** The days on which to look for a unit, to know whether it exists on some day of the range: one of each stretch. */
export function daysToLook(structure: Structure, range: DayRange): readonly Day[] {
  return stretchesOf(structure, range).map(({ from }) => from)
}

/** Whether the unit exists on one of the days. */
export function existsOnAny(structure: Structure, unitId: string, days: readonly Day[]): boolean {
  return days.some((day) => findUnitAt(structure, unitId, day) !== undefined)
}
