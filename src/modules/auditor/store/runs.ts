import { sql } from 'kysely'
import { json, type Tx } from '#server/db.ts'
import type { Finding } from '../domain/finding.ts'
import type { ReadAs } from '../domain/read-as.ts'
import { type AuditTable, on, type RunTable } from './tables.ts'

/** Keeps a version of a report with its first run. */
export async function insertAudit(tx: Tx, row: AuditTable): Promise<void> {
  await on(tx)
    .insertInto('auditor.audit')
    .values({ ...row, document: json(row.document), checked: json(row.checked) })
    .execute()
}

/** Writes what another run of the same version changed. */
export async function updateAudit(
  tx: Tx,
  {
    id,
    document,
    ...row
  }: Pick<AuditTable, 'id' | 'document' | 'runId' | 'runAt' | 'runByName' | 'checked' | 'periodKey'>,
): Promise<void> {
  await on(tx)
    .updateTable('auditor.audit')
    .set({ ...row, checked: json(row.checked), document: json(document), blockCount: document.blocks.length })
    .where('id', '=', id)
    .execute()
}

/** Keeps a run and what it found. */
export async function insertRun(tx: Tx, run: RunTable, findings: readonly Finding[]): Promise<void> {
  await on(tx)
    .insertInto('auditor.run')
    .values({ ...run, checked: json(run.checked), readAs: json(run.readAs) })
    .execute()
  const rows = findings.map((body, position) => ({
    runId: run.id,
    position,
    rule: body.rule,
    severity: body.severity,
    key: body.key,
    placeKey: body.placeKey,
    body: json(body),
  }))
  for (let from = 0; from < rows.length; from += 500) {
    await on(tx)
      .insertInto('auditor.finding')
      .values(rows.slice(from, from + 500))
      .execute()
  }
}

export type Original = { readonly name: string; readonly bytes: Uint8Array }

/** Keeps the file as it came. */
export async function insertOriginal(tx: Tx, auditId: string, { name, bytes }: Original): Promise<void> {
  await on(tx)
    .insertInto('auditor.original')
    .values({ auditId, name, bytes: Buffer.from(bytes) })
    .execute()
}

/** The file as it came; none for a report of ours. */
export async function loadOriginal(tx: Tx, auditId: string): Promise<Original | undefined> {
  const row = await on(tx)
    .selectFrom('auditor.original')
    .select(['name', 'bytes'])
    .where('auditId', '=', auditId)
    .executeTakeFirst()
  return row && { name: row.name, bytes: new Uint8Array(row.bytes) }
}

/** Size of the kept file in bytes, or `null`. */
export async function sizeOfOriginal(tx: Tx, auditId: string): Promise<number | null> {
  const row = await on(tx)
    .selectFrom('auditor.original')
    .select(sql<number>`octet_length(bytes)`.as('size'))
    .where('auditId', '=', auditId)
    .executeTakeFirst()
  return row?.size ?? null
}

/** How the tables were understood in a run, from the table at `from` on. */
export async function loadReadAs(tx: Tx, runId: string, from: number, limit: number): Promise<readonly ReadAs[]> {
  const row = await on(tx)
    .selectFrom('auditor.run')
    .select(
      sql<
        ReadAs[] | null
      >`(select jsonb_agg(one order by place) from jsonb_array_elements(read_as) with ordinality as each(one, place)
        where place > ${from} and place <= ${from + limit})`.as('tables'),
    )
    .where('id', '=', runId)
    .executeTakeFirst()
  return row?.tables ?? []
}
