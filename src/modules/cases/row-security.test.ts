import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import type { Tx } from '#server/db.ts'
import { setRowScope } from '#server/row-security.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { buildVictim } from '#testing/case-rights.ts'
import { buildWard, decided, type Ward } from '#testing/ward.ts'

/** The second lock alone: whatever SQL an operation might run by a defect, as the application and over the units of one ward. */

/** Tables that hold nothing of anyone, and why each may be read and written whatever the scope. */
const OPEN: Readonly<Record<string, string>> = {
  unit_code: 'identifiers of units are public',
  counter: 'the last number of a day',
  late_reason: 'a list to choose from',
  national_state: 'a list of codes',
  file_check: 'by the id of a file: its kind and what the scanner said',
  counted: 'ids, measures and days: counts are seen where cases are not',
  stay: 'ids of cases and units, fields of procedures and moments: stocks are counted where cases are not seen',
  discontent:
    'ids of cases, of which kind and since when, of nobody: 5.4 is counted where cases are not seen, as with stays',
  index_weight: 'points of indicators',
  search: 'ids, and hashes of the beginnings of words; numbers of people are not among them',
  desk: 'where a unit receives, as printed on receipts',
  look_up_try: 'hashes of codes, and whether they were found',
  message_channel: 'how channels behave',
  message_template: 'words with places, of nobody',
  message_report: 'ids of reports',
  push_key: 'the key of the installation, its private half sealed',
  letter_setting: 'within what time citizens are answered',
  escalation_rule: 'when somebody is told',
  watch_setting: 'how deadlines are watched',
  step_course: 'numbers of cases by step and time',
  stand_in_channel: 'how the stand-ins of the demonstration behave',
}
/** Read by the policy of the case, and so by everybody: ids of a case and a unit. It is written under a policy. */
const READ_OPENLY = ['asked']

let api: TestApi
let ward: Ward
let own: readonly string[]
let foreign: readonly string[]
let tables: readonly { name: string; secured: boolean; ofCase: boolean }[]
const account = newId()
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
  const there: Ward = { ...ward, one: ward.two, officer: ward.stranger, leader: ward.stranger }
  own = [(await buildVictim(ward)).caseId, (await decided(ward)).id]
  const leader = api.as({ grants: [{ permission: 'cases:*', unitId: ward.two, reach: 'own' }] })
  foreign = [(await buildVictim(there)).caseId, (await decided({ ...there, leader })).id]
  for (const [id = '', unit] of [
    [own[0], ward.one],
    [foreign[0], ward.two],
  ] as const)
    await putRest(id, unit)
  const { rows } = await sql<{ name: string; secured: boolean; ofCase: boolean }>`
    select c.relname as name, c.relrowsecurity as secured,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'case_id') as of_case
    from pg_class c where c.relnamespace = 'cases'::regnamespace and c.relkind in ('r', 'p') order by 1`.execute(api.db)
  tables = rows
})
afterAll(() => api.close())

/** What the acts above leave out. */
async function putRest(id: string, unitId: string): Promise<void> {
  const rule = sql`(select id from cases.escalation_rule order by name_vi limit 1)`
  for (const statement of [
    sql`insert into cases.pause values (${newId()}, ${id}, 'supplement', now(), null, true, 'Thiếu giấy')`,
    sql`insert into cases.filled_form values (${id}, ${newId()}, 'to-khai', 1, 'abc', '{"ho_ten":"Nguyễn Thị Thử"}', now())`,
    sql`insert into cases.fee values (${id}, 'phi', 'charge', 'Phí', 1000)`,
    sql`insert into cases.escalation_firing values (${rule}, ${id}, now(), now(), '[]')`,
    sql`insert into cases.notice (id, unit_id, permission, case_id, kind, due_at, at)
      values (${newId()}, ${unitId}, 'cases:steer', ${id}, 'apology', now(), now())`,
    sql`insert into cases.talk values (${id}, now(), now())`,
    sql`insert into cases.apology_draft (id, case_id, due_at, proposed_due_at, late_reason, text, state, made_at)
      values (${newId()}, ${id}, now(), now(), 'workload', 'Xin lỗi', 'open', now())`,
  ])
    await statement.execute(api.db)
}

/** As the application over the units of ward one, of which nothing stays. */
async function tried<T>(run: (tx: Tx) => Promise<T>, units: readonly string[] = [ward.one]): Promise<T> {
  const actor = { id: account, kind: 'person', name: '', grants: [], sessionId: null } as const
  const tx = await api.appDb.startTransaction().execute()
  try {
    await setRowScope(tx, actor, { all: false, own: units, subtree: units })
    return await run(tx)
  } finally {
    await tx.rollback().execute()
  }
}

/** The refusal of row security, or what happened instead. */
async function written(statement: ReturnType<typeof sql>, units?: readonly string[]): Promise<string> {
  return tried(async (tx) => {
    try {
      const { numAffectedRows } = await statement.execute(tx)
      return `${String(numAffectedRows)} rows`
    } catch (thrown) {
      const { code = '', message } = thrown as { code?: string; message: string } // of the database
      return code === '42501' ? 'refused' : message
    }
  }, units)
}

const key = (name: string) => (name === 'case' ? sql`id` : sql`case_id`)
const table = (name: string) => sql.id('cases', name)
const secured = () => tables.filter((one) => one.secured && (one.ofCase || one.name === 'case'))

test('every table of the module has a policy, or it is known why it needs none', () => {
  const open = tables.filter((one) => !one.secured).map(({ name }) => name)
  expect(open).toEqual(Object.keys(OPEN).toSorted())
  expect(secured().length).toBeGreaterThan(12)
})

test('no policy lets in what it does not show', async () => {
  const { rows } = await sql<{ policyname: string }>`
    select policyname from pg_policies where schemaname = 'cases' and with_check = 'true'`.execute(api.db)
  expect(rows).toEqual([])
})

test('views that run with the rights of their owner are known, and hold nothing of a person', async () => {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = 'cases'::regnamespace and c.relkind in ('v', 'm') group by 1 order by 1`.execute(api.db)
  expect(rows.map(({ name }) => name)).toEqual(['counted_case', 'due_history', 'wait_history'])
  // Whether someone is identified, and what the procedure is called.
  const known = ['identified', 'procedure_name']
  const personal = /name$|phone|identity|secret|title|answers|search_text|address|email|note|reason/
  expect(
    rows.flatMap(({ columns }) => columns.filter((column) => personal.test(column) && !known.includes(column))),
  ).toEqual([])
})

describe('over one ward, and over nothing', () => {
  test('each table shows what is of the ward’s cases and nothing of others', async () => {
    for (const { name } of secured()) {
      const count = (ids: readonly string[], units?: readonly string[]) =>
        tried(async (tx) => {
          const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${table(name)}
            where ${key(name)} = any (${[...ids]}::uuid[])`.execute(tx)
          return rows[0]?.count
        }, units)
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${table(name)}
        where ${key(name)} = any (${[...foreign]}::uuid[])`.execute(api.db)
      // Where there is nothing to hide, nothing is proved.
      expect(rows[0]?.count, name).toBeGreaterThan(0)
      if (READ_OPENLY.includes(name)) continue
      expect(await count(own), name).toBeGreaterThan(0)
      expect(await count(foreign), name).toBe(0)
      expect(await count([...own, ...foreign], []), name).toBe(0)
      expect(await count([...own, ...foreign], [newId()]), name).toBe(0)
    }
  })

  test('no row is made for a case of others, none is moved to one, changed or removed', async () => {
    for (const { name } of secured()) {
      const { rows: columns } = await sql<{ name: string }>`select attname as name from pg_attribute
        where attrelid = ${`cases.${name === 'case' ? '"case"' : name}`}::regclass and attnum > 0 and attgenerated = ''
          and not attisdropped`.execute(api.db)
      const list = sql.join(columns.map((column) => sql.id(column.name)))
      const { rows } = await sql<{ row: object }>`select to_jsonb(t) as row from ${table(name)} t
        where ${key(name)} = any (${[...foreign]}::uuid[]) limit 1`.execute(api.db)
      const copy = sql`insert into ${table(name)} (${list})
        select ${list} from jsonb_populate_record(null::${table(name)}, ${JSON.stringify(rows[0]?.row)}::jsonb)`
      expect(await written(copy), `insert ${name}`).toBe('refused')
      expect(await written(copy, []), `insert ${name} without a scope`).toBe('refused')
      const foreigners = sql`${key(name)} = any (${[...foreign]}::uuid[])`
      const changed = sql`update ${table(name)} set ${key(name)} = ${key(name)} where ${foreigners}`
      expect(await written(changed), `update ${name}`).toBe('0 rows')
      expect(await written(sql`delete from ${table(name)} where ${foreigners}`), `delete ${name}`).toBe('0 rows')
      if (name === 'case' || READ_OPENLY.includes(name)) continue
      const moved = sql`update ${table(name)} set case_id = ${foreign[0]} where case_id = any (${[...own]}::uuid[])`
      expect(await written(moved), `move ${name}`).toBe('refused')
    }
  })

  test('a case is not handed to where its doer does not see it, and nobody lets themselves in', async () => {
    const away = sql`update cases."case" set competent_unit_id = ${ward.two}, received_unit_id = ${ward.two},
      unit_id = ${ward.two}, helped_unit_id = null where id = ${own[1]}`
    expect(await written(away)).toBe('refused')
    const asking = sql`insert into cases.asked (case_id, unit_id) values (${foreign[0]}, ${ward.one})`
    expect(await written(asking)).toBe('refused')
    const early = sql`insert into cases.asked (case_id, unit_id) values (${newId()}, ${ward.one})`
    expect(await written(early)).toContain('foreign key')
    const sharing = sql`insert into cases.asked (case_id, unit_id) values (${own[1]}, ${ward.two})`
    expect(await written(sharing)).toBe('1 rows')
  })

  test('what one keeps for oneself is nobody else’s', async () => {
    await sql`insert into cases.saved_filter values (${newId()}, ${newId()}, 'Của người khác', 'unit', '{}', now())`.execute(
      api.db,
    )
    await sql`insert into cases.notice_read select id, ${newId()}, now() from cases.notice`.execute(api.db)
    for (const name of ['saved_filter', 'notice_read']) {
      const { rows } = await tried((tx) => sql`select from ${table(name)}`.execute(tx))
      expect(rows, name).toEqual([])
    }
  })
})
