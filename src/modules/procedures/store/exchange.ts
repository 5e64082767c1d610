import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import { on } from './tables.ts'

/** What is there of a procedure before an import. */
export type Known = {
  readonly id: string
  readonly code: string
  readonly hasDraft: boolean
  readonly hasProcessDraft: boolean
  /** What its newest version says, and its published process for everywhere. */
  readonly content: unknown
  readonly process: unknown
}

/** The procedures with these codes, locked until the transaction ends. */
export async function findKnown(tx: Tx, codes: readonly string[]): Promise<Known[]> {
  if (codes.length === 0) return []
  return on(tx)
    .selectFrom('procedures.procedure as procedure')
    .select([
      'procedure.id',
      'procedure.code',
      sql<boolean>`exists (
        select from procedures.version v where v.procedure_id = procedure.id and v.state = 'draft')`.as('hasDraft'),
      sql<boolean>`exists (
        select from procedures.process_version p
        where p.procedure_id = procedure.id and p.unit_id is null and p.state = 'draft')`.as('hasProcessDraft'),
      sql<unknown>`(
        select v.content from procedures.version v where v.procedure_id = procedure.id order by v.number desc limit 1)`.as(
        'content',
      ),
      sql<unknown>`(
        select p.process from procedures.process_version p
        where p.procedure_id = procedure.id and p.unit_id is null and p.state = 'published')`.as('process'),
    ])
    .where('procedure.code', 'in', [...codes])
    .orderBy('procedure.code')
    .forUpdate()
    .execute()
}

/** The codes of all fields. */
export async function fieldCodes(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await on(tx).selectFrom('procedures.field').select('code').execute()
  return new Set(rows.map(({ code }) => code))
}
