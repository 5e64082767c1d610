import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import { type Listing, listing, type Page } from './counted-cases.ts'
import { type Span, spanRows } from './spans.ts'
import type { Window } from './stays.ts'

export type Discontent = 'complaint' | 'rating'

/** Keeps that somebody is not content with how a case was handled, from the first time on; `at` null: it was taken back. */
export async function keepDiscontent(tx: Tx, caseId: string, why: Discontent, at: Date | null): Promise<void> {
  if (at === null) await sql`delete from cases.discontent where case_id = ${caseId} and why = ${why}`.execute(tx)
  else
    await sql`insert into cases.discontent (case_id, why, at) values (${caseId}, ${why}, ${at})
      on conflict (case_id, why) do nothing`.execute(tx)
}

/** Whether anything of the kind is kept: a module that came later tells of what was before, once. */
export async function isAnyDiscontent(tx: Tx, why: Discontent): Promise<boolean> {
  const { rows } = await sql`select from cases.discontent where why = ${why} limit 1`.execute(tx)
  return rows.length > 0
}

/**
 * The cases of the spans that were finished in the window, and what each is to 5.4: 1 where nothing is held against it, less one where it was late,
 * less one where somebody was not content by the end.
 */
const finished = (spans: readonly Span[], { from, to, moment }: Window) => sql`
  select k.case_id, k.received_day as day, k.unit_id, (k.ending = 'late')::int as late,
    (exists (select from cases.discontent x where x.case_id = k.case_id and x.at <= ${moment}))::int as displeased
  from ${spanRows(spans)}
  join cases.stay k on k.unit_id = s.unit_id and k.finished_day between ${from} and ${to}
    and k.received_day between s.from_day and s.to_day`

/** What 5.4 counts. */
export async function contentCounts(tx: Tx, spans: readonly Span[], window: Window) {
  const { rows } = await sql<{ finished: number; late: number; displeased: number }>`
    select count(*)::integer as finished, coalesce(sum(late), 0)::integer as late, coalesce(sum(displeased), 0)::integer as displeased
    from (${finished(spans, window)}) f`.execute(tx)
  return rows[0] ?? { finished: 0, late: 0, displeased: 0 }
}

const WORTH = {
  denominator: sql`1`,
  numerator: sql`1 - f.late - f.displeased`,
  lost: sql`f.late + f.displeased`,
} as const

/** The cases of one of its counts with what each adds to it: one that was late and displeased costs twice. */
export const listContent = (
  tx: Tx,
  part: keyof typeof WORTH,
  { spans, window }: { readonly spans: readonly Span[]; readonly window: Window },
  page: Page,
): Promise<Listing> =>
  listing(
    tx,
    sql`select f.case_id, f.day, ${WORTH[part]} as value, f.unit_id from (${finished(spans, window)}) f where ${WORTH[part]} <> 0`,
    page,
  )
