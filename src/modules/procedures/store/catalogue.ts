import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import { fold } from '#kernel/text.ts'
import type { Tx } from '#server/db.ts'
import type { Applicant, COMPETENT_LEVELS, OnlineLevel } from '../domain/content.ts'
import { HEAD, on, type VersionHead } from './tables.ts'

export type Filter = {
  readonly search: string
  readonly fieldCode?: string | undefined
  readonly level?: (typeof COMPETENT_LEVELS)[number] | undefined
  readonly onlineLevel?: OnlineLevel | undefined
  readonly applicant?: Applicant | undefined
  readonly day: Day
  readonly show: 'in-force' | 'drafts'
}

export type ListedRow = VersionHead & {
  readonly code: string
  readonly fieldNameVi: string
  readonly fieldNameEn: string
  readonly levels: (typeof COMPETENT_LEVELS)[number][]
  readonly applicants: Applicant[]
  readonly hasDraft: boolean
}

const MOST_WORDS = 12

/** Versions in force on the day, or drafts, that the filter lets through. */
function matching(tx: Tx, { search, fieldCode, level, onlineLevel, applicant, day, show }: Filter) {
  const words = fold(search).split(' ').filter(Boolean).slice(0, MOST_WORDS)
  const found = on(tx)
    .selectFrom('procedures.version as version')
    .innerJoin('procedures.procedure as procedure', 'procedure.id', 'version.procedureId')
    .innerJoin('procedures.field as field', 'field.code', 'version.fieldCode')
    .where('version.state', '=', show === 'drafts' ? 'draft' : 'published')
    .$if(show === 'in-force', (query) =>
      query
        .where('version.validFrom', '<=', day)
        .where((where) => where.or([where('version.validTo', 'is', null), where('version.validTo', '>', day)])),
    )
    .$if(fieldCode !== undefined, (query) => query.where('version.fieldCode', '=', fieldCode ?? ''))
    .$if(onlineLevel !== undefined, (query) => query.where('version.onlineLevel', '=', onlineLevel ?? 'none'))
    .$if(level !== undefined, (query) =>
      query.where(sql<boolean>`version.content -> 'levels' @> to_jsonb(${level ?? ''}::text)`),
    )
    .$if(applicant !== undefined, (query) =>
      query.where(sql<boolean>`version.content -> 'applicants' @> to_jsonb(${applicant ?? ''}::text)`),
    )
  return words.reduce(
    (query, word) =>
      query.where(sql<boolean>`position(${word} in version.search_text || ' ' || field.search_text) > 0`),
    found,
  )
}

/** How many there are in all. */
export async function countProcedures(tx: Tx, filter: Filter): Promise<number> {
  const row = await matching(tx, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** A page by code, after a code. */
export async function listPage(
  tx: Tx,
  filter: Filter,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<ListedRow[]> {
  return matching(tx, filter)
    .$if(after !== undefined, (query) => query.where('procedure.code', '>', after ?? ''))
    .select([
      ...HEAD,
      'procedure.code',
      'field.nameVi as fieldNameVi',
      'field.nameEn as fieldNameEn',
      sql<ListedRow['levels']>`version.content -> 'levels'`.as('levels'),
      sql<ListedRow['applicants']>`version.content -> 'applicants'`.as('applicants'),
      sql<boolean>`exists (
        select from procedures.version draft where draft.procedure_id = version.procedure_id and draft.state = 'draft')`.as(
        'hasDraft',
      ),
    ])
    .orderBy('procedure.code')
    .limit(limit)
    .execute()
}

/** How many procedures of each field are in force on the day. */
export async function countByField(tx: Tx, day: Day): Promise<ReadonlyMap<string, number>> {
  const rows = await on(tx)
    .selectFrom('procedures.version')
    .select(({ fn }) => ['fieldCode', fn.countAll<number>().as('count')])
    .where('state', '=', 'published')
    .where('validFrom', '<=', day)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>', day)]))
    .groupBy('fieldCode')
    .execute()
  return new Map(rows.map(({ fieldCode, count }) => [fieldCode, Number(count)]))
}

/** Contents in force on the day, after a code: whoever reads all of them does it in pages. */
export async function listContents(
  tx: Tx,
  day: Day,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<{ id: string; procedureId: string; code: string; content: unknown }[]> {
  return on(tx)
    .selectFrom('procedures.version as version')
    .innerJoin('procedures.procedure as procedure', 'procedure.id', 'version.procedureId')
    .select(['version.id', 'version.procedureId', 'procedure.code', 'version.content'])
    .where('version.state', '=', 'published')
    .where('version.validFrom', '<=', day)
    .where((where) => where.or([where('version.validTo', 'is', null), where('version.validTo', '>', day)]))
    .where('procedure.code', '>', after)
    .orderBy('procedure.code')
    .limit(limit)
    .execute()
}

/** A value that changes whenever what is published does. */
export async function catalogueStamp(tx: Tx): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select count(*) || ' ' || coalesce(max(changed_at)::text, '') || ' ' || (select count(*) || coalesce(md5(string_agg(name_vi, '' order by code)), '')
      from procedures.field) as stamp from procedures.version where state <> 'draft'`.execute(tx)
  return rows[0]?.stamp ?? ''
}
