import { sql } from 'kysely'
import { fold } from '#kernel/text.ts'
import type { Tx } from '#server/db.ts'
import type { Scope } from '#server/operation.ts'
import type { Block, ReportDocument } from '../domain/document.ts'
import type { Finding } from '../domain/finding.ts'
import { type FindingTable, on, type Source } from './tables.ts'

const HEAD = [
  'audit.id',
  'audit.seriesId',
  'audit.version',
  'audit.unitId',
  'audit.unitName',
  'audit.title',
  'audit.fileName',
  'audit.format',
  'audit.periodKey',
  'audit.sha256',
  'audit.blockCount',
  'audit.demonstration',
  'audit.runId',
  'audit.runAt',
  'audit.runByName',
  'audit.checked',
  'series.source',
  'series.reportId',
] as const

const heads = (tx: Tx) =>
  on(tx)
    .selectFrom('auditor.audit as audit')
    .innerJoin('auditor.series as series', 'series.id', 'audit.seriesId')
    .select(HEAD)
    .select(({ selectFrom, not, exists }) =>
      not(
        exists(
          selectFrom('auditor.audit as later')
            .select('later.id')
            .whereRef('later.seriesId', '=', 'audit.seriesId')
            .whereRef('later.version', '>', 'audit.version'),
        ),
      ).as('latest'),
    )

/** An audit without its document. */
export type AuditHead = NonNullable<Awaited<ReturnType<typeof findAudit>>>

/** The audit, if the row scope of the transaction reaches its unit. */
export async function findAudit(tx: Tx, id: string) {
  return heads(tx).where('audit.id', '=', id).executeTakeFirst()
}

/** The audit of the same content: in the series, or in any series of the unit's files. */
export async function findSameContent(
  tx: Tx,
  { unitId, seriesId, sha256 }: { unitId: string; seriesId: string | undefined; sha256: string },
): Promise<AuditHead | undefined> {
  const same = heads(tx).where('audit.unitId', '=', unitId).where('audit.sha256', '=', sha256)
  const wanted =
    seriesId === undefined ? same.where('series.source', '=', 'file') : same.where('seriesId', '=', seriesId)
  return wanted.orderBy('audit.id', 'desc').executeTakeFirst()
}

/** The newest version in the series, or the one just before a version. */
export async function findVersionBefore(tx: Tx, seriesId: string, version?: number): Promise<AuditHead | undefined> {
  const all = heads(tx).where('audit.seriesId', '=', seriesId)
  return (version === undefined ? all : all.where('audit.version', '<', version))
    .orderBy('audit.version', 'desc')
    .executeTakeFirst()
}

/** The newest version of each report of the unit that names its period; at most `limit`, the newest first. */
export async function listPeriodicReports(tx: Tx, unitId: string, limit: number): Promise<AuditHead[]> {
  return heads(tx)
    .distinctOn('audit.seriesId')
    .where('audit.unitId', '=', unitId)
    .where('audit.periodKey', 'is not', null)
    .orderBy('audit.seriesId', 'desc')
    .orderBy('audit.version', 'desc')
    .limit(limit)
    .execute()
}

/** The audit of the series that was run last. */
export async function findNewestRun(tx: Tx, seriesId: string): Promise<AuditHead | undefined> {
  return heads(tx).where('audit.seriesId', '=', seriesId).orderBy('audit.runId', 'desc').executeTakeFirst()
}

type ListOptions = {
  /** Which units: row security holds to it; named so that nobody lists without one. */
  readonly scope: Scope
  readonly search?: string | undefined
  readonly unitId?: string | undefined
  readonly seriesId?: string | undefined
  readonly source?: Source | undefined
  readonly latest: boolean
  readonly after?: string | undefined
  readonly limit: number
}

/** One page of the audits of the units in scope, newest first; `after` is the last id of the page before. */
export async function listAuditsInScope(tx: Tx, options: ListOptions): Promise<AuditHead[]> {
  const { search, unitId, seriesId, source, latest, after, limit } = options
  let query = heads(tx)
  if (search) query = query.where('audit.searchText', 'like', `%${fold(search).replace(/[%_\\]/g, '\\$&')}%`)
  if (unitId) query = query.where('audit.unitId', '=', unitId)
  if (seriesId) query = query.where('audit.seriesId', '=', seriesId)
  if (source) query = query.where('series.source', '=', source)
  if (after) query = query.where('audit.id', '<', after)
  if (latest)
    query = query.where(({ selectFrom, eb }) =>
      eb(
        'audit.version',
        '=',
        selectFrom('auditor.audit as newest')
          .select(({ fn }) => fn.max('newest.version').as('version'))
          .whereRef('newest.seriesId', '=', 'audit.seriesId'),
      ),
    )
  return query.orderBy('audit.id', 'desc').limit(limit).execute()
}

export type FindingKeys = Pick<FindingTable, 'runId' | 'rule' | 'severity' | 'key' | 'placeKey'>

/** What the runs found, without the words: for counting. */
export async function listFindingKeys(tx: Tx, runIds: readonly string[]): Promise<FindingKeys[]> {
  if (runIds.length === 0) return []
  return on(tx)
    .selectFrom('auditor.finding')
    .select(['runId', 'rule', 'severity', 'key', 'placeKey'])
    .where('runId', 'in', runIds)
    .orderBy('position')
    .execute()
}

/** What a run found, gravest first. */
export async function listRunFindings(tx: Tx, runId: string): Promise<Finding[]> {
  const rows = await on(tx)
    .selectFrom('auditor.finding')
    .select('body')
    .where('runId', '=', runId)
    .orderBy('position')
    .execute()
  return rows.map(({ body }) => body)
}

/** The document of an audit. */
export async function loadDocument(tx: Tx, auditId: string): Promise<ReportDocument> {
  const { document } = await on(tx)
    .selectFrom('auditor.audit')
    .select('document')
    .where('id', '=', auditId)
    .executeTakeFirstOrThrow()
  return document
}

/** A stretch of the document's blocks, cut in the database. */
export async function loadBlocks(tx: Tx, auditId: string, from: number, limit: number): Promise<readonly Block[]> {
  const { rows } = await sql<{ blocks: readonly Block[] }>`
    select coalesce(jsonb_agg(block order by place), '[]') as blocks
    from auditor.audit, jsonb_array_elements(document -> 'blocks') with ordinality as each (block, place)
    where id = ${auditId} and place > ${from} and place <= ${from + limit}`.execute(tx)
  return rows[0]?.blocks ?? []
}

export type Heading = { readonly block: number; readonly level: number; readonly text: string }

/** The headings of the document and where they stand. */
export async function loadOutline(tx: Tx, auditId: string, most: number): Promise<Heading[]> {
  const { rows } = await sql<Heading>`
    select (place - 1)::int as block, (block ->> 'heading')::int as level, left(block ->> 'text', 300) as text
    from auditor.audit, jsonb_array_elements(document -> 'blocks') with ordinality as each (block, place)
    where id = ${auditId} and block ? 'heading' order by place limit ${most}`.execute(tx)
  return rows
}
