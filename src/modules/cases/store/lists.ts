import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import { KEPT } from '#server/statements.ts'
import type { CaseFilter } from '../contract/lists.ts'
import { type DueMoments, LIST_RULES, type ListOrder, type ListRule, UNIT_ROLES, windowOf } from '../domain/lists.ts'
import type { PageMark } from '../domain/page-mark.ts'
import { isEmptySearch, type Search, searchOf } from '../domain/search.ts'
import { LISTS, type List, OPEN_STATES } from '../domain/words.ts'
import {
  afterMark,
  COLUMNS,
  type Condition,
  inStates,
  type ListAsker,
  type ListedPage,
  type ListedRow,
  type ListQuery,
  MOST_UNITS_APART,
  narrowing,
  oneOf,
  type Portion,
  seenIds,
} from './list-rows.ts'
import { nearPage } from './near.ts'
import { foundBy, hasWords } from './search.ts'
import { SUMMARY_COLUMNS } from './summary-row.ts'

const ORDERS: Record<ListOrder, Condition | null> = {
  due: sql`c.due_order`,
  ended: sql`c.ended_at`,
  'opinion-due': sql`o.due_order`,
  'letter-due': sql`k.due_at`,
  newest: null,
}

/**
 * More than these are not counted one by one: "10.000+" says enough for work that waits, "1.000+" for what is looked for among everything,
 * where each row that is counted is a row that has to be fetched.
 */
export const mostCounted = (list: List, filter: CaseFilter) =>
  LIST_RULES[list].order === 'newest' || filter.q !== undefined ? 1000 : 10_000

/** One page of a list, in its order, and how long the list is; of what is searched for that would take longer than to find it. */
export async function listPage(
  tx: Tx,
  query: ListQuery,
  { after, limit }: { readonly after: PageMark | null; readonly limit: number },
): Promise<ListedPage> {
  const near = await nearPage(tx, query, { after, limit })
  if (near) return near
  const order = ORDERS[LIST_RULES[query.list].order]
  // Reckoned only when a row asks for it: a list that ends on its first page has been counted by being read.
  const asking = after === null ? sql`p.place > ${limit}` : sql`p.place = 1`
  const total = query.filter.q === undefined ? sql`case when ${asking} then ${countOf(query)} end` : sql`null::bigint`
  const { rows } = await sql<ListedRow & { readonly total: number | null }>`${planOf(query)}
    select p.*, ${total} as total from (
      select l.*, row_number() over () as place from (
        select ${SUMMARY_COLUMNS}, ${order ? sql`${order}::text` : sql`'none'`} as order_at
        from ${rowsOf(query, { after, limit: limit + 1, ordered: true })}
        order by ${order ? sql`${order}, c.id` : newestFirst(query)} limit ${limit + 1}) l) p
    order by p.place`.execute(tx)
  const more = rows.length > limit
  const alone = after === null && !more
  const counted = rows.find((row) => row.total !== null)?.total ?? null
  return { rows: rows.slice(0, limit), more, total: alone ? rows.length : counted }
}

/** Of one unit, whichever it is, the same indexes are read; what several units or words bring is weighed each time. */
function planOf({ asker, filter }: Omit<ListQuery, 'list'>): Condition {
  const narrow = asker.chosen ?? asker.units
  return narrow?.length === 1 && filter.q === undefined ? KEPT : sql``
}

function countOf(query: ListQuery): Condition {
  const limit = mostCounted(query.list, query.filter) + 1
  const rows = rowsOf(query, { after: null, limit, ordered: false })
  return sql`(select count(*) from (select from ${rows} limit ${limit}) as counted)`
}

/** Lists of open cases by unit: what a scope has open is gone through once for all of them. */
const COUNTED_TOGETHER: readonly List[] = ['unit', 'due-today', 'due-soon', 'overdue', 'waiting-citizen', 'to-receive']

/** How many cases each list holds, in the order of `LISTS`, in one statement. Lists of open work may be counted beyond `mostCounted`. */
export async function countLists(tx: Tx, query: Omit<ListQuery, 'list'>): Promise<readonly number[]> {
  const narrow = query.asker.chosen ?? query.asker.units
  const together = narrow === null ? [] : COUNTED_TOGETHER
  const counts = LISTS.map((list) => {
    const place = together.indexOf(list)
    return place < 0 ? countOf({ ...query, list }) : sql`t.counts[${sql.lit(place + 1)}]`
  })
  const { rows } = await sql<{ counts: number[] }>`${planOf(query)}
    select array[${sql.join(counts)}]::integer[] as counts
    from (${narrow === null ? sql`select` : countTogether(query, narrow)}) t`.execute(tx)
  return rows[0]?.counts ?? []
}

function countTogether({ asker, filter, moments }: Omit<ListQuery, 'list'>, units: readonly string[]): Condition {
  const counts = COUNTED_TOGETHER.map((list) => {
    const rule = LIST_RULES[list]
    const conditions = [inStates(rule.states), ...due(rule, moments), ...unitConditions(rule, asker)]
    return sql`count(*) filter (where ${sql.join(conditions, sql` and `)})`
  })
  const roles = sql.join(
    [
      oneOf(COLUMNS.holder, units),
      oneOf(COLUMNS.competent, units),
      sql`${oneOf(COLUMNS.received, units)} and ${inStates(RECEIVED_STATES)}`,
    ],
    sql` or `,
  )
  const search = filter.q === undefined ? [] : [foundBy(searchOf(filter.q), units)]
  const where = sql.join([inStates(OPEN_STATES), sql`(${roles})`, ...narrowing(filter), ...search], sql` and `)
  return sql`select array[${sql.join(counts)}] as counts from cases."case" c where ${where}`
}

/** In which the unit that received a case has something to do, though another holds and decides it. */
const RECEIVED_STATES = ['submitted', 'supplement', 'payment'] as const

/** By the id of the table that is read first, in its order. */
function newestFirst({ filter: { q } }: ListQuery): Condition {
  return q !== undefined && searchOf(q).words.length > 0 ? sql`s.case_id desc` : sql`c.id desc`
}

/** The rows of the list from `from` to the end of `where`. `portion`: only so many of them are wanted. */
function rowsOf(query: ListQuery, portion: Portion): Condition {
  const { list, asker, filter, moments } = query
  const rule = LIST_RULES[list]
  const search = filter.q === undefined ? null : searchOf(filter.q)
  const narrow = asker.chosen ?? asker.units
  const plain = [inStates(rule.states), ...narrowing(filter)]
  if (rule.order === 'newest' && search && search.words.length > 0) return searchedRows(search, narrow, plain, portion)
  if (rule.order === 'newest' && !search && narrow && (narrow.length <= MOST_UNITS_APART || !portion.ordered))
    return seenRows(narrow, plain, portion)
  const conditions = [
    ...plain,
    ...(rule.mine ? [sql`c.assignee_id = ${asker.accountId}::uuid`] : []),
    ...due(rule, moments),
    ...(rule.opinion ? [seenBy(asker.units)] : unitConditions(rule, asker)),
    ...(search ? [foundBy(search, narrow)] : []),
    afterMark(ORDERS[rule.order], portion.after),
  ]
  const opinions = rule.opinion
    ? sql` join (
      select case_id, min(coalesce(due_at, 'infinity')) as due_order from cases.opinion
      where answered_at is null and withdrawn_at is null and ${oneOf(sql`unit_id`, narrow)}
      group by case_id) o on o.case_id = c.id`
    : sql``
  // Few citizens wait at any moment: they are read first, whatever the size of the rest.
  const letters = rule.letter ? sql` join cases.talk k on k.case_id = c.id and k.waits_since is not null` : sql``
  return sql`cases."case" c${opinions}${letters} where ${sql.join(conditions, sql` and `)}`
}

/** All that the units see. */
function seenRows(units: readonly string[], conditions: readonly Condition[], portion: Portion): Condition {
  return sql`${seenIds(units, conditions, portion)} w cross join lateral (
      select c.* from cases."case" c where c.id = w.id offset 0) c
    where true`
}

/**
 * What has all of the words, among everything the units see: rare words, by their index, and then in order. The first fence (`offset 0`)
 * keeps PostgreSQL from looking through all in order, as it takes rare words for common ones; the second from looking at any case before its
 * words and units fit.
 */
function searchedRows(
  search: Search,
  units: readonly string[] | null,
  conditions: readonly Condition[],
  { after }: Portion,
): Condition {
  const rest = { ...search, words: [] }
  const within = [sql`c.id = s.case_id`, ...conditions, ...(isEmptySearch(rest) ? [] : [foundBy(rest, units)])]
  const before = after === null ? sql`true` : sql`s.case_id < ${after.id}::uuid`
  // Units among very many are read from each row: their lists in the index would be longer than those of the words.
  const isFew = units === null || units.length <= MOST_UNITS_APART
  const seen = isFew ? sql`true` : sql`f.units && ${[...units]}::uuid[]`
  return sql`(select f.case_id from (
      select s.case_id, s.units from cases.search s where ${hasWords(search.words, isFew ? units : null)} and ${before} offset 0) f
      where ${seen} order by f.case_id desc) s cross join lateral (
      select c.* from cases."case" c where ${sql.join(within, sql` and `)} offset 0) c
    where true`
}

function due(rule: ListRule, moments: DueMoments | null): Condition[] {
  if (!rule.due) return []
  if (!moments) throw new Error('A due window is asked for without its moments.')
  const { from, before } = windowOf(rule.due, moments)
  return [from ? sql`c.due_order >= ${from} and c.due_order < ${before}` : sql`c.due_order < ${before}`]
}

/** As in domain/lists.ts: what is mine or may be seen at all, by any right; else by a role of one of the units. */
function unitConditions(rule: ListRule, { units, chosen }: ListAsker): Condition[] {
  if (rule.roles === UNIT_ROLES) return [seenBy(units), ...(chosen ? [seenBy(chosen)] : [])]
  const narrow = chosen ?? units
  if (narrow === null) return []
  return [
    sql`(${sql.join(
      rule.roles.map((role) => oneOf(COLUMNS[role], narrow)),
      sql` or `,
    )})`,
  ]
}

function seenBy(units: readonly string[] | null): Condition {
  if (units === null) return sql`true`
  const roles = UNIT_ROLES.map((role) => oneOf(COLUMNS[role], units))
  const asked = sql`c.id in (select a.case_id from cases.asked a where ${oneOf(sql`a.unit_id`, units)})`
  return sql`(${sql.join([...roles, asked], sql` or `)})`
}
