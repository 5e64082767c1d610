import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import { SUMMARY_COLUMNS, type SummaryRow } from './summary-row.ts'

export type PersonKey = { readonly by: 'identityNumber' | 'taxCode' | 'phone'; readonly value: string }

const COLUMNS = { identityNumber: sql`p.identity_number`, taxCode: sql`p.tax_code`, phone: sql`p.phone` }

/** One page of the cases in which someone has a part, as far as the running request may see them; the newest first. */
export async function listCasesOfPerson(
  tx: Tx,
  { by, value }: PersonKey,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<SummaryRow[]> {
  const { rows } = await sql<SummaryRow>`
    select ${SUMMARY_COLUMNS} from cases."case" c
    where c.id in (select p.case_id from cases.party p where ${COLUMNS[by]} = ${value})
      and c.business <> 'draft' and ${after === null ? sql`true` : sql`c.id < ${after}::uuid`}
    order by c.id desc limit ${limit}`.execute(tx)
  return rows
}
