import type { Day } from '#kernel/calendar.ts'
import { compare, decimalOf } from '#kernel/decimal.ts'
import { type Period, type PeriodRegime, parsePeriodKey, periodKey, periodRange } from '#kernel/period.ts'
import type { Candidate } from './import-row.ts'
import { readTyped } from './typed.ts'
import type { Source, StoredState } from './words.ts'

export type Conflict = {
  readonly row: number
  readonly column: string
  readonly code: string
  /** What stands in the file. */
  readonly text: string
  readonly values: Readonly<Record<string, string | number>>
}
export type Fault = { readonly code: string; readonly values?: Readonly<Record<string, string | number>> }

type Measure = {
  readonly id: string
  readonly code: string
  readonly decimals: number
  readonly source: Source
  readonly validFrom: Day
  readonly validTo: Day | null
}

/** What the checks need to know; every function is a lookup in memory. */
export type Known = {
  readonly measure: (code: string) => Measure | undefined
  /** The unit a row names on a day, or why there is none. */
  readonly unit: (
    named: { code: string; name: string },
    day: Day,
    period: string,
  ) => { readonly unitId: string } | Fault
  readonly regime: PeriodRegime
  /** The period of the import, when one was chosen; rows that name another are refused. */
  readonly period: Period | null
}

export type Accepted = {
  /** `placeKey` of it. */
  readonly key: string
  readonly candidate: Candidate
  readonly measureId: string
  readonly unitId: string
  readonly period: Period
  readonly from: Day
  readonly to: Day
  readonly value: string | null
  readonly state: StoredState
  readonly raw: string
}

export type Checked = { readonly accepted: readonly Accepted[]; readonly conflicts: readonly Conflict[] }

/** What can be stored and one conflict for each value that cannot, each looked at by itself and for being given twice. */
export function checkCandidates(candidates: readonly Candidate[], known: Known): Checked {
  const accepted: Accepted[] = []
  const conflicts: Conflict[] = []
  const given = new Map<string, number>()
  const periods = periodFinder(known)
  for (const candidate of candidates) {
    const read = checkOne(candidate, known, periods)
    if (read === null) continue
    if ('code' in read) {
      conflicts.push(conflictAt(candidate, read))
      continue
    }
    const row = given.get(read.key)
    if (row !== undefined) conflicts.push(conflictAt(candidate, { code: 'indicators/given-twice', values: { row } }))
    else {
      given.set(read.key, candidate.row)
      accepted.push(read)
    }
  }
  return { accepted, conflicts }
}

export type Place = Pick<Accepted, 'measureId' | 'unitId' | 'from' | 'to'>

/** One name for a measure, unit and period. */
export function placeKey({ measureId, unitId, from, to }: Place): string {
  return `${measureId} ${unitId} ${from} ${to}`
}

/** The conflict of a value in the words of its fault. */
export function conflictAt({ row, column, cell, raw }: Candidate, { code, values = {} }: Fault): Conflict {
  const text = (cell?.text ?? raw).slice(0, 120)
  return { row, column, code, text, values: { found: text, ...values } }
}

function checkOne(candidate: Candidate, known: Known, periods: PeriodFinder): Accepted | Fault | null {
  const measure = known.measure(candidate.measure)
  if (!measure) return { code: 'indicators/unknown-measure', values: { code: candidate.measure } }
  if (measure.source !== 'reported') return { code: 'indicators/measure-is-counted', values: { measure: measure.code } }
  const found = periods(candidate.period)
  if ('code' in found) return found
  const { period, key, from, to } = found
  if (to < measure.validFrom || (measure.validTo !== null && from >= measure.validTo)) {
    return { code: 'indicators/measure-not-valid', values: { measure: measure.code, day: to } }
  }
  const unit = known.unit({ code: candidate.unitCode, name: candidate.unitName }, to, key)
  if ('code' in unit) return unit
  const value = valueOf(candidate, measure)
  if (value === null || 'code' in value) return value
  const place = { measureId: measure.id, unitId: unit.unitId, from, to }
  return { candidate, key: placeKey(place), ...place, period, ...value }
}

type FoundPeriod = { readonly period: Period; readonly key: string; readonly from: Day; readonly to: Day }
type PeriodFinder = (written: string) => FoundPeriod | Fault

/** Reads what a row says of its period; the same words are read once. */
function periodFinder(known: Known): PeriodFinder {
  const read = new Map<string, FoundPeriod | Fault>()
  return (written) => {
    const before = read.get(written)
    if (before) return before
    const period = periodOf(written, known)
    const found = 'code' in period ? period : { period, key: periodKey(period), ...periodRange(period, known.regime) }
    read.set(written, found)
    return found
  }
}

function periodOf(written: string, known: Known): Period | Fault {
  if (written === '') return known.period ?? { code: 'indicators/no-period' }
  const period = parsePeriodKey(written)
  if (!period) return { code: 'indicators/bad-period', values: { found: written } }
  if (known.period && periodKey(known.period) !== periodKey(period)) {
    return { code: 'indicators/wrong-period', values: { found: written, period: periodKey(known.period) } }
  }
  return period
}

type Value = Pick<Accepted, 'value' | 'state' | 'raw'>

/** The number of a cell; without one, words in the note or beside it are an answer, and nothing at all is skipped. */
function valueOf({ cell, note, raw }: Candidate, measure: Measure): Value | Fault | null {
  if (!cell) {
    return note === '' && raw === '' ? null : { value: null, state: 'text', raw: raw || note }
  }
  if (cell.kind === 'formula') return { code: 'indicators/number-formula' }
  if (cell.kind === 'error') return { code: 'indicators/number-not-a-number' }
  const text = cell.kind === 'number' ? plainNumber(cell.text) : cell.text
  const typed = readTyped(text, measure)
  if (typed.state === 'empty') return null
  if (typed.state === 'wrong') return { code: typed.code, values: { decimals: measure.decimals } }
  return { value: typed.value, state: 'reported', raw: raw || cell.text.trim() }
}

/** A number as a workbook stores it (`1234.5`, `1.5E3`) in the form that reads one way only. */
function plainNumber(text: string): string {
  const value = Number(text)
  // With a comma for the decimal mark nothing can be taken for a thousands dot.
  return Number.isFinite(value) && Math.abs(value) < 1e15 ? String(value).replace('.', ',') : text
}

/** An indicator whose numerator counts a part of what its denominator counts, each a single measure. */
export type PartOfWhole = { readonly code: string; readonly numerator: string; readonly denominator: string }

/** A conflict for each numerator above its denominator; `current` is what is known of values the file does not bring. */
export function checkParts(
  accepted: readonly Accepted[],
  pairs: readonly PartOfWhole[],
  current: (place: Place) => string | null,
): Checked {
  if (pairs.length === 0) return { accepted, conflicts: [] }
  const byPlace = new Map(accepted.map((one) => [one.key, one]))
  const ofMeasure = Map.groupBy(accepted, ({ measureId }) => measureId)
  const wrong = new Map<Accepted, Conflict>()
  for (const pair of pairs) {
    for (const one of [pair.numerator, pair.denominator].flatMap((id) => ofMeasure.get(id) ?? [])) {
      const sideOf = (measureId: string) => {
        const place = { ...one, measureId }
        const brought = byPlace.get(placeKey(place))
        return brought ? brought.value : current(place)
      }
      const [numerator, denominator] = [sideOf(pair.numerator), sideOf(pair.denominator)]
      if (numerator === null || denominator === null || compare(decimalOf(numerator), decimalOf(denominator)) <= 0)
        continue
      // One conflict for the pair: at the numerator when the file brings it.
      const at = byPlace.get(placeKey({ ...one, measureId: pair.numerator })) ?? one
      wrong.set(
        at,
        conflictAt(at.candidate, {
          code: 'indicators/part-above-whole',
          values: { numerator, denominator, indicator: pair.code },
        }),
      )
    }
  }
  return { accepted: accepted.filter((one) => !wrong.has(one)), conflicts: [...wrong.values()] }
}
