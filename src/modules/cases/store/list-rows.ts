import { type RawBuilder, sql } from 'kysely'
import { addDays, type Day, startOfDay } from '#kernel/calendar.ts'
import type { CaseFilter } from '../contract/lists.ts'
import type { DueMoments, UnitRole } from '../domain/lists.ts'
import type { PageMark } from '../domain/page-mark.ts'
import type { BusinessState, List } from '../domain/words.ts'
import type { SummaryRow } from './summary-row.ts'

/** Whose lists: `units` null is everywhere; `chosen` are those of them that the filter names, null when it names none. */
export type ListAsker = {
  readonly accountId: string
  readonly units: readonly string[] | null
  readonly chosen: readonly string[] | null
}
export type ListQuery = {
  readonly list: List
  readonly asker: ListAsker
  readonly filter: CaseFilter
  /** Null where no list that is asked for has a due window. */
  readonly moments: DueMoments | null
}
export type ListedRow = SummaryRow & { readonly orderAt: string }
/** `total`: how many cases the list holds, at most one more than `mostCounted`; null where that was not counted. */
export type ListedPage = { readonly rows: readonly ListedRow[]; readonly total: number | null; readonly more: boolean }

export type Condition = RawBuilder<unknown>

export const COLUMNS: Record<UnitRole, Condition> = {
  holder: sql`c.unit_id`,
  competent: sql`c.competent_unit_id`,
  received: sql`c.received_unit_id`,
  helped: sql`c.helped_unit_id`,
}
export function afterMark(order: Condition | null, after: PageMark | null): Condition {
  if (after === null) return sql`true`
  return order ? sql`(${order}, c.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql`c.id < ${after.id}::uuid`
}

/** So many rows after a mark; in order or, to be counted, in any. */
export type Portion = { readonly after: PageMark | null; readonly limit: number; readonly ordered: boolean }

/** So few units are each read in the order of their index; of more, cases are found soon by looking through the newest of all. */
export const MOST_UNITS_APART = 20

/**
 * All that the units see. An "or" over the ways of seeing could use no index (one of them is a subquery), so each way is read apart, no
 * further than is wanted, and the ways are put together.
 */
export function seenIds(units: readonly string[], conditions: readonly Condition[], portion: Portion): Condition {
  const { after, limit, ordered } = portion
  const where = sql.join([...conditions, afterMark(null, after)], sql` and `)
  const order = ordered ? sql`order by c.id desc` : sql``
  const way = (from: Condition, unit: Condition) =>
    ordered && units.length > 1
      ? sql`select w.id from unnest(${[...units]}::uuid[]) u (id) cross join lateral (
          select c.id from ${from} where ${unit} = u.id and ${where} ${order} limit ${limit}) w`
      : sql`(select c.id from ${from} where ${oneOf(unit, units)} and ${where} ${order} limit ${limit})`
  const plain = sql`cases."case" c`
  const ways = [
    way(plain, COLUMNS.competent),
    way(plain, COLUMNS.received),
    way(plain, sql`c.unit_id <> c.competent_unit_id and c.unit_id`),
    way(plain, COLUMNS.helped),
    way(sql`cases.asked a join cases."case" c on c.id = a.case_id`, sql`a.unit_id`),
  ]
  return sql`(${sql.join(ways, sql` union `)})`
}

/** Written out, as the indexes of open cases name the states. */
export function inStates(states: readonly BusinessState[]): Condition {
  return sql`c.business in (${sql.join(states.map((state) => sql.lit(state)))})`
}

/** One unit is compared for equality, so that its index is also read in order. */
export function oneOf(column: Condition, units: readonly string[] | null): Condition {
  if (units === null) return sql`true`
  return units.length === 1 ? sql`${column} = ${units[0]}::uuid` : sql`${column} = any (${[...units]}::uuid[])`
}

export function narrowing(filter: CaseFilter): Condition[] {
  const equal = (column: Condition, value: string | undefined) =>
    value === undefined ? [] : [sql`${column} = ${value}`]
  return [
    ...equal(sql`c.procedure_code`, filter.procedureCode),
    ...equal(sql`c.field_code`, filter.fieldCode),
    ...equal(sql`c.business`, filter.business),
    ...equal(sql`c.channel`, filter.channel),
    ...(filter.assigneeId === undefined ? [] : [sql`c.assignee_id = ${filter.assigneeId}::uuid`]),
    ...(filter.receivedFrom === undefined ? [] : [sql`c.received_at >= ${startOfDay(filter.receivedFrom)}`]),
    ...(filter.receivedTo === undefined ? [] : [sql`c.received_at < ${endOfDay(filter.receivedTo)}`]),
  ]
}

const endOfDay = (day: Day) => startOfDay(addDays(day, 1))
