import { addDays, type Day, dayAt, startOfDay } from '#kernel/calendar.ts'
import { type DayRange, parsePeriodKey, periodLabel, periodRange, rangeLabel, regimeOf } from '#kernel/period.ts'
import { Problem } from '#kernel/problem.ts'
import { factSpans } from '#modules/indicators/index.ts'
import { findUnitAt, loadStructure, type Structure } from '#modules/organisation/index.ts'
import type { Tx } from '#server/db.ts'
import type { Span } from '../store/spans.ts'
import type { Window } from '../store/stays.ts'

export type DaysInput = {
  readonly unitId: string
  readonly period?: string | undefined
  readonly regime: 'cut-off' | 'calendar'
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly structureDay?: Day | undefined
}
/** Whose figures of which days, in which structure. */
export type Asked = {
  readonly tx: Tx
  readonly now: Date
  readonly structure: Structure
  readonly unitId: string
  readonly period: string | null
  readonly regime: 'cut-off' | 'calendar'
  readonly range: DayRange
  readonly window: Window
  readonly structureDay: Day
}

/** Before anything was counted. */
const FIRST_DAY: Day = '1990-01-01'

/** What is asked, checked. Throws `invalid-input` without days, `not-found` for a unit that is not there on the structure day. */
export async function askedOf({ tx, now }: { tx: Tx; now: Date }, input: DaysInput): Promise<Asked> {
  const { unitId, regime } = input
  const range = rangeOf(input)
  const today = dayAt(now)
  const structureDay = input.structureDay ?? (range.to < today ? range.to : today)
  const structure = await loadStructure(tx)
  if (!findUnitAt(structure, unitId, structureDay)) throw new Problem('not-found', 'cases/unknown-unit-of-figures')
  const end = startOfDay(addDays(range.to, 1))
  const window = { ...range, moment: end < now ? end : now }
  return { tx, now, structure, unitId, period: input.period ?? null, regime, range, window, structureDay }
}

function rangeOf({ period: key, regime, from, to }: DaysInput): DayRange {
  const period = key === undefined ? null : parsePeriodKey(key)
  if (period) return periodRange(period, regimeOf(regime))
  if (!from || !to || from > to) throw new Problem('invalid-input', 'cases/which-days')
  return { from, to }
}

export type Reach = 'own' | 'subtree'
/** The days of units that make up each row, over a range; `unsure`: rows of which a part is not known, which is left out. */
export type Spans = { readonly spans: readonly Span[]; readonly unsure: ReadonlySet<number> }

/** The spans of rows over the days asked. */
export function spansOf(asked: Asked, units: readonly { unitId: string; reach: Reach }[], range = asked.range): Spans {
  const unsure = new Set<number>()
  const spans = units.flatMap(({ unitId, reach }, row) =>
    factSpans(asked.structure, { unitId, structureOn: asked.structureDay, reach }, range).flatMap((span) => {
      if (span.share && span.share.numerator === span.share.denominator) {
        return [{ row, unitId: span.unitId, from: span.from, to: span.to }]
      }
      unsure.add(row)
      return []
    }),
  )
  return { spans, unsure }
}

/** The spans since the beginning: what is open at the end may have come in at any time. */
export function spansUntil(asked: Asked, units: readonly { unitId: string; reach: Reach }[]): Spans {
  return spansOf(asked, units, { from: FIRST_DAY, to: asked.range.to })
}

/** The days as they stand on every table. */
export function shownDays({ period: key, regime, range, structureDay }: Asked) {
  const period = key === null ? null : parsePeriodKey(key)
  const label = period
    ? {
        vi: `${periodLabel(period, 'vi')} (${rangeLabel(range)})`,
        en: `${periodLabel(period, 'en')} (${rangeLabel(range)})`,
      }
    : { vi: rangeLabel(range), en: rangeLabel(range) }
  return { period: key, regime, ...range, label, structureDay }
}

/** A unit by its name on the structure day, or the nearest. */
export function unitRef({ structure, structureDay }: Pick<Asked, 'structure' | 'structureDay'>, unitId: string) {
  const version = findUnitAt(structure, unitId, structureDay) ?? structure.byUnit.get(unitId)?.at(-1)
  return { unitId, name: version?.name ?? '' }
}
