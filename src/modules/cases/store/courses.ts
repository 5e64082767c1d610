import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import type { LogAct } from '../domain/course.ts'

/** What a forecast needs of a case besides its log. */
export type CaseInCourse = {
  readonly id: string
  readonly code: string | null
  readonly title: string
  readonly subjectName: string
  readonly procedureCode: string
  readonly procedureName: string
  readonly fieldCode: string
  readonly processVersionId: string
  readonly unitId: string
  readonly competentUnitId: string
  readonly stepId: string | null
  readonly assigneeId: string | null
  readonly receivedAt: Date | null
  readonly dueAt: Date | null
  readonly endedAt: Date | null
  readonly extended: boolean
  readonly termAmount: number
  readonly termUnit: string
  readonly version: number
}

const COLUMNS = sql`c.id, c.code, c.title, c.subject_name, c.procedure_code, c.procedure_name, c.field_code, c.process_version_id, c.unit_id,
  c.competent_unit_id, c.step_id, c.assignee_id, c.received_at, c.due_at, c.ended_at, c.extended, (c.term ->> 'amount')::float as term_amount,
  c.term ->> 'unit' as term_unit, c.version`
const OPEN = sql`c.business in ('submitted', 'received', 'processing', 'supplement', 'payment')`

/** The case, if the row scope reaches it. */
export async function findCaseInCourse(tx: Tx, caseId: string): Promise<CaseInCourse | undefined> {
  const { rows } = await sql<CaseInCourse>`select ${COLUMNS} from cases."case" c where c.id = ${caseId}`.execute(tx)
  return rows[0]
}

/** Open cases in sight that are due between two moments, the first due first. */
export async function listDueBetween(
  tx: Tx,
  { after, until, most }: { after: Date; until: Date; most: number },
): Promise<CaseInCourse[]> {
  const { rows } = await sql<CaseInCourse>`select ${COLUMNS} from cases."case" c
    where ${OPEN} and c.due_order > ${after} and c.due_order <= ${until} order by c.due_order, c.id limit ${most}`.execute(
    tx,
  )
  return rows
}

/** Those of open cases due between two moments that are not extended and have no draft of an apology for this due moment. */
export async function listWithoutDraft(
  tx: Tx,
  window: { after: Date; until: Date; most: number },
): Promise<CaseInCourse[]> {
  const { rows } = await sql<CaseInCourse>`select ${COLUMNS} from cases."case" c
    where ${OPEN} and c.due_order > ${window.after} and c.due_order <= ${window.until} and not c.extended
      and not exists (select from cases.apology_draft d where d.case_id = c.id and d.due_at = c.due_order)
    order by c.due_order, c.id limit ${window.most}`.execute(tx)
  return rows
}

/** The logs of cases, each in order. */
export async function logsOf(tx: Tx, caseIds: readonly string[]): Promise<ReadonlyMap<string, readonly LogAct[]>> {
  const { rows } = await sql<LogAct & { caseId: string }>`
    select case_id, act, at, to_state, to_step, actor_name, details #>> '{assignee,name}' as assignee_name, details ? 'assignee' as assigned
    from cases.act where case_id = any (${[...caseIds]}::uuid[]) order by case_id, number`.execute(tx)
  const told = rows.map((row) => ({
    ...row,
    assigneeName: 'assigned' in row && row.assigned ? row.assigneeName : undefined,
  }))
  return Map.groupBy(told, ({ caseId }) => caseId)
}

export type Ended = CaseInCourse & { readonly endedAt: Date; readonly receivedAt: Date; readonly promisedAt: Date }

/** The last decided cases in sight, with the due moment as it was before an extension: what was promised first. */
export async function listEnded(tx: Tx, { since, most }: { since: Date; most: number }): Promise<Ended[]> {
  const { rows } = await sql<Ended>`select ${COLUMNS}, coalesce(
      (select d.due_before from cases.due_change d where d.case_id = c.id and d.kind = 'extension' limit 1), c.due_at) as promised_at
    from cases."case" c where c.business in ('decided', 'returned') and c.ended_at > ${since} and c.received_at is not null
      and c.due_at is not null order by c.ended_at desc limit ${most}`.execute(tx)
  return rows.toReversed()
}

/** Counts an ended case into the courses of its kind. */
export async function addCourse(
  tx: Tx,
  one: Pick<CaseInCourse, 'procedureCode' | 'fieldCode' | 'competentUnitId'>,
  buckets: ReadonlyMap<string, number>,
): Promise<void> {
  await sql`
    insert into cases.step_course as s (procedure_code, field_code, unit_id, step_id, bucket, cases)
    select ${one.procedureCode}, ${one.fieldCode}, ${one.competentUnitId}::uuid, x.step_id, x.bucket, 1
    from unnest(${[...buckets.keys()]}::text[], ${[...buckets.values()]}::smallint[]) as x (step_id, bucket) order by x.step_id
    on conflict (procedure_code, unit_id, step_id, bucket) do update set cases = s.cases + 1`.execute(tx)
}

export type CourseRow = {
  readonly procedureCode: string
  readonly fieldCode: string
  readonly unitId: string
  readonly stepId: string
  readonly bucket: number
  readonly cases: number
}

/** The courses of procedures by unit and step, and of whole fields from receipt. */
export async function readCourses(
  tx: Tx,
  { procedureCodes, fieldCodes }: { procedureCodes: readonly string[]; fieldCodes: readonly string[] },
): Promise<CourseRow[]> {
  const { rows } = await sql<CourseRow>`
    select procedure_code, field_code, unit_id, step_id, bucket, cases from cases.step_course
      where procedure_code = any (${[...procedureCodes]}::text[])
    union all
    select '' as procedure_code, field_code, null as unit_id, '*' as step_id, bucket, sum(cases)::int from cases.step_course
      where field_code = any (${[...fieldCodes]}::text[]) and step_id = '*' group by field_code, bucket`.execute(tx)
  return rows
}

/** Open cases by the day they are due, of units. */
export async function countDueByDay(
  tx: Tx,
  units: readonly string[],
  until: Date,
): Promise<{ day: string; count: number }[]> {
  const { rows } = await sql<{ day: string; count: number }>`
    select (c.due_order at time zone 'Asia/Ho_Chi_Minh')::date as day, count(*) as count from cases."case" c
    where c.competent_unit_id = any (${[...units]}::uuid[]) and ${OPEN} and c.due_order < ${until} group by 1 order by 1`.execute(
    tx,
  )
  return rows
}

/** Cases that units received, by day. */
export async function countArrivals(
  tx: Tx,
  units: readonly string[],
  since: Date,
): Promise<{ day: string; count: number }[]> {
  const { rows } = await sql<{ day: string; count: number }>`
    select (c.received_at at time zone 'Asia/Ho_Chi_Minh')::date as day, count(*) as count from cases."case" c
    where c.competent_unit_id = any (${[...units]}::uuid[]) and c.received_at >= ${since} group by 1 order by 1`.execute(
    tx,
  )
  return rows
}
