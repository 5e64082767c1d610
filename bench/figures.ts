/**
 * Figures at the size of a country: 3,300 wards under 34 provinces and the nation, 60 months, 200 measures (one in ten a stock),
 * 10 million facts. Every read goes through the operation `indicators.get-figures` as the application role with row security on.
 */

import { sql } from 'kysely'
import pg from 'pg'
import type { z } from 'zod'
import { newId } from '#kernel/id.ts'
import { getFigures } from '#modules/indicators/contract.ts'
import { indicators, recordFacts } from '#modules/indicators/index.ts'
import { SYSTEM } from '#server/actor.ts'
import { handlerContext, LIVE } from '#server/events.ts'
import { type Operation, perform } from '#server/operation.ts'
import { setRowScope } from '#server/row-security.ts'
import { type BenchDatabase, benchDatabase } from './database.ts'
import { type Country, fillCountry, MEASURES } from './figures-data.ts'
import { type Bench, below, holds, percentile, type Result, timed, told } from './report.ts'

type Input = z.input<typeof getFigures.input>
type Output = z.output<typeof getFigures.output>

const RATE = 200
const FOLD_EVERY_MS = 500

export const bench: Bench = async ({ scale, log }) => {
  const database = await benchDatabase(log)
  try {
    const country = await fillCountry(database.owner, Math.round(10_000_000 * scale), log)
    const results = [
      told('facts', country.facts, 'rows'),
      told('tallies', country.tallies, 'rows'),
      told('tallies folded anew from all facts', country.foldSeconds, 's'),
      ...(await readingResults(database, country)),
      ...(await rawResults(database, country)),
      ...(await arrivingResults(database, country, log)),
    ]
    return results
  } finally {
    await database.stop()
  }
}

async function read({ db }: BenchDatabase, input: Input): Promise<Output> {
  const operation = indicators.operations.find(({ endpoint }) => endpoint.id === getFigures.id)
  // The operation's own output schema has checked the answer.
  return (await perform(operation as Operation, input, { db, actor: SYSTEM, handlers: new Map() })) as Output
}

const PERIODS = ['M', 'Q', 'H', '9M', 'Y']
const any = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T
const whole = (below: number) => Math.floor(Math.random() * below)

function anyPeriod(): string {
  const year = 2022 + whole(5)
  const kind = any(PERIODS)
  if (kind === 'M') return `${year}-M${String(1 + whole(12)).padStart(2, '0')}`
  if (kind === 'Q') return `${year}-Q${1 + whole(4)}`
  return kind === 'H' ? `${year}-H${1 + whole(2)}` : `${year}-${kind}`
}

const anyIndicator = () => ({ kind: 'indicator' as const, code: `B.${String(whole(MEASURES / 2)).padStart(3, '0')}` })
const monthsOf = (year: number) => Array.from({ length: 12 }, (_, n) => `${year}-M${String(n + 1).padStart(2, '0')}`)

function anyUnit(country: Country): string {
  const level = whole(3)
  return level === 0 ? country.nation : level === 1 ? any(country.provinces) : any(country.wards)
}

async function readingResults(database: BenchDatabase, country: Country): Promise<Result[]> {
  const one = () =>
    read(database, {
      items: [anyIndicator()],
      units: [anyUnit(country)],
      periods: [anyPeriod()],
      regime: any(['cut-off', 'calendar']),
    })
  await timed(40, one)
  const single = await timed(400, one)
  const table = (units: readonly string[]) => () =>
    read(database, { items: [anyIndicator()], units: [...units], periods: monthsOf(2022 + whole(5)) })
  const province = await timed(30, () => table(country.wardsOf.get(any(country.provinces)) ?? [])())
  await timed(2, table(country.wards))
  const all = await timed(12, table(country.wards))
  return [
    below('any indicator, any unit, any period: p95', percentile(single, 0.95), 'ms', 50),
    told('any indicator, any unit, any period: p50', percentile(single, 0.5), 'ms'),
    below('all wards of a province x 12 months: p95', percentile(province, 0.95), 'ms', 300),
    below('all 3,300 wards x 12 months: p50', percentile(all, 0.5), 'ms', 300),
    told('all 3,300 wards x 12 months: p95', percentile(all, 0.95), 'ms'),
  ]
}

/** The same numbers by grouping the facts themselves. */
async function rawResults(database: BenchDatabase, country: Country): Promise<Result[]> {
  const measures = ['m_000', 'm_001']
  const ask: Input = {
    items: measures.map((code) => ({ kind: 'measure', code })),
    units: [country.nation],
    periods: ['2024-Y'],
  }
  const tallied = await timed(20, () => read(database, ask))
  const answer = await read(database, ask)
  const sums: string[] = []
  const raw = await timed(3, async () => {
    sums.length = 0
    const { rows } = await sql<{ code: string; sum: string }>`
      select m.code, sum(v.value)::text as sum from indicators.fact_value v join indicators.measure m on m.id = v.measure_id
      where m.code = any (${measures}) and v.day between '2023-12-15' and '2024-12-14' group by m.code order by m.code`.execute(
      database.db,
    )
    sums.push(...rows.map(({ sum }) => sum))
  })
  const rawTable = await timed(1, () =>
    sql`select v.unit_id, date_trunc('month', v.day), sum(v.value) from indicators.fact_value v
      where v.measure_id in (select id from indicators.measure where code = any (${measures})) and v.day between '2023-12-15' and '2024-12-14'
      group by 1, 2`.execute(database.db),
  )
  const equal = answer.cells.every((table, index) => table[0]?.[0]?.value === sums[index])
  return [
    holds('figures equal the sums of the raw facts', equal),
    told('nation, one year, from tallies: p50', percentile(tallied, 0.5), 'ms'),
    told('nation, one year, grouping raw facts', percentile(raw, 0.5), 'ms'),
    told('raw grouping / tallies', percentile(raw, 0.5) / percentile(tallied, 0.5), 'times'),
    told('all wards x 12 months, grouping raw facts', rawTable[0] ?? 0, 'ms'),
  ]
}

/** While facts arrive one by one in their own transactions: how soon figures show them, and how soon browsers are told. */
async function arrivingResults(
  database: BenchDatabase,
  country: Country,
  log: (line: string) => void,
): Promise<Result[]> {
  const notices = await listenFor(database.url, 'indicators.figures')
  const stop = { now: false, sent: 0, failed: 0 }
  const started = performance.now()
  const arriving = arrive(database, country, stop)
  const folding = foldAgainAndAgain(database, stop)
  const visible: number[] = []
  const told2: number[] = []
  const single: number[] = []
  for (let round = 0; round < 20; round++) {
    const ward = any(country.wards)
    const province = country.provinceOf.get(ward) ?? ''
    const ask: Input = {
      items: [{ kind: 'measure', code: 'm_002' }],
      units: [ward, province, country.nation],
      periods: ['2026-M06'],
    }
    const before = await read(database, ask)
    const at = performance.now()
    await recordOne(database, { measure: 'm_002', unitId: ward, day: '2026-06-01', value: '1000000' })
    const notice = notices.next()
    while (!isVisible(before, await read(database, ask))) await pause(5)
    visible.push(performance.now() - at)
    await notice
    told2.push(performance.now() - at)
    single.push(
      ...(await timed(10, () =>
        read(database, { items: [anyIndicator()], units: [anyUnit(country)], periods: [anyPeriod()] }),
      )),
    )
  }
  const seconds = (performance.now() - started) / 1000
  stop.now = true
  await Promise.all([arriving, folding])
  await notices.close()
  log(`${stop.sent} facts in ${seconds.toFixed(1)} s`)
  return [
    told('facts arriving meanwhile', stop.sent / seconds, 'per s'),
    holds('none of them was refused', stop.failed === 0),
    below('a new fact is in the figures of ward, province and nation: p95', percentile(visible, 0.95), 'ms', 2000),
    below('browsers that watch are told: p95', percentile(told2, 0.95), 'ms', 2000),
    below('any figure while facts arrive: p95', percentile(single, 0.95), 'ms', 50),
  ]
}

/** Every level must have grown by the new fact (others arrive too, but are small). */
function isVisible(before: Output, after: Output): boolean {
  return before.cells.every((table, item) =>
    table.every((row, unit) => Number(after.cells[item]?.[unit]?.[0]?.value) - Number(row[0]?.value) >= 1_000_000),
  )
}

type Stop = { now: boolean; sent: number; failed: number }

async function arrive(database: BenchDatabase, country: Country, stop: Stop): Promise<void> {
  const started = performance.now()
  const open = new Set<Promise<void>>()
  while (!stop.now) {
    const due = ((performance.now() - started) / 1000) * RATE
    for (let sending = stop.sent; sending < due && open.size < 6; sending++) {
      stop.sent++
      const fact = {
        measure: `m_${String(whole(100)).padStart(3, '0')}`,
        unitId: any(country.wards),
        day: '2026-06-10',
        value: '1',
      }
      const one: Promise<void> = recordOne(database, fact)
        .catch(() => void stop.failed++)
        .finally(() => open.delete(one))
      open.add(one)
    }
    await pause(2)
  }
  await Promise.all(open)
}

async function recordOne(
  { db }: BenchDatabase,
  fact: { measure: string; unitId: string; day: string; value: string },
): Promise<void> {
  const subject = { kind: 'dossier', id: newId(), label: 'Hồ sơ đo' }
  await db.transaction().execute(async (tx) => {
    await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
    await recordFacts(handlerContext(tx, new Map(), new Date()), [{ ...fact, subject }])
  })
}

/** What the worker does with the module's schedule. */
async function foldAgainAndAgain({ db }: BenchDatabase, stop: Stop): Promise<void> {
  while (!stop.now) {
    await pause(FOLD_EVERY_MS)
    for (const schedule of indicators.schedules ?? []) {
      await db.transaction().execute(async (tx) => {
        await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
        await schedule.run(handlerContext(tx, new Map(), new Date()))
      })
    }
  }
}

async function listenFor(url: string, topic: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`listen ${LIVE}`)
  return {
    next: () =>
      new Promise<void>((resolve) => {
        const heard = ({ payload }: pg.Notification) => {
          if (payload !== topic) return
          client.off('notification', heard)
          resolve()
        }
        client.on('notification', heard)
      }),
    close: () => client.end(),
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
