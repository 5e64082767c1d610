import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import { LIST_RULES } from '../domain/lists.ts'
import type { PageMark } from '../domain/page-mark.ts'
import { type Search, searchOf } from '../domain/search.ts'
import {
  type Condition,
  inStates,
  type ListedPage,
  type ListedRow,
  type ListQuery,
  MOST_UNITS_APART,
  narrowing,
  seenIds,
} from './list-rows.ts'
import { hasWords } from './search.ts'
import { SUMMARY_COLUMNS } from './summary-row.ts'

/** So many of the newest cases of a few units are looked through before the index of words is asked. */
const NEAR = 400
/** A row found by the index of words lies anywhere; to read it takes as long as to pass over so many rows in their order. */
const IN_ORDER = 15

/**
 * A page of what has common words: it is soon found by looking through the newest cases, where the index of words would bring very many.
 * Null where that would take longer, or did not find enough.
 */
export async function nearPage(
  tx: Tx,
  query: ListQuery,
  { after, limit }: { readonly after: PageMark | null; readonly limit: number },
): Promise<ListedPage | null> {
  const { q } = query.filter
  const words = q === undefined ? null : commonWords(searchOf(q))
  if (!words || LIST_RULES[query.list].order !== 'newest') return null
  const narrow = query.asker.chosen ?? query.asker.units
  const conditions = [inStates(LIST_RULES[query.list].states), ...narrowing(query.filter)]
  const isFew = narrow !== null && narrow.length <= MOST_UNITS_APART
  const depth = isFew ? NEAR : await depthOf(tx, words, narrow, limit + 1)
  if (depth === null) return null
  const { rows } = await sql<ListedRow & { readonly seen: number }>`
    ${isFew ? nearOfFew(narrow, conditions, after) : nearOfAll(depth, after)}
    select ${SUMMARY_COLUMNS}, 'none' as order_at, ${isFew ? sql`(select count(*) from near)` : sql`null::bigint`} as seen
    from near s cross join lateral (
      select c.* from cases."case" c where ${sql.join([sql`c.id = s.case_id`, ...conditions], sql` and `)} offset 0) c
    where ${hasWords(words, isFew ? null : narrow)} order by s.case_id desc limit ${limit + 1}`.execute(tx)
  const more = rows.length > limit
  const isAll = (rows[0]?.seen ?? NEAR) < NEAR
  if (!more && !isAll) return null
  return { rows: rows.slice(0, limit), more, total: !more && after === null ? rows.length : null }
}

function nearOfFew(units: readonly string[], conditions: readonly Condition[], after: PageMark | null): Condition {
  return sql`with newest as materialized (
      select w.id from ${seenIds(units, conditions, { after, limit: NEAR, ordered: true })} w order by w.id desc limit ${NEAR}),
    near as (select s.* from newest join cases.search s on s.case_id = newest.id)`
}

function nearOfAll(depth: number, after: PageMark | null): Condition {
  const before = after === null ? sql`` : sql`where case_id < ${after.id}::uuid`
  return sql`with near as (select * from cases.search ${before} order by case_id desc limit ${depth})`
}

/**
 * How many of the newest cases of all have to be looked through for so many with the words, twice as many to be sure; null where the index of
 * words is quicker. By what PostgreSQL reckons from its statistics: nothing is counted.
 */
async function depthOf(tx: Tx, words: readonly string[], units: readonly string[] | null, wanted: number) {
  const reckoned = async (seenBy: readonly string[] | null): Promise<number> => {
    const { rows } = await sql<Record<string, readonly { readonly Plan: { readonly 'Plan Rows': number } }[]>>`
      explain (format json) select from cases.search s where ${hasWords(words, seenBy)}`.execute(tx)
    return Object.values(rows[0] ?? {})[0]?.[0]?.Plan['Plan Rows'] ?? 0
  }
  const [all, having, seen] = await Promise.all([
    sql<{ rows: number }>`select reltuples as rows from pg_class where oid = 'cases.search'::regclass`.execute(tx),
    reckoned(null),
    reckoned(units),
  ])
  const depth = Math.ceil((2 * wanted * Math.max(all.rows[0]?.rows ?? 0, 0)) / Math.max(seen, 1))
  return depth === 0 || depth > 2 * IN_ORDER * having ? null : depth
}

/** The words of a search that is for nothing but words without digits; those with digits are rare. */
function commonWords({ code, numbers, words }: Search): readonly string[] | null {
  const plain = code === null && numbers.length === 0 && words.length > 0
  return plain && !words.some((word) => /\d/.test(word)) ? words : null
}
