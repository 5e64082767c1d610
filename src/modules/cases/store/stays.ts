import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import { KEPT } from '#server/statements.ts'
import type { Followed } from '../domain/form-ii-06.ts'
import { type Listing, listing, type Page } from './counted-cases.ts'
import { type Span, spanRows } from './spans.ts'

/** What a stay follows from. */
export const STAY_MEASURES: readonly string[] = [
  'cases_received',
  'cases_finished_early',
  'cases_finished_on_time',
  'cases_finished_late',
]

/** Keeps from when to when a case was there, by what it counts for now. */
export async function keepStay(tx: Tx, caseId: string): Promise<void> {
  await sql`${KEPT}
    merge into cases.stay s
    using (
      select i.id as case_id, r.unit_id, r.day as received_day, f.day as finished_day,
        substr(f.measure, length('cases_finished_') + 1) as ending
      from (select ${caseId}::uuid as id) i
      left join cases.counted r on r.case_id = i.id and r.measure = 'cases_received'
      left join cases.counted f on f.case_id = i.id and f.measure <> 'cases_received' and f.measure = any (${[...STAY_MEASURES]}::text[])
    ) n on s.case_id = n.case_id
    when matched and n.unit_id is null then delete
    when matched then update set unit_id = n.unit_id, received_day = n.received_day, finished_day = n.finished_day, ending = n.ending
    when not matched and n.unit_id is not null then
      insert (case_id, unit_id, received_day, finished_day, ending)
      values (n.case_id, n.unit_id, n.received_day, n.finished_day, n.ending)`.execute(tx)
}

export type Window = {
  readonly from: Day
  readonly to: Day /** Up to when the open ones are judged. */
  readonly moment: Date
}
export type Progress = Followed & { readonly row: number; readonly fieldCode: string | null }

/**
 * The received cases of the spans that were not finished before the window, each with how it ended in the window and, if it did not, whether
 * it was late at the moment: by the due moment as it was known then. Waiting for papers asked for more than once is late (766, rule 2.1).
 * Each part has its index: received in the window; from before, finished since it began (`+ 0` keeps that of receipts away, which would read
 * everything ever received); from before, not finished.
 */
const followed = (spans: readonly Span[], { from, to, moment }: Window) => sql`
  select s.row, k.case_id, k.received_day, k.unit_id, k.finished_day, k.ending,
    case when k.finished_day is not null and k.finished_day <= ${to} then null else (
      select case when h.due_after is not null then h.due_after < ${moment} else (
          select count(*) > 1 and bool_or(w.to_at is null or w.to_at > ${moment}) from cases.wait_history w
          where w.case_id = k.case_id and w.kind = 'supplement' and w.from_at <= ${moment}) end
      from (
        (select due_after, at, id from cases.due_history where case_id = k.case_id and at <= ${moment} order by at desc, id desc limit 1)
        union all
        (select c.due_at, '-infinity', k.case_id from cases.counted_case c where c.id = k.case_id)) h
      order by h.at desc limit 1) end as is_late
  from ${spanRows(spans)}
  cross join lateral (
    select * from cases.stay where unit_id = s.unit_id
      and received_day between greatest(s.from_day, ${from}) and least(s.to_day, ${to}) and (finished_day is null or finished_day >= ${from})
    union all
    select * from cases.stay where unit_id = s.unit_id
      and finished_day >= ${from} and received_day + 0 between s.from_day and least(s.to_day, ${from}::date - 1)
    union all
    select * from cases.stay where unit_id = s.unit_id
      and finished_day is null and received_day >= s.from_day and received_day <= s.to_day and received_day < ${from}) k`

/** What of the followed cases each count takes; `costly` is what rule 2.1 holds against the unit, `inTime` all else. */
export type Follow = keyof Followed | 'costly' | 'inTime'

/** Over `d` (followed) and `c` (the case): the count and the list of its cases share the condition, so they cannot disagree. */
function conditionsOf({ from, to }: Window): Record<Follow, RawBuilder<unknown>> {
  const finished = sql`(d.finished_day is not null and d.finished_day <= ${to})`
  const open = sql`(d.finished_day is null or d.finished_day > ${to})`
  const late = sql`(${finished} and d.ending = 'late')`
  const openLate = sql`(${open} and d.is_late is true)`
  return {
    all: sql`true`,
    online: sql`(d.received_day >= ${from} and c.channel = 'online')`,
    direct: sql`(d.received_day >= ${from} and c.channel <> 'online')`,
    carried: sql`(d.received_day < ${from})`,
    finished,
    early: sql`(${finished} and d.ending = 'early')`,
    onTime: sql`(${finished} and d.ending = 'on_time')`,
    late,
    open,
    openInTime: sql`(${open} and d.is_late is not true)`,
    openLate,
    costly: sql`(${late} or ${openLate})`,
    inTime: sql`(not (${late} or ${openLate}))`,
  }
}

const COUNTED: readonly (keyof Followed)[] = [
  'all',
  'online',
  'direct',
  'carried',
  'finished',
  'early',
  'onTime',
  'late',
  'open',
  'openInTime',
  'openLate',
]

/** What was there, what was finished and what is open, by row; by field too when asked. Each case counts where it was received. */
export async function progressOf(
  tx: Tx,
  { spans, window, byField }: { spans: readonly Span[]; window: Window; byField: boolean },
): Promise<Progress[]> {
  const conditions = conditionsOf(window)
  const field = byField ? sql`c.field_code` : sql`null::text`
  const counts = COUNTED.map((key) => sql`count(*) filter (where ${conditions[key]}) as ${sql.id(key)}`)
  const { rows } = await sql<Progress>`
    select d.row, ${field} as field_code, ${sql.join(counts)}
    from (${followed(spans, window)}) d join cases.counted_case c on c.id = d.case_id
    group by d.row, ${field}`.execute(tx)
  return rows
}

/** The cases that one of the counts is made of; of one field if one is named. */
export async function listFollowed(
  tx: Tx,
  asked: { follow: Follow; fieldCode?: string | undefined; spans: readonly Span[]; window: Window },
  page: Page,
): Promise<Listing> {
  const inField = asked.fieldCode === undefined ? sql`true` : sql`c.field_code = ${asked.fieldCode}`
  return listing(
    tx,
    sql`select d.case_id, d.received_day as day, 1 as value, d.unit_id
      from (${followed(asked.spans, asked.window)}) d join cases.counted_case c on c.id = d.case_id
      where ${conditionsOf(asked.window)[asked.follow]} and ${inField}`,
    page,
  )
}
