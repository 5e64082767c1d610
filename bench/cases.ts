/**
 * Cases at the size of a country: 6 million over 3,300 wards and the departments of 34 provinces. Every read goes through its operation
 * as the application role with row security on, by actors whose rights reach a ward, a province or everything.
 */

import { sql } from 'kysely'
import { newId } from '#kernel/id.ts'
import { countCases, listCases, listCasesOfPerson } from '#modules/cases/contract.ts'
import { cases } from '#modules/cases/index.ts'
import type { Actor } from '#server/actor.ts'
import { type Operation, perform } from '#server/operation.ts'
import { type CaseCountry, countryOf, fillCases } from './cases-data.ts'
import { httpResults } from './cases-http.ts'
import { watchResults } from './cases-watch.ts'
import { type BenchDatabase, benchDatabase, unsafely } from './database.ts'
import { type Bench, below, type Result, spread, timed, told } from './report.ts'

const FULL_SIZE = 6_000_000
/** What the lists of another well-kept case system were measured at, in its own tracker: 895 ms with a few thousand cases. */
const LIMIT_MS = 100

export const bench: Bench = async ({ scale, data, loadOnly, log }) => {
  const database = await benchDatabase(log, data)
  try {
    const loading = database.kept ? null : await load(database, Math.round(FULL_SIZE * scale), log)
    const country = await countryOf(database.owner)
    return [
      told('cases', country.cases, 'rows'),
      ...(loading === null ? [] : [told('loading', loading, 's')]),
      told('size of the database', await sizeOf(database), 'GB'),
      ...(loadOnly ? [] : await measured(database, country, log)),
    ]
  } finally {
    await database.stop()
  }
}

async function measured(database: BenchDatabase, country: CaseCountry, log: (line: string) => void): Promise<Result[]> {
  return [
    ...(await readingResults(database, country, log)),
    ...(await httpResults(database, country, log)),
    ...(await watchResults(database)),
  ]
}

/** How many seconds it took. */
async function load({ owner }: BenchDatabase, cases: number, log: (line: string) => void): Promise<number> {
  const started = performance.now()
  await unsafely(owner, () => fillCases(owner, cases, log))
  return (performance.now() - started) / 1000
}

async function sizeOf({ owner }: BenchDatabase): Promise<number> {
  const { rows } = await sql<{ size: number }>`select pg_database_size(current_database()) as size`.execute(owner)
  return (rows[0]?.size ?? 0) / 1e9
}

export type Reader = { readonly actor: Actor; readonly name: string }

export function readerOf(name: string, unitId: string | null, id = newId()): Reader {
  const grants = [{ permission: 'cases:read', unitId, reach: 'subtree' as const }]
  return { name, actor: { id, kind: 'person', name, grants, sessionId: null } }
}

export async function call(database: BenchDatabase, id: string, input: object, { actor }: Reader): Promise<unknown> {
  const operation = cases.operations.find(({ endpoint }) => endpoint.id === id)
  return perform(operation as Operation, input, { db: database.db, actor, handlers: new Map() })
}

async function readingResults(
  database: BenchDatabase,
  country: CaseCountry,
  log: (line: string) => void,
): Promise<Result[]> {
  const results: Result[] = []
  const measure = async (name: string, times: number, run: (index: number) => Promise<unknown>) => {
    await timed(3, run)
    const { p50, p95 } = await spread(() => timed(times, run))
    results.push(below(`${name}: p95`, p95, 'ms', LIMIT_MS))
    results.push(told(`${name}: p50`, p50, 'ms'))
    log(`${name}: ${p95.toFixed(1)} (${p50.toFixed(1)}) ms`)
  }
  await measure('baseline: a transaction that reads nothing', 100, () =>
    database.db.transaction().execute((tx) => sql`select 1`.execute(tx)),
  )
  for (const reader of [...wardReaders(country), provinceReader(country), everywhere()]) {
    const list = (input: object) => () => call(database, listCases.id, input, reader)
    for (const name of ['unit', 'due-soon', 'overdue', 'to-return', 'waiting-citizen', 'all'])
      await measure(`${reader.name}: ${name}`, 40, list({ list: name }))
    await measure(`${reader.name}: counts`, 20, () => call(database, countCases.id, {}, reader))
    for (const [kind, texts] of Object.entries(SEARCHES))
      await measure(`${reader.name}: search by ${kind}`, 40, (index) =>
        call(database, listCases.id, { list: 'all', q: texts[index % texts.length] }, reader),
      )
  }
  await measure('my list', 100, () => myList(database, country))
  const reader = provinceReader(country)
  await measure('all cases of a person', 100, () =>
    call(database, listCasesOfPerson.id, { identityNumber: identityOf(1 + whole(country.people - 1)) }, everywhere()),
  )
  await measure('all cases of someone who files for many', 20, () =>
    call(database, listCasesOfPerson.id, { identityNumber: identityOf(0) }, everywhere()),
  )
  await measure('all cases of a person, seen from a province', 100, () =>
    call(database, listCasesOfPerson.id, { identityNumber: identityOf(1 + whole(country.people - 1)) }, reader),
  )
  return results
}

const SEARCHES = {
  'common name': ['nguyễn', 'nguyen van', 'tran thi', 'le'],
  'whole name': ['nguyen van an', 'Trần Thị Quỳnh', 'quynh tran', 'le ngoc lan', 'pham duc huy', 'anh hoang le'],
  'beginning of a name': ['ngu', 'nguyen v', 'tran thi qu', 'hoa', 'n'],
  'end of a code': ['0975', '0123', '4444', '2718'],
  phone: ['0900001234', '0900500000', '0901200333', '0900000077'],
  'identity number': ['079000001234', '079000777777', '079001999999'],
} satisfies Record<string, readonly string[]>

const whole = (below: number) => Math.floor(Math.random() * below)
const identityOf = (person: number) => String(79_000_000_000 + person).padStart(12, '0')

export function wardReaders({ wards }: CaseCountry): Reader[] {
  return [readerOf('the largest ward', wards[0] ?? ''), readerOf('a ward', wards[Math.floor(wards.length / 2)] ?? '')]
}
export const provinceReader = ({ provinces }: CaseCountry) => readerOf('a province', provinces[0] ?? '')
export const everywhere = () => readerOf('everywhere', null)

/** Of an officer of a ward; their account is made from the unit's id and a digit, as in the data. */
async function myList(database: BenchDatabase, country: CaseCountry): Promise<unknown> {
  const ward = country.wards[whole(country.wards.length)] ?? ''
  const { createHash } = await import('node:crypto')
  const md5 = createHash('md5')
    .update(`${ward}${1 + whole(9)}`)
    .digest('hex')
  const account = md5.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  return call(database, listCases.id, { list: 'mine' }, readerOf('officer', ward, account))
}
