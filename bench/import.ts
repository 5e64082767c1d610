/** 100,000 reported values (1,000 units, 100 measures) from an .xlsx file: dry run and real run through `indicators.import-observations`. */
import { sql } from 'kysely'
import type { z } from 'zod'
import { newId } from '#kernel/id.ts'
import { importObservations } from '#modules/indicators/contract.ts'
import { indicators } from '#modules/indicators/index.ts'
import { SYSTEM } from '#server/actor.ts'
import { keepUpload } from '#server/files.ts'
import { type Operation, perform } from '#server/operation.ts'
import { type BenchDatabase, benchDatabase } from './database.ts'
import { type Bench, below, holds, told } from './report.ts'

type Input = z.input<typeof importObservations.input>
type Output = z.output<typeof importObservations.output>

const MEASURES = 100
const BAD_EVERY = 1000

export const bench: Bench = async ({ scale, log }) => {
  const database = await benchDatabase(log)
  try {
    const units = Math.round(1000 * scale)
    await fill(database, units)
    const good = await upload(database, table(units, false))
    const bad = await upload(database, table(units, true))
    const dryBad = await bring(database, { source: { fileId: bad }, dryRun: true })
    const realBad = await bring(database, { source: { fileId: bad }, dryRun: false })
    const dry = await bring(database, { source: { fileId: good }, dryRun: true })
    const real = await bring(database, { source: { fileId: good }, dryRun: false })
    const again = await bring(database, { source: { fileId: good }, dryRun: false })
    const values = units * MEASURES
    const same = (a: Output, b: Output) =>
      JSON.stringify({ ...a, dryRun: 0, importId: 0, stored: 0 }) ===
      JSON.stringify({ ...b, dryRun: 0, importId: 0, stored: 0 })
    return [
      told('values', values, 'values'),
      below('dry run', dry.seconds, 's', 10),
      below('real run, all stored', real.seconds, 's', 10),
      told('real run, processor time without the database', real.ownSeconds, 's'),
      told('the same again, nothing changes', again.seconds, 's'),
      holds('dry run and real run say the same', same(dry.answer, real.answer) && same(dryBad.answer, realBad.answer)),
      holds('all are stored', real.answer.created === values && (await stored(database)) === values),
      holds('again: none is changed', again.answer.unchanged === values && !again.answer.stored),
      holds(
        'one conflict per bad value, nothing stored by half',
        realBad.answer.refused === values / BAD_EVERY && !realBad.answer.stored,
      ),
    ]
  } finally {
    await database.stop()
  }
}

async function bring(
  { db }: BenchDatabase,
  input: Input,
): Promise<{ seconds: number; ownSeconds: number; answer: Output }> {
  const operation = indicators.operations.find(({ endpoint }) => endpoint.id === importObservations.id)
  const started = performance.now()
  const before = process.cpuUsage()
  // The operation's own output schema has checked the answer.
  const answer = (await perform(operation as Operation, input, { db, actor: SYSTEM, handlers: new Map() })) as Output
  const { user, system } = process.cpuUsage(before)
  return { seconds: (performance.now() - started) / 1000, ownSeconds: (user + system) / 1e6, answer }
}

async function upload({ db }: BenchDatabase, rows: readonly (readonly (string | number)[])[]): Promise<string> {
  const { default: excel } = await import('@protobi/exceljs')
  const book = new excel.Workbook()
  book.addWorksheet('Số liệu').addRows([...rows])
  const bytes = new Uint8Array(await book.xlsx.writeBuffer())
  return db
    .transaction()
    .execute((tx) => keepUpload(tx, { name: 'bench.xlsx', mediaType: 'application/zip', bytes }, SYSTEM, new Date()))
}

function table(units: number, withBad: boolean): (string | number)[][] {
  const rows: (string | number)[][] = [['Mã đơn vị', 'Mã số liệu', 'Kỳ', 'Giá trị']]
  for (let unit = 0; unit < units; unit++) {
    for (let measure = 0; measure < MEASURES; measure++) {
      const place = rows.length - 1
      const isBad = withBad && place % BAD_EVERY === 0
      rows.push([
        `N${unit}`,
        `n_${measure}`,
        '2026-M06',
        isBad ? 'không rõ' : (unit * 7919 + measure * 104_729) % 100_000,
      ])
    }
  }
  return rows
}

async function fill({ owner }: BenchDatabase, units: number): Promise<void> {
  const ids = Array.from({ length: units }, () => newId())
  await sql`insert into organisation.unit (id) select unnest(${ids}::uuid[])`.execute(owner)
  await sql`
    insert into organisation.unit_version (unit_id, code, name, kind, level, valid_from)
    select id, 'N' || n - 1, 'Đơn vị ' || n, 'ward', 'commune', '2015-01-01' from unnest(${ids}::uuid[]) with ordinality as u (id, n)`.execute(
    owner,
  )
  await sql`
    insert into indicators.measure (id, code, name_vi, name_en, nature, source, unit_vi, unit_en, decimals, roll_up, valid_from, created_at, created_by)
    select gen_random_uuid(), 'n_' || n, 'Số liệu ' || n, 'Measure ' || n, 'flow', 'reported', 'lượt', 'times', 0, 'sum', '2015-01-01', now(), ${SYSTEM.id}
    from generate_series(0, ${MEASURES - 1}::int) n`.execute(owner)
}

async function stored({ owner }: BenchDatabase): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from indicators.observation`.execute(owner)
  return rows[0]?.count ?? 0
}
