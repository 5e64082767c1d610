import { sql } from 'kysely'
import { newId } from '#kernel/id.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#server/db.ts'

const PROVINCES = 34
const WARDS = 3300
const DEPARTMENTS = 15
/** People among whom the cases fall; the first one files for many others. */
const CASES_PER_PERSON = 3

const SURNAMES =
  'Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Trần Lê Lê Phạm Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh'
const MIDDLES =
  'Văn Văn Văn Văn Thị Thị Thị Thị Thị Hữu Đức Minh Ngọc Thanh Hoàng Quốc Xuân Mỹ Thúy Gia Bảo Kim Như Đình Công Quang Anh Khánh'
const GIVEN =
  'An Anh Bình Châu Chi Cường Dũng Duy Dương Đạt Đức Giang Hà Hải Hạnh Hằng Hiếu Hoa Hòa Hùng Hương Huy Khánh Khoa Lan Lâm Linh Loan Long Mai Minh My Nam Nga Ngân Nghĩa Ngọc Nhi Nhung Phong Phúc Phương Quân Quang Quỳnh Sơn Tâm Tài Thanh Thảo Thắng Thịnh Thu Thúy Tiến Toàn Trang Trí Trinh Trung Tú Tuấn Tùng Uyên Vân Việt Vinh Vy Xuân Yến'

export type CaseCountry = {
  readonly provinces: readonly string[]
  readonly wards: readonly string[]
  readonly cases: number
  readonly people: number
}

const words = (text: string) => text.split(' ')

/** Provinces with departments and wards, and cases over three years: a few wards have many, about 4 % are open, some of them late. */
export async function fillCases(owner: Db, cases: number, log: (line: string) => void): Promise<void> {
  const places = await fillUnits(owner)
  const people = Math.max(1, Math.round(cases / CASES_PER_PERSON))
  await sql`set session_replication_role = replica`.execute(owner)
  await sql`set maintenance_work_mem = '2GB'`.execute(owner)
  await withoutIndexes(owner, log, async () => {
    await sql`select setseed(0.2026)`.execute(owner)
    await fillWords(owner)
    await step(log, `${cases.toLocaleString('vi')} cases`, () => fillCaseRows(owner, places, { cases, people }))
    await step(log, 'parties', () => fillParties(owner))
    await step(log, 'search', () => fillSearch(owner))
    await step(log, 'acts of one case in twenty', () => fillActs(owner))
  })
  await sql`set session_replication_role = origin`.execute(owner)
  await step(log, 'vacuum analyze', () =>
    sql`vacuum analyze cases."case", cases.party, cases.search, cases.act`.execute(owner),
  )
}

/** What a filled database holds. */
export async function countryOf(owner: Db): Promise<CaseCountry> {
  const { rows: provinces } = await sql<{ id: string }>`
    select unit_id as id from organisation.unit_version where kind = 'province' order by unit_id`.execute(owner)
  // The largest ward first.
  const { rows: wards } = await sql<{ id: string; cases: number }>`
    select received_unit_id as id, count(*) as cases from cases."case" group by 1 order by 2 desc`.execute(owner)
  const cases = wards.reduce((sum, ward) => sum + ward.cases, 0)
  const people = Math.max(1, Math.round(cases / CASES_PER_PERSON))
  return { provinces: provinces.map(({ id }) => id), wards: wards.map(({ id }) => id), cases, people }
}

async function step(log: (line: string) => void, name: string, run: () => Promise<unknown>): Promise<void> {
  const started = performance.now()
  await run()
  log(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

type Places = {
  readonly provinces: readonly string[]
  readonly departments: readonly string[]
  readonly wards: readonly string[]
}

/** Wards lie in provinces in turn, so that a province has large and small ones; the first provinces have more. */
async function fillUnits(owner: Db): Promise<Places> {
  const ids = (count: number) => Array.from({ length: count }, () => newId())
  const [nation, provinces] = [newId(), ids(PROVINCES)]
  const [departments, wards] = [ids(PROVINCES * DEPARTMENTS), ids(WARDS)]
  const provinceOf = (place: number, of: number) => provinces[Math.floor((place * PROVINCES) / of)] ?? ''
  const rows = [
    { id: nation, kind: 'country', level: 'nation', parentId: null as string | null },
    ...provinces.map((id) => ({ id, kind: 'province', level: 'province', parentId: nation })),
    ...departments.map((id, place) => ({
      id,
      kind: 'department',
      level: 'province',
      parentId: provinceOf(place, departments.length),
    })),
    ...wards.map((id, place) => ({ id, kind: 'ward', level: 'commune', parentId: provinces[place % PROVINCES] ?? '' })),
  ]
  const column = <K extends keyof (typeof rows)[number]>(key: K) => sql`${rows.map((row) => row[key])}`
  await sql`insert into organisation.unit (id) select unnest(${column('id')}::uuid[])`.execute(owner)
  await sql`
    insert into organisation.unit_version (unit_id, code, name, kind, level, parent_id, valid_from)
    select id, 'B' || n, 'Đơn vị ' || n, kind, level, parent_id, '2015-01-01'
    from unnest(${column('id')}::uuid[], ${column('kind')}::text[], ${column('level')}::text[], ${column('parentId')}::uuid[])
      with ordinality as u (id, kind, level, parent_id, n)`.execute(owner)
  await sql`
    insert into organisation.reach (root_id, unit_id)
    with recursive up (root_id, unit_id) as (
      select unit_id, unit_id from organisation.unit_version
      union all
      select v.parent_id, up.unit_id from up join organisation.unit_version v on v.unit_id = up.root_id where v.parent_id is not null)
    select root_id, unit_id from up`.execute(owner)
  await sql`update organisation.structure_state set stamp = gen_random_uuid(), reach_day = current_date`.execute(owner)
  return { provinces, departments, wards }
}

/** Loads tables without their indexes, which are then made at once: sorted, and much faster than row by row. */
async function withoutIndexes(owner: Db, log: (line: string) => void, load: () => Promise<void>): Promise<void> {
  const { rows: indexes } = await sql<{ name: string; definition: string }>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class t on t.oid = i.indrelid
    where t.oid = any (array['cases."case"', 'cases.party', 'cases.search', 'cases.act']::regclass[])
      and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u'))`.execute(
    owner,
  )
  for (const { name } of indexes) await sql.raw(`drop index ${name}`).execute(owner)
  await sql`alter table cases."case" drop constraint case_code_unique`.execute(owner)
  await load()
  await step(log, 'index case_code_unique', () =>
    sql`alter table cases."case" add constraint case_code_unique unique (code)`.execute(owner),
  )
  for (const { name, definition } of indexes) await step(log, `index ${name}`, () => sql.raw(definition).execute(owner))
}

/** Parts of names with what they are found by. */
async function fillWords(owner: Db): Promise<void> {
  await sql`create temporary table word (kind text, n integer, word text, keys bigint[])`.execute(owner)
  for (const [kind, text] of Object.entries({ surname: SURNAMES, middle: MIDDLES, given: GIVEN })) {
    const list = words(text)
    await sql`
      insert into word
      select ${kind}, n - 1, w, array(select cases.word_key(k) from cases.words_of(f) k)
      from unnest(${list}::text[], ${list.map(fold)}::text[]) with ordinality as u (w, f, n)`.execute(owner)
  }
}

type Sizes = { readonly cases: number; readonly people: number }

async function fillCaseRows(owner: Db, { departments, wards }: Places, { cases, people }: Sizes): Promise<void> {
  const procedure = newId()
  await sql`
    insert into cases."case" (id, code, secret, procedure_id, procedure_code, procedure_name, procedure_version_id, field_code,
      process_version_id, title, received_unit_id, competent_unit_id, unit_id, channel, remote, online_level, authentication, business,
      finance, delivery, sync, assignee_id, assignee_name, answers, term, filed_at, received_at, first_due_at, due_at, ended_at, on_time,
      subject_name, subject_identity, subject_phone, search_text, version, created_at, changed_at)
    select ('0190' || lpad(to_hex(n), 8, '0') || '70008000' || lpad(to_hex(person), 12, '0'))::uuid,
      case when business <> 'submitted' then code end, 'AB12', ${procedure}::uuid, '1.00' || procedure, 'Thủ tục số ' || procedure,
      ${procedure}::uuid, 'linh-vuc-' || procedure % 20, ${procedure}::uuid, 'Thủ tục số ' || procedure,
      ward, decider, decider, case when procedure % 3 = 0 then 'counter' else 'online' end, procedure % 3 <> 0, 'full', 'eid-2', business,
      'none', 'none', 'none',
      case when business in ('submitted', 'received') then null else md5(decider::text || person % 10)::uuid end,
      'Cán bộ ' || person % 10, '{}', '{"amount":5,"unit":"working-days","rule":"days"}', filed, case when business <> 'submitted' then filed end, filed + interval '7 days',
      case when business = 'processing' then date_trunc('day', now()) + interval '10 hours' + (floor(random() * 26) - 3) * interval '1 day'
        when business in ('decided', 'returned') then filed + interval '7 days' end,
      case when business in ('decided', 'returned') then filed + interval '5 days' end,
      case when business in ('decided', 'returned') then true end,
      name, identity, phone, lower(code) || ' ' || name, 1, filed, filed
    from (
      select n, person, procedure, ward, filed, identity, phone,
        case when person % 5 = 0 then dep else ward end as decider,
        case when n < ${cases * 0.92}::int then case when p < 0.99 then 'returned' else 'stopped' end
          when p < 0.36 then 'processing' when p < 0.40 then 'supplement' when p < 0.43 then 'payment' when p < 0.46 then 'submitted'
          when p < 0.5 then 'received' when p < 0.6 then 'decided' else 'returned' end as business,
        'H' || lpad(w::text, 4, '0') || '-' || to_char(filed, 'YYMMDD') || '-' || lpad((n % 10000)::text, 4, '0') as code,
        (${words(SURNAMES)}::text[])[1 + person % ${words(SURNAMES).length}::int] || ' '
          || (${words(MIDDLES)}::text[])[1 + person / 31 % ${words(MIDDLES).length}::int] || ' '
          || (${words(GIVEN)}::text[])[1 + person / 961 % ${words(GIVEN).length}::int] as name
      from (
        select n, person, w, random() as p, 1000 + floor(300 * random() ^ 2)::int as procedure,
          (${[...wards]}::uuid[])[w] as ward,
          -- A department of the ward's province: provinces have wards in turn and departments in blocks.
          (${[...departments]}::uuid[])[((w - 1) % ${PROVINCES}::int) * ${DEPARTMENTS}::int + 1 + person % ${DEPARTMENTS}::int] as dep,
          now() - (1 - n / ${cases}::float8) * interval '1095 days' as filed,
          lpad((79000000000 + person)::text, 12, '0') as identity, '09' || lpad((person % 100000000)::text, 8, '0') as phone
        from (
          select n, 1 + floor(${WARDS}::int * random() ^ 1.5)::int as w,
            case when n % 20000 = 0 then 0 else 1 + floor((${people}::int - 1) * random())::int end as person
          from generate_series(1, ${cases}::int) n offset 0) as drawn offset 0) as placed offset 0) as told`.execute(
    owner,
  )
}

async function fillParties(owner: Db): Promise<void> {
  await sql`
    insert into cases.party (id, case_id, role, kind, name, identity_number, phone)
    select id, id, 'subject', 'person', subject_name, subject_identity, subject_phone from cases."case"`.execute(owner)
}

/** What the trigger of the table would have made, from the parts of which names were made. */
async function fillSearch(owner: Db): Promise<void> {
  await sql`
    insert into cases.search (case_id, units, words)
    select c.id, case when c.unit_id = c.received_unit_id then array[c.unit_id] else array[c.received_unit_id, c.unit_id] end,
      w.keys || case when c.code is null then '{}' else array[cases.word_key(ltrim(right(c.code, 4), '0')),
        cases.word_key(substr(c.code, 7, 7) || ltrim(right(c.code, 4), '0'))] end
    from cases."case" c
    join (
      select s.word || ' ' || m.word || ' ' || g.word as name,
        array(select distinct k from unnest(s.keys || m.keys || g.keys) k) as keys
      from (select distinct on (word) word, keys from word where kind = 'surname') s,
        (select distinct on (word) word, keys from word where kind = 'middle') m,
        (select distinct on (word) word, keys from word where kind = 'given') g) w on w.name = c.subject_name`.execute(
    owner,
  )
}

async function fillActs(owner: Db): Promise<void> {
  await sql`
    insert into cases.act (case_id, number, act, at, actor_id, actor_name, unit_id, to_state, details)
    select c.id, n, (array['receive', 'forward', 'decide'])[n], c.filed_at + n * interval '1 day', gen_random_uuid(), 'Cán bộ',
      c.unit_id, 'processing', '{}'
    from cases."case" c, generate_series(1, 3) n where c.subject_identity like '%00' or c.subject_identity like '%50'`.execute(
    owner,
  )
}
