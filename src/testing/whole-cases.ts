import { sql } from 'kysely'
import { expect } from 'vitest'
import { countCase } from '#modules/cases/counting.ts'
import type { ActRecord } from '#modules/cases/domain/act.ts'
import type { CaseRow } from '#modules/cases/domain/case.ts'
import { foldActs } from '#modules/cases/domain/fold.ts'
import { stateOf } from '#modules/cases/engine/acting.ts'
import { on } from '#modules/cases/store/tables.ts'
import { handlerContext } from '#server/events.ts'
import type { TestApi } from './api.ts'

export function rowOf(api: TestApi, id: string): Promise<CaseRow> {
  return api.db
    .transaction()
    .execute((tx) => on(tx).selectFrom('cases.case').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
}

export function actsOf(api: TestApi, id: string): Promise<ActRecord[]> {
  return api.db
    .transaction()
    .execute((tx) => on(tx).selectFrom('cases.act').selectAll().where('caseId', '=', id).orderBy('number').execute())
}

/** The row of a case is what its log adds up to. */
export async function expectWhole(api: TestApi, id: string): Promise<void> {
  const row = await rowOf(api, id)
  expect(stateOf(row)).toEqual(foldActs(await actsOf(api, id)))
}

/** What of all cases holds together or not; each list is empty when they do. */
export async function tornApart(api: TestApi): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const asked = {
    'lists count another state than the log ends with': sql`
      select c.id from cases."case" c
      where c.business <> (select a.to_state from cases.act a where a.case_id = c.id order by a.number desc limit 1)
        or c.version <> (select count(*) from cases.act a where a.case_id = c.id)`,
    'codes with a gap, or a number that nobody has': sql`
      select n.unit_code, n.day, n.last from cases.counter n
      where n.last <> (select count(distinct c.code) from cases."case" c
          where c.code like n.unit_code || '-' || to_char(n.day, 'YYMMDD') || '-%')
        or n.last <> (select coalesce(max(substring(c.code from '-([0-9]+)$')::int), 0) from cases."case" c
          where c.code like n.unit_code || '-' || to_char(n.day, 'YYMMDD') || '-%')`,
    'acts without their one event, and events without their act': sql`
      select a.case_id, a.number, e.id from cases.act a
      full join (select * from platform.event where name = 'cases.acted') e
        on e.payload->>'caseId' = a.case_id::text and (e.payload->>'number')::int = a.number
      where a.case_id is null or e.id is null`,
    'events not booked for everyone who waits for them': sql`
      select e.id from platform.event e left join platform.delivery d on d.event_id = e.id
      where e.name = 'cases.acted' group by e.id
      having count(d.handler) <> (select max(n) from (select count(*) as n from platform.delivery d
        join platform.event e on e.id = d.event_id and e.name = 'cases.acted' group by d.event_id) each)`,
    'facts that do not add up to what the case counts for': sql`
      select * from (select f.subject_id, m.code, f.unit_id, f.day, sum(f.value) as value from indicators.fact f
        join indicators.measure m on m.id = f.measure_id where f.subject_kind = 'case' group by 1, 2, 3, 4) f
      full join cases.counted k on k.case_id::text = f.subject_id and k.measure = f.code and k.unit_id = f.unit_id and k.day = f.day
      where coalesce(f.value, 0) <> coalesce(k.value, 0)`,
    'a result without a decision, or a decision without its result': sql`
      select c.id from cases."case" c
      where (c.outcome is null) <> not exists (select from cases.result r where r.case_id = c.id and r.revoked_at is null)`,
  }
  const found: Record<string, readonly unknown[]> = {}
  for (const [what, question] of Object.entries(asked)) found[what] = (await question.execute(api.db)).rows
  return found
}

/** How many facts counting every case once more would record: none, when all count for what they are. */
export async function countedAnew(api: TestApi): Promise<number> {
  return api.db.transaction().execute(async (tx) => {
    const facts = async () =>
      Number((await sql<{ n: number }>`select count(*) as n from indicators.fact`.execute(tx)).rows[0]?.n)
    const before = await facts()
    const context = handlerContext(tx, new Map(), new Date())
    const { rows } = await sql<{ id: string }>`select id from cases."case"`.execute(tx)
    for (const { id } of rows) await countCase(context, id, 'Đếm lại')
    return (await facts()) - before
  })
}
