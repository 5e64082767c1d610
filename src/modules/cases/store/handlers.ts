import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'

/** The officials who acted on a case, wrote to its citizen, answered for it or have it now. */
export async function whoHandled(tx: Tx, caseId: string): Promise<{ accountId: string; name: string }[]> {
  const { rows } = await sql<{ accountId: string; name: string }>`
    select distinct on (account_id) account_id, name from (
      select a.actor_id as account_id, a.actor_name as name from cases.act a where a.case_id = ${caseId}::uuid
      union all
      select l.written_by, l.written_by_name from cases.letter l where l.case_id = ${caseId}::uuid and l.side = 'office'
      union all
      select c.assignee_id, coalesce(c.assignee_name, '') from cases."case" c where c.id = ${caseId}::uuid) one
    where account_id is not null and account_id <> '00000000-0000-7000-8000-000000000000'
    order by account_id, name desc`.execute(tx)
  return rows
}
