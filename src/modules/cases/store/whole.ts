import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import { KEPT } from '#server/statements.ts'
import type { ActRecord } from '../domain/act.ts'
import type { FeeRow, OpinionRow, PaperRow, PartyRow, ResultRow } from './tables.ts'

/** How many acts a case shows at once; the rest is paged. */
export const SHOWN_ACTS = 200

export type PaperWithFile = PaperRow & {
  readonly file: {
    readonly mediaType: string
    readonly state: 'clean' | 'infected' | 'unchecked' | 'refused'
    readonly warnings: readonly string[]
  } | null
}
export type Parts = {
  readonly parties: readonly PartyRow[]
  readonly papers: readonly PaperWithFile[]
  readonly fees: readonly FeeRow[]
  readonly results: readonly ResultRow[]
  readonly opinions: readonly OpinionRow[]
  /** The last ones, the oldest first. */
  readonly acts: readonly ActRecord[]
  /** National code of the state, by the mapping in force. */
  readonly nationalCode: number | null
  /** It came with answers to an electronic form. */
  readonly hasForm: boolean
}

type Json = Readonly<Record<string, unknown>>
type Read = { readonly [Part in keyof Omit<Parts, 'nationalCode' | 'hasForm'>]: readonly Json[] } & Pick<
  Parts,
  'nationalCode' | 'hasForm'
>

/** Everything that hangs on a case, in one query whatever its number. */
export async function readParts(tx: Tx, caseId: string, day: string): Promise<Parts> {
  const { rows } = await sql<Read>`${KEPT}
    select
      (select coalesce(jsonb_agg(to_jsonb(p) order by p.role desc), '[]') from cases.party p where p.case_id = c.id) as parties,
      (select coalesce(jsonb_agg(to_jsonb(p) || jsonb_build_object('file', case when f.file_id is null then null else
          jsonb_build_object('mediaType', f.media_type, 'state', f.state, 'warnings', f.warnings) end) order by p.added_at, p.id), '[]')
        from cases.paper p left join cases.file_check f on f.file_id = p.file_id
        where p.case_id = c.id and p.removed_at is null) as papers,
      (select coalesce(jsonb_agg(to_jsonb(f) order by f.code), '[]') from cases.fee f where f.case_id = c.id) as fees,
      (select coalesce(jsonb_agg(to_jsonb(r) order by r.id), '[]') from cases.result r
        where r.case_id = c.id and r.revoked_at is null) as results,
      (select coalesce(jsonb_agg(to_jsonb(o) order by o.asked_at, o.id), '[]') from cases.opinion o where o.case_id = c.id) as opinions,
      (select coalesce(jsonb_agg(to_jsonb(a) order by a.number), '[]') from cases.act a
        where a.case_id = c.id and a.number > c.version - ${SHOWN_ACTS}) as acts,
      (select n.code from cases.national_state n where n.business = c.business and n.valid_from <= ${day}
        and (n.valid_to is null or ${day} < n.valid_to)) as national_code,
      exists (select from cases.filled_form f where f.case_id = c.id) as has_form
    from cases."case" c where c.id = ${caseId}`.execute(tx)
  const [read] = rows
  if (!read) throw new Error('The case is not there.')
  return {
    parties: typed<PartyRow>(read.parties),
    papers: typed<PaperWithFile>(read.papers),
    fees: typed<FeeRow>(read.fees),
    results: typed<ResultRow>(read.results),
    opinions: typed<OpinionRow>(read.opinions),
    acts: typed<ActRecord>(read.acts),
    nationalCode: read.nationalCode,
    hasForm: read.hasForm,
  }
}

/** Rows that came as JSON, as they would have come as rows: names in camel case, what is called `…_at` an instant. */
function typed<T>(rows: readonly Json[]): readonly T[] {
  // The tables say which columns there are.
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => entry(name, value))) as T)
}

function entry(name: string, value: unknown): [string, unknown] {
  const key = name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return [key, (name === 'at' || name.endsWith('_at')) && typeof value === 'string' ? new Date(value) : value]
}
