import { type QueryCreator, sql } from 'kysely'
import { json, type Tx } from '#server/db.ts'
import { KEPT } from '#server/statements.ts'
import type { ActRecord } from '../domain/act.ts'
import type { CaseState } from '../domain/case.ts'
import {
  type CaseRow,
  type DueChangeRow,
  type FeeRow,
  on,
  type PaperRow,
  type PartyRow,
  type Tables,
} from './tables.ts'

/** The case, if the row scope of the transaction reaches it. */
export async function findCase(tx: Tx, id: string): Promise<CaseRow | undefined> {
  return on(tx).selectFrom('cases.case').selectAll().where('id', '=', id).modifyEnd(KEPT).executeTakeFirst()
}

/** Those of the cases that are in sight. */
export async function caseIdsInSight(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await on(tx)
    .selectFrom('cases.case')
    .select('id')
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return rows.map(({ id }) => id)
}

/** The case, locked until the transaction ends. */
export async function findCaseForUpdate(tx: Tx, id: string): Promise<CaseRow | undefined> {
  return on(tx).selectFrom('cases.case').selectAll().where('id', '=', id).forUpdate().modifyEnd(KEPT).executeTakeFirst()
}

/** What a new case begins with. */
export type Beginning = {
  readonly act: ActRecord
  readonly parties: readonly PartyRow[]
  readonly papers: readonly PaperRow[]
  readonly fees: readonly FeeRow[]
  readonly due: readonly DueChangeRow[]
}

/** Keeps a new case with its first act and all that hangs on it, in one statement. */
export async function insertCase(tx: Tx, row: CaseRow, { act, parties, papers, fees, due }: Beginning): Promise<void> {
  const filed = { ...row, answers: json(row.answers), term: json(row.term) }
  let all = withRows(on(tx), 'cases.case', [filed])
  all = withRows(all, 'cases.party', parties)
  all = withRows(all, 'cases.paper', papers)
  all = withRows(all, 'cases.fee', fees)
  all = withRows(all, 'cases.dueChange', due)
  await all.insertInto('cases.act').values(stored(act)).modifyEnd(KEPT).execute()
}

/** The rows are written by the statement that follows, together with it; none writes nothing. */
function withRows(before: QueryCreator<Tables>, table: keyof Tables, rows: readonly object[]): QueryCreator<Tables> {
  if (rows.length === 0) return before
  const name = table.replace('.', '_')
  const after = before.with(name, (db) => db.insertInto(table).values(rows as never)) // as the columns hold them
  // What it is called is of no interest to what follows.
  return after as unknown as QueryCreator<Tables>
}

/** Writes an act and what the case has become by it, both or neither. */
export async function updateCase(tx: Tx, id: string, state: CaseState, act: ActRecord): Promise<void> {
  await on(tx)
    .with('acted', (db) => db.insertInto('cases.act').values(stored(act)))
    .updateTable('cases.case')
    .set(state)
    .where('id', '=', id)
    .modifyEnd(KEPT)
    .execute()
}

const stored = (act: ActRecord) => ({ ...act, details: json(act.details) }) as never // as the column holds them

/** What a correction changes of what was filed. */
export async function updateFiled(
  tx: Tx,
  id: string,
  filed: Partial<
    Pick<CaseRow, 'title' | 'subjectName' | 'subjectIdentity' | 'subjectPhone' | 'searchText' | 'answers'>
  >,
): Promise<void> {
  const { answers, ...texts } = filed
  await on(tx)
    .updateTable('cases.case')
    .set({ ...texts, ...(answers && { answers: json(answers) as never }) }) // as the column holds them
    .where('id', '=', id)
    .execute()
}

/** One page of a case's acts, the newest first; `before` is the last number of the page before. */
export async function listActs(
  tx: Tx,
  { caseId, before, limit }: { caseId: string; before?: number | undefined; limit: number },
): Promise<ActRecord[]> {
  let query = on(tx).selectFrom('cases.act').selectAll().where('caseId', '=', caseId)
  if (before !== undefined) query = query.where('number', '<', before)
  return query.orderBy('number', 'desc').limit(limit).execute()
}

/** The last act of a case: who made it what it is now. */
export async function findLastAct(tx: Tx, caseId: string): Promise<ActRecord | undefined> {
  const [last] = await listActs(tx, { caseId, limit: 1 })
  return last
}

/**
 * The next number of a unit on a day that no case from elsewhere bears. The row stays locked until the transaction ends, and goes back with it:
 * numbers have no gaps.
 */
export async function takeNumber(tx: Tx, unitCode: string, day: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`${KEPT}
    insert into cases.counter as c (unit_code, day, last) values (${unitCode}, ${day}, 1)
    on conflict (unit_code, day) do update set last = (
      select min(n) from generate_series(c.last + 1, c.last + 1 + cardinality(c.elsewhere)) n where n <> all (c.elsewhere))
    returning last`.execute(tx)
  return rows[0]?.last ?? 1
}

/** Does it, or nothing of it: what it wrote is gone when it throws, and the transaction goes on. */
export async function alone<T>(tx: Tx, act: () => Promise<T>): Promise<T> {
  await sql`savepoint alone`.execute(tx)
  try {
    const done = await act()
    await sql`release savepoint alone`.execute(tx)
    return done
  } catch (thrown) {
    await sql`rollback to savepoint alone`.execute(tx)
    throw thrown
  }
}

/** Who had the case when it last left a step: the unit, and whom it had been given to there. */
export async function listLastHolder(
  tx: Tx,
  caseId: string,
  stepId: string,
): Promise<{ unitId: string; assignee: { id: string; name: string } | null } | undefined> {
  const { rows } = await sql<{ unitId: string; assignee: { id: string; name: string } | null }>`
    select l.from_unit_id as unit_id, (
      select nullif(a.details -> 'assignee', 'null') from cases.act a
      where a.case_id = l.case_id and a.number < l.number and a.to_step = ${stepId} and a.details ? 'assignee'
      order by a.number desc limit 1) as assignee
    from cases.act l
    where l.case_id = ${caseId} and l.from_step = ${stepId} and l.to_step is distinct from l.from_step
    order by l.number desc limit 1`.execute(tx)
  return rows[0]
}

/** The last step the case left that is none of these, with the unit that held it there. */
export async function findLastWorkingStep(
  tx: Tx,
  caseId: string,
  butNot: readonly string[],
): Promise<{ stepId: string; unitId: string } | null> {
  const row = await on(tx)
    .selectFrom('cases.act')
    .select(['fromStep', 'fromUnitId'])
    .where('caseId', '=', caseId)
    .where('fromStep', 'is not', null)
    .where('fromStep', 'not in', [...butNot, ''])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.fromStep && row.fromUnitId ? { stepId: row.fromStep, unitId: row.fromUnitId } : null
}
