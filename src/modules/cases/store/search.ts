import { type RawBuilder, sql } from 'kysely'
import { isEmptySearch, type Search } from '../domain/search.ts'

/**
 * Whether the case `c` is found: by its whole code, by whole numbers of its parties, and by all of the words. `units` (null: everywhere)
 * are those of whose cases the index of words is read; whether a case may be seen is decided elsewhere too.
 */
export function foundBy(search: Search, units: readonly string[] | null): RawBuilder<unknown> {
  if (isEmptySearch(search)) return sql`false`
  const { code, numbers, words } = search
  const conditions = [
    ...(code === null ? [] : [sql`c.code = ${code}`]),
    ...numbers.map(
      (number) => sql`c.id in (
        select p.case_id from cases.party p where p.identity_number = ${number}
        union select p.case_id from cases.party p where p.phone = ${number}
        union select p.case_id from cases.party p where p.tax_code = ${number})`,
    ),
    ...(words.length === 0
      ? []
      : [sql`c.id in (select s.case_id from cases.search s where ${hasWords(words, units)})`]),
  ]
  return sql.join(conditions, sql` and `)
}

/** Whether the row `s` of the index of words has all of the words and is seen by one of the units (null: everywhere). */
export function hasWords(words: readonly string[], units: readonly string[] | null): RawBuilder<unknown> {
  const keys = sql`array[${sql.join(words.map((word) => sql`cases.word_key(${word})`))}]`
  return units === null ? sql`s.words @> ${keys}` : sql`s.words @> ${keys} and s.units && ${[...units]}::uuid[]`
}
