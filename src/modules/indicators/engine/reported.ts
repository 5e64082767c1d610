import type { Day } from '#kernel/calendar.ts'
import { type DayRange, type Period, periodsTiling } from '#kernel/period.ts'
import { addWorkingDays, type WorkingCalendar } from '#kernel/work-time/working-calendar.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import { type Amount, NOTHING, shareOf, stateOfNumber, sumAmounts } from '../domain/amount.ts'
import { type OwnStatement, ownStatement, type Stated } from '../domain/reported.ts'
import type { Reach } from '../domain/words.ts'
import type { MeasureRow } from '../store/definitions.ts'
import { type Assigned, listAssigned, listReported } from '../store/figures.ts'
import { type Query, reachOf, rowSources, type Table, type Tables, tableOf } from './query.ts'
import { type Member, membersOf } from './territory.ts'

/** Everything reported that the asked units and periods may need. */
export type Reports = {
  readonly stated: ReadonlyMap<string, readonly Stated[]>
  readonly assigned: ReadonlyMap<string, readonly Assigned[]>
  readonly calendar: WorkingCalendar
}

const pairKey = (measureId: string, unitId: string) => `${measureId} ${unitId}`

/** Amounts of measures that units report: the unit's own statement, and those of all below it. */
export async function reportedTables(query: Query, measures: readonly MeasureRow[]): Promise<Tables> {
  if (measures.length === 0) return new Map()
  const members = new Map<string, readonly Member[]>()
  const membersAt = (reach: 'own' | 'subtree', unit: number, period: number) => {
    const key = `${reach} ${unit} ${period}`
    const known = members.get(key)
    if (known) return known
    const found = membersOfCell(query, reach, unit, period)
    members.set(key, found)
    return found
  }
  const reaches = [...new Set(measures.map((measure) => reachOf(measure, query.reach)))]
  const all = new Set<string>()
  for (const reach of reaches) {
    query.unitIds.forEach((_, unit) => {
      query.periods.forEach((_period, period) => {
        for (const { unitId } of membersAt(reach, unit, period)) all.add(unitId)
      })
    })
  }
  const reports = await loadReports(query, measures, [...all])
  return new Map(
    measures.map((measure): [string, Table] => {
      const reach = reachOf(measure, query.reach)
      return [
        measure.id,
        tableOf(query, (unit, period) => amountOf(query, measure, reports, membersAt(reach, unit, period), period)),
      ]
    }),
  )
}

/** The units whose statements make up one cell. */
export function membersOfCell(query: Query, reach: Reach, unit: number, period: number): readonly Member[] {
  const range = query.periods[period]?.range
  return range ? membersOf(query.structure, rowSources(query, unit, range, reach), range) : []
}

export async function loadReports(
  query: Query,
  measures: readonly MeasureRow[],
  unitIds: readonly string[],
): Promise<Reports> {
  const ranges = query.periods.map(({ range }) => range)
  const from = ranges.reduce(
    (least, range) => (range.from < least ? range.from : least),
    ranges[0]?.from ?? query.today,
  )
  const to = ranges.reduce((most, range) => (range.to > most ? range.to : most), ranges[0]?.to ?? query.today)
  const measureIds = measures.map(({ id }) => id)
  const rows = await listReported(query.tx, { ...query, measureIds, unitIds, from, to })
  const assigned = await listAssigned(query.tx, measureIds, unitIds)
  return {
    stated: Map.groupBy(
      rows.map((row) => ({ ...row, from: row.periodFrom, to: row.periodTo })),
      (row) => pairKey(row.measureId, row.unitId),
    ),
    assigned: Map.groupBy(assigned, (row) => pairKey(row.measureId, row.unitId)),
    calendar: await loadCalendar(query.tx, null),
  }
}

/** What the unit itself says of the period. */
export function statementOf(
  query: Query,
  measure: MeasureRow,
  reports: Reports,
  unitId: string,
  period: Period,
): OwnStatement | null {
  return ownStatement(reports.stated.get(pairKey(measure.id, unitId)) ?? [], period, query.regime, measure.nature)
}

function amountOf(
  query: Query,
  measure: MeasureRow,
  reports: Reports,
  members: readonly Member[],
  periodIndex: number,
): Amount {
  const asked = query.periods[periodIndex]
  if (!asked) return NOTHING
  return sumAmounts(members.map((member) => memberAmount(query, measure, reports, member, asked)))
}

/** One unit's part of a figure: its number times its share, or why it has none. */
export function memberAmount(
  query: Query,
  measure: MeasureRow,
  reports: Reports,
  member: Member,
  { period, range }: { readonly period: Period; readonly range: DayRange },
): Amount {
  const assigned = reports.assigned.get(pairKey(measure.id, member.unitId)) ?? []
  const due = dueDay(assigned, period, query, range, reports.calendar)
  const expected = due === null ? 0 : 1
  const own = statementOf(query, measure, reports, member.unitId, period)
  if (!own) {
    if (due === null) return NOTHING
    return { ...NOTHING, state: query.today > due ? 'missing' : 'not-due', coverage: { stated: 0, expected } }
  }
  const note = own.note === '' ? null : own.note
  if (own.value === null) {
    const state = own.state === 'text' ? 'text' : 'not-applicable'
    return {
      ...NOTHING,
      state,
      coverage: { stated: 0, expected: state === 'text' ? 1 : 0 },
      freshAt: own.freshAt,
      note,
    }
  }
  const value = shareOf(own.value, member.share)
  const coverage = { stated: 1, expected: Math.max(1, expected) }
  if (value === null) {
    return { ...NOTHING, state: 'not-derivable', certainty: 'not-derivable', coverage, freshAt: own.freshAt }
  }
  const certainty = own.value.units === 0n ? 'exact' : member.certainty
  return { state: stateOfNumber(value), value, certainty, coverage, freshAt: own.freshAt, note }
}

/** The last day on which the unit may still report for the period; null when nobody asks it to. */
function dueDay(
  assigned: readonly Assigned[],
  period: Period,
  query: Query,
  range: DayRange,
  calendar: WorkingCalendar,
): Day | null {
  const kinds = new Set([period.kind, ...periodsTiling(period).flatMap((parts) => parts.map(({ kind }) => kind))])
  const asking = assigned.filter(
    ({ periodKind, regime, validFrom, validTo }) =>
      kinds.has(periodKind) &&
      regime === query.regime.kind &&
      validFrom <= range.to &&
      (validTo === null || range.to < validTo),
  )
  const days = asking.map(({ dueWorkingDays }) => addWorkingDays(range.to, dueWorkingDays, calendar))
  return days.length === 0 ? null : days.reduce((latest, day) => (day > latest ? day : latest))
}
