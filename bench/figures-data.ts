import { sql } from 'kysely'
import { newId } from '#kernel/id.ts'
import { SYSTEM } from '#server/actor.ts'
import type { Db } from '#server/db.ts'

export const MEASURES = 200
const PROVINCES = 34
const WARDS = 3300
/** 60 months by cut-off: 2022 to 2026. */
const FIRST_DAY = '2021-12-15'
const DAYS = 1826

export type Country = {
  readonly nation: string
  readonly provinces: readonly string[]
  readonly wards: readonly string[]
  readonly wardsOf: ReadonlyMap<string, readonly string[]>
  readonly provinceOf: ReadonlyMap<string, string>
  readonly facts: number
  readonly tallies: number
  readonly foldSeconds: number
}

/** A country of units, measures, indicators and facts, made by SQL; the tallies are folded from the facts. */
export async function fillCountry(owner: Db, facts: number, log: (line: string) => void): Promise<Country> {
  const units = await fillUnits(owner)
  await fillDefinitions(owner)
  await step(log, `${facts.toLocaleString('vi')} facts`, () => fillFacts(owner, units.wards, facts))
  const started = performance.now()
  let tallies = 0
  await step(log, 'tallies', async () => {
    tallies = await fillTallies(owner)
  })
  const foldSeconds = (performance.now() - started) / 1000
  await step(log, 'vacuum analyze', () => sql`vacuum analyze`.execute(owner))
  const rows = await sql<{ count: number }>`select count(*) as count from indicators.fact`.execute(owner)
  return { ...units, facts: rows.rows[0]?.count ?? 0, tallies, foldSeconds }
}

async function step(log: (line: string) => void, name: string, run: () => Promise<unknown>): Promise<void> {
  const started = performance.now()
  await run()
  log(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

async function fillUnits(owner: Db) {
  const nation = newId()
  const provinces = Array.from({ length: PROVINCES }, () => newId())
  const wards = Array.from({ length: WARDS }, () => newId())
  const provinceOf = new Map(wards.map((ward, index) => [ward, provinces[index % PROVINCES] ?? '']))
  const all = [nation, ...provinces, ...wards]
  const column = (values: readonly (string | null)[]) => sql`${[...values]}`
  const level = (index: number) => (index === 0 ? 'nation' : index <= PROVINCES ? 'province' : 'commune')
  const kind = (index: number) => (index === 0 ? 'country' : index <= PROVINCES ? 'province' : 'ward')
  const parents = [null, ...provinces.map(() => nation), ...wards.map((ward) => provinceOf.get(ward) ?? null)]
  await sql`insert into organisation.unit (id) select unnest(${column(all)}::uuid[])`.execute(owner)
  await sql`
    insert into organisation.unit_version (unit_id, code, name, kind, level, parent_id, valid_from)
    select id, 'B' || n, 'Đơn vị ' || n, kind, level, parent_id, '2015-01-01'
    from unnest(${column(all)}::uuid[], ${column(all.map((_, index) => kind(index)))}::text[],
      ${column(all.map((_, index) => level(index)))}::text[], ${column(parents)}::uuid[]) with ordinality as u (id, kind, level, parent_id, n)`.execute(
    owner,
  )
  await sql`update organisation.structure_state set stamp = gen_random_uuid()`.execute(owner)
  return { nation, provinces, wards, provinceOf, wardsOf: Map.groupBy(wards, (ward) => provinceOf.get(ward) ?? '') }
}

async function fillDefinitions(owner: Db): Promise<void> {
  await sql`
    insert into indicators.measure (id, code, name_vi, name_en, nature, source, unit_vi, unit_en, decimals, roll_up, valid_from, created_at, created_by)
    select gen_random_uuid(), 'm_' || lpad(n::text, 3, '0'), 'Số liệu ' || n, 'Measure ' || n,
      case when n >= ${MEASURES * 0.9} then 'stock' else 'flow' end, 'counted', 'lượt', 'times', 0, 'sum', '2015-01-01', now(), ${SYSTEM.id}
    from generate_series(0, ${MEASURES - 1}::int) n`.execute(owner)
  await sql`
    with made as (
      insert into indicators.indicator (id, code, row_code, group_code, group_name_vi, group_name_en, position)
      select gen_random_uuid(), 'B.' || lpad(n::text, 3, '0'), 'B.' || lpad(n::text, 3, '0'), 'B', 'Đo', 'Bench', n
      from generate_series(0, ${MEASURES / 2 - 1}::int) n returning id, position)
    insert into indicators.indicator_version (id, indicator_id, version, name_vi, name_en, kind, numerator, denominator, factor, unit_vi,
      unit_en, decimals, better, part_of_whole, valid_from, created_at, created_by)
    select gen_random_uuid(), id, 1, 'Chỉ tiêu ' || position, 'Indicator ' || position, 'ratio',
      '[m_' || lpad((position * 2)::text, 3, '0') || ']', '[m_' || lpad((position * 2 + 1)::text, 3, '0') || ']', 100, '%', '%', 2,
      'higher', false, '2015-01-01', now(), ${SYSTEM.id}
    from made`.execute(owner)
}

/** Facts spread over wards and days; some measures are far commoner than others, as in life. */
async function fillFacts(owner: Db, wards: readonly string[], facts: number): Promise<void> {
  await sql`alter table indicators.fact drop constraint fact_corrects`.execute(owner)
  await sql`alter table indicators.fact drop constraint fact_pk`.execute(owner)
  await sql`drop index indicators.fact_by_place`.execute(owner)
  await sql`select setseed(0.2026)`.execute(owner)
  await sql`set session_replication_role = replica`.execute(owner)
  await sql`
    insert into indicators.fact (id, measure_id, unit_id, day, value, subject_kind, subject_id, label, recorded_at, recorded_by)
    select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, m.ids[1 + floor(${MEASURES} * random() ^ 2)::int],
      (${[...wards]}::uuid[])[1 + floor(${WARDS} * random())::int], ${FIRST_DAY}::date + floor(${DAYS} * random())::int,
      1 + floor(9 * random())::int, 'dossier', 'H' || n, 'Hồ sơ ' || n, '2026-06-01', ${SYSTEM.id}
    from generate_series(1, ${facts}::int) n,
      (select array_agg(id order by code) as ids from indicators.measure) m`.execute(owner)
  await sql`set session_replication_role = origin`.execute(owner)
  await sql`set maintenance_work_mem = '768MB'`.execute(owner)
  await sql`alter table indicators.fact add constraint fact_pk primary key (id)`.execute(owner)
  await sql`create index fact_by_place on indicators.fact (measure_id, unit_id, day, id)`.execute(owner)
  await sql`alter table indicators.fact add constraint fact_corrects foreign key (corrects_id) references indicators.fact (id)`.execute(
    owner,
  )
}

/** The tallies that folding the facts one after another would have left. */
async function fillTallies(owner: Db): Promise<number> {
  const { allStandings, loadStructure, rebuildTallies } = await inside()
  return owner.transaction().execute(async (tx) => {
    await sql`set local work_mem = '512MB'`.execute(tx)
    return rebuildTallies(tx, allStandings(await loadStructure(tx)))
  })
}

/** Parts of the modules that have no business outside them but in a measurement of their insides. */
async function inside() {
  const [{ allStandings }, { rebuildTallies }, { loadStructure }] = await Promise.all([
    import('#modules/indicators/engine/standings.ts'),
    import('#modules/indicators/store/tallies.ts'),
    import('#modules/organisation/index.ts'),
  ])
  return { allStandings, rebuildTallies, loadStructure }
}
