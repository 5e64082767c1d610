import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Kept } from '#kernel/counted.ts'
import type { Tx } from '#server/db.ts'

export type SubjectKind = 'ticket' | 'appointment'
export type Desk = { readonly desk: string | null; readonly deskName: string | null }
type CountedRow = Kept & Desk & { readonly subjectKind: SubjectKind; readonly subjectId: string }

const TABLE = 'appointments.counted'
const on = (tx: Tx) => tx.$extendTables<{ [TABLE]: CountedRow }>()

/** What the thing counts for as it was counted last. */
export const listKept = (tx: Tx, subjectId: string): Promise<Kept[]> =>
  on(tx)
    .selectFrom(TABLE)
    .select(['measure', 'unitId', 'day', 'value', 'factId'])
    .where('subjectId', '=', subjectId)
    .execute()

/** Keeps what the thing counts for now: what was taken back goes, what was added comes. */
export async function keepCounted(
  tx: Tx,
  subjectId: string,
  takenBack: readonly Kept[],
  added: readonly CountedRow[],
): Promise<void> {
  const gone = takenBack.map(({ measure }) => measure)
  if (gone.length > 0)
    await on(tx).deleteFrom(TABLE).where('subjectId', '=', subjectId).where('measure', 'in', gone).execute()
  if (added.length > 0)
    await on(tx)
      .insertInto(TABLE)
      .values([...added])
      .execute()
}

export type Span = {
  readonly from: Day
  readonly to: Day
  readonly unitId?: string | undefined
  /** Empty: no desk. */
  readonly desk?: string | undefined
}
export type SumBy = 'unit' | 'desk' | 'day'
type Sum = Desk & {
  readonly unitId: string | null
  readonly day: Day | null
  readonly measure: string
  readonly value: number
}

const within = ({ from, to, unitId, desk }: Span) => sql`c.day between ${from} and ${to}
  and (${unitId ?? null}::uuid is null or c.unit_id = ${unitId ?? null})
  and (${desk ?? null}::text is null or coalesce(c.desk, '') = ${desk ?? null})`

/** Sums of all measures of the units in scope, apart for each unit, desk or day. */
export async function sumCounted(tx: Tx, span: Span, by: SumBy): Promise<Sum[]> {
  const [unit, desk, day] = [by !== 'day', by === 'desk', by === 'day']
  const { rows } = await sql<Sum>`
    select k.unit_id, k.desk, max(k.desk_name) as desk_name, k.day, k.measure, sum(k.value)::int as value
    from (select case when ${unit} then c.unit_id end as unit_id, case when ${desk} then c.desk end as desk,
        case when ${desk} then c.desk_name end as desk_name, case when ${day} then c.day end as day, c.measure, c.value
      from appointments.counted c where ${within(span)}) k
    group by k.unit_id, k.desk, k.day, k.measure`.execute(tx)
  return rows
}

type Page = { readonly after: string | undefined; readonly limit: number }
type Listed = Desk & {
  readonly subjectKind: SubjectKind
  readonly subjectId: string
  readonly unitId: string
  readonly day: Day
  readonly value: number
  readonly line: string | null
  readonly number: number | null
  readonly code: string | null
}

/** One page of what a sum is made of, the newest day first. */
export async function listCounted(
  tx: Tx,
  span: Span & { readonly measure: string },
  { after, limit }: Page,
): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    select c.subject_kind, c.subject_id, c.unit_id, c.day, c.value, c.desk, c.desk_name, t.line, t.number, a.code
    from appointments.counted c
      left join appointments.ticket t on c.subject_kind = 'ticket' and t.id = c.subject_id
      left join appointments.appointment a on c.subject_kind = 'appointment' and a.id = c.subject_id
    where ${within(span)} and c.measure = ${span.measure}
      and (${after ?? null}::uuid is null or (c.day, c.subject_id) < (
        select b.day, b.subject_id from appointments.counted b where b.subject_id = ${after ?? null} and b.measure = ${span.measure}))
    order by c.day desc, c.subject_id desc limit ${limit}`.execute(tx)
  return rows
}

/** How many, and what they add up to. */
export async function sumOf(
  tx: Tx,
  span: Span & { readonly measure: string },
): Promise<{ count: number; sum: number }> {
  const { rows } = await sql<{ count: number; sum: number }>`
    select count(*)::int as count, coalesce(sum(c.value), 0)::int as sum
    from appointments.counted c where ${within(span)} and c.measure = ${span.measure}`.execute(tx)
  return rows[0] ?? { count: 0, sum: 0 }
}
