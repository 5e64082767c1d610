import type { Insertable, Selectable } from 'kysely'
import { fold } from '#kernel/text.ts'
import { json, type Tx } from '#server/db.ts'
import type { Scope } from '#server/operation.ts'
import type { ReportStatus } from '../domain/lifecycle.ts'
import { type CommentTable, on, type ReportTable, type StepTable, type WordingTable } from './tables.ts'

/** A report without its figures. */
export type ReportHead = Omit<ReportTable, 'filling' | 'searchText'>

const HEAD = [
  'id',
  'templateId',
  'templateVersion',
  'unitId',
  'unitName',
  'periodKey',
  'structureDay',
  'title',
  'status',
  'revision',
  'filledAt',
  'missingCount',
  'number',
  'numberText',
  'issuedOn',
  'createdBy',
  'createdByName',
  'createdAt',
] as const

/** The report, if the row scope of the transaction reaches its unit. */
export async function findReport(tx: Tx, id: string): Promise<ReportTable | undefined> {
  return on(tx).selectFrom('reports.report').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The report, locked until the transaction ends. */
export async function findReportForUpdate(tx: Tx, id: string): Promise<ReportTable | undefined> {
  return on(tx).selectFrom('reports.report').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

type ListOptions = {
  /** Which units: row security holds to it; named so that nobody lists without one. */
  readonly scope: Scope
  readonly status?: ReportStatus | undefined
  readonly unitId?: string | undefined
  readonly templateId?: string | undefined
  readonly search?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** One page of the reports of the units in scope, newest first; `after` is the last id of the page before. */
export async function listReportsInScope(tx: Tx, options: ListOptions): Promise<ReportHead[]> {
  const { status, unitId, templateId, search, after, limit } = options
  let query = on(tx).selectFrom('reports.report').select(HEAD)
  if (status) query = query.where('status', '=', status)
  if (unitId) query = query.where('unitId', '=', unitId)
  if (templateId) query = query.where('templateId', '=', templateId)
  if (search) query = query.where('searchText', 'like', `%${fold(search).replace(/[%_\\]/g, '\\$&')}%`)
  if (after) query = query.where('id', '<', after)
  return query.orderBy('id', 'desc').limit(limit).execute()
}

/** Keeps a new report. */
export async function insertReport(tx: Tx, report: ReportTable): Promise<void> {
  await on(tx)
    .insertInto('reports.report')
    .values({ ...report, filling: json(report.filling) })
    .execute()
}

/** Writes what a step or a refill changed. */
export async function updateReport(tx: Tx, report: ReportTable): Promise<void> {
  const { id, filling, searchText, status, revision, filledAt, missingCount, number, numberText, issuedOn } = report
  await on(tx)
    .updateTable('reports.report')
    .set({ filling: json(filling), searchText, status, revision, filledAt, missingCount, number, numberText, issuedOn })
    .where('id', '=', id)
    .execute()
}

/** Writes what only the status changed, leaving the figures as they are. */
export async function updateReportHead(
  tx: Tx,
  { id, status, revision, missingCount }: Pick<ReportTable, 'id' | 'status' | 'revision' | 'missingCount'>,
): Promise<void> {
  await on(tx).updateTable('reports.report').set({ status, revision, missingCount }).where('id', '=', id).execute()
}

/** Everything written by hand into a report. */
export async function listWording(tx: Tx, reportId: string): Promise<WordingTable[]> {
  return on(tx).selectFrom('reports.wording').selectAll().where('reportId', '=', reportId).orderBy('key').execute()
}

/** Writes one text; the caller has compared versions under the report's lock. */
export async function saveWording(tx: Tx, row: WordingTable): Promise<void> {
  const { text, version, editedByName, editedAt } = row
  await on(tx)
    .insertInto('reports.wording')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['reportId', 'key']).doUpdateSet({ text, version, editedByName, editedAt }),
    )
    .execute()
}

/** The comments on a report, oldest first. */
export async function listComments(tx: Tx, reportId: string): Promise<CommentTable[]> {
  return on(tx).selectFrom('reports.comment').selectAll().where('reportId', '=', reportId).orderBy('id').execute()
}

/** Keeps a comment. */
export async function insertComment(tx: Tx, row: CommentTable): Promise<void> {
  await on(tx).insertInto('reports.comment').values(row).execute()
}

/** Marks a comment dealt with; the first one to do so stays. */
export async function markResolved(
  tx: Tx,
  { id, reportId, at, byName }: { id: string; reportId: string; at: Date; byName: string },
): Promise<CommentTable | undefined> {
  await on(tx)
    .updateTable('reports.comment')
    .set({ resolvedAt: at, resolvedByName: byName })
    .where('id', '=', id)
    .where('reportId', '=', reportId)
    .where('resolvedAt', 'is', null)
    .execute()
  return on(tx)
    .selectFrom('reports.comment')
    .selectAll()
    .where('id', '=', id)
    .where('reportId', '=', reportId)
    .executeTakeFirst()
}

/** The way of a report so far. */
export async function listSteps(tx: Tx, reportId: string): Promise<Selectable<StepTable>[]> {
  return on(tx).selectFrom('reports.step').selectAll().where('reportId', '=', reportId).orderBy('id').execute()
}

/** Adds a step to a report's way. */
export async function insertStep(tx: Tx, row: Insertable<StepTable>): Promise<void> {
  await on(tx).insertInto('reports.step').values(row).execute()
}
