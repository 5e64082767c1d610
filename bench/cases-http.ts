import { sql } from 'kysely'
import { newId } from '#kernel/id.ts'
import { modules } from '#main/modules.ts'
import type { Actor } from '#server/actor.ts'
import { prepareDatabase } from '#server/prepare.ts'
import type { TestApi } from '#testing/api.ts'
import { buildProcedure, PAPER, PERSON } from '#testing/ward.ts'
import type { CaseCountry } from './cases-data.ts'
import type { BenchDatabase } from './database.ts'
import { serverProcess, usedByServer } from './processor-time.ts'
import { above, below, middleOfThree, percentile, type Result, spread, timed, told } from './report.ts'
import { type Servers, startServers } from './serving.ts'

const DESKS = 40
/** Of each of three rounds. */
const SECONDS = 6
const WRITERS = 8
const READERS = 8

type Desk = { readonly unitId: string; readonly token: string }
type Server = Pick<Servers, 'ask'> & {
  readonly desks: readonly Desk[]
  readonly procedure: string
  /** Milliseconds of processor time used so far. */
  used(): Promise<Used>
}
type Used = { readonly program: number; readonly database: number; readonly callers: number }

/** Acts and reads over HTTP on the loopback address: servers, callers and database share the machine. */
export async function httpResults(
  database: BenchDatabase,
  country: CaseCountry,
  log: (line: string) => void,
): Promise<Result[]> {
  const { desks, actors } = await makeDesks(database, country)
  const procedure = await ownProcedure(database)
  const servers = await startServers({ url: database.url, actors })
  const postmaster = await serverProcess(database.owner)
  const server: Server = {
    desks,
    procedure,
    ask: servers.ask,
    async used() {
      const { user, system } = process.cpuUsage()
      const used = postmaster === null ? Number.NaN : usedByServer(postmaster)
      return { program: await servers.used(), database: used, callers: (user + system) / 1000 }
    },
  }
  const write = () => wholeCase(server, any(desks))
  const read = () => readOne(server, any(desks))
  try {
    // Warm: plans are kept and code is compiled.
    await during(READERS, 3, write)
    await during(READERS, 3, read)
    log('warm')
    const nothing = await rates(server, READERS, () => askForNothing(server, any(desks)))
    const acts = await rates(server, WRITERS, write)
    log(`${acts.perSecond.toFixed(0)} acts per second`)
    const reads = await rates(server, READERS, read)
    log(`${reads.perSecond.toFixed(0)} reads per second`)
    const mixed = await mix(write, read)
    const papers = await caseWithPapers(server)
    return [
      told('serving processes', servers.count, ''),
      told('baseline: an answer without the database over HTTP, 8 at once', nothing.perSecond, 'per s'),
      ...usedResults('an answer without the database', nothing.used),
      above('acts over HTTP, 8 at once (receive, forward, decide, return)', acts.perSecond, 'per s', 300),
      ...usedResults('an act', acts.used),
      above('reads over HTTP, 8 at once (lists, counts)', reads.perSecond, 'per s', 2000),
      ...usedResults('a read', reads.used),
      told('acts, with reads at the same time (8 and 8)', mixed.acts, 'per s'),
      told('reads, with acts at the same time (8 and 8)', mixed.reads, 'per s'),
      below('case with 50 papers over HTTP: p95', papers.p95, 'ms', 150),
      told('case with 50 papers over HTTP: p50', papers.p50, 'ms'),
      ...(await freshness(server)),
    ]
  } finally {
    await servers.stop()
  }
}

/** The one of an earlier measurement, or a new one. */
async function ownProcedure({ owner }: BenchDatabase): Promise<string> {
  const { rows } = await sql<{ code: string }>`select code from procedures.procedure limit 1`.execute(owner)
  // Only the tables are written to.
  return rows[0]?.code ?? buildProcedure({ db: owner } as TestApi, { levels: ['commune'] })
}

async function makeDesks({ url, owner }: BenchDatabase, { wards }: CaseCountry) {
  await prepareDatabase(url, modules)
  const desks = wards.slice(100, 100 + DESKS).map((unitId) => ({ unitId, token: newId() }))
  await sql`delete from cases.unit_code`.execute(owner)
  for (const [index, { unitId }] of desks.entries())
    await sql`insert into cases.unit_code (unit_id, code, valid_from) values (${unitId}, ${`H${10 + index}`}, '2025-07-01')`.execute(
      owner,
    )
  return { desks, actors: Object.fromEntries(desks.map(({ unitId, token }) => [token, official(unitId)])) }
}

function official(unitId: string): Actor {
  const permissions = ['cases:read', 'cases:receive', 'cases:process', 'cases:approve']
  const grants = permissions.map((permission) => ({ permission, unitId, reach: 'own' as const }))
  return { id: newId(), kind: 'person', name: 'Cán bộ đo', grants, sessionId: null }
}

type Rates = { readonly perSecond: number; readonly used: Used }

/** How many a second, the middle one of three rounds, and what one of them cost in processor time, over all rounds. */
async function rates(server: Server, many: number, run: () => Promise<number>): Promise<Rates> {
  const before = await server.used()
  let sum = 0
  const perSecond = await middleOfThree(async () => {
    const round = await during(many, SECONDS, run)
    sum += round.sum
    return round.sum / round.seconds
  })
  const after = await server.used()
  const each = (name: keyof Used) => (after[name] - before[name]) / sum
  return { perSecond, used: { program: each('program'), database: each('database'), callers: each('callers') } }
}

function usedResults(what: string, { program, database, callers }: Used): Result[] {
  return [
    told(`– processor time of ${what}: program`, program, 'ms'),
    told(`– processor time of ${what}: database`, database, 'ms'),
    told(`– processor time of ${what}: caller`, callers, 'ms'),
  ]
}

async function mix(write: () => Promise<number>, read: () => Promise<number>) {
  const rounds: { acts: number; reads: number }[] = []
  for (let round = 0; round < 3; round++) {
    const [acts, reads] = await Promise.all([during(WRITERS, SECONDS, write), during(READERS, SECONDS, read)])
    rounds.push({ acts: acts.sum / acts.seconds, reads: reads.sum / reads.seconds })
  }
  const middle = (name: 'acts' | 'reads') =>
    percentile(
      rounds.map((round) => round[name]),
      0.5,
    )
  return { acts: middle('acts'), reads: middle('reads') }
}

/** What the way over HTTP alone costs. */
async function askForNothing(server: Server, { token }: Desk): Promise<number> {
  await server.ask('GET', '/about', token)
  return 1
}

type Shown = { readonly id: string; readonly version: number }

async function act(server: Server, path: string, { token }: Desk, body: object): Promise<Shown> {
  const { status, body: shown } = await server.ask('POST', path, token, body)
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(shown)}`)
  return shown as unknown as Shown
}

const intake = (server: Server, { unitId }: Desk, papers: readonly object[]) => ({
  procedureCode: server.procedure,
  receivedUnitId: unitId,
  channel: 'counter',
  subject: PERSON,
  papers,
})

/** Received, handed on to the leader, decided, returned; how many acts that were. */
async function wholeCase(server: Server, desk: Desk): Promise<number> {
  let one = await act(server, '/cases', desk, intake(server, desk, [PAPER]))
  one = await act(server, `/cases/${one.id}/forward-case`, desk, { version: one.version })
  const results = [{ code: 'giay', number: `${one.id.slice(0, 8)}/GCN` }]
  one = await act(server, `/cases/${one.id}/decide-case`, desk, { version: one.version, outcome: 'granted', results })
  await act(server, `/cases/${one.id}/return-result`, desk, {
    version: one.version,
    way: 'desk',
    receiver: 'Chính chủ',
  })
  return 4
}

const READS = ['unit', 'unit', 'unit', 'due-soon', 'overdue', 'to-return', 'mine']

async function readOne(server: Server, { token }: Desk): Promise<number> {
  const list = any(READS)
  for (const [path, asked] of [
    ['/cases/list', { list, limit: 20 }],
    ['/cases/counts', {}],
  ] as const) {
    const { status } = await server.ask('POST', path, token, asked)
    if (status !== 200) throw new Error(`${path}: ${status}`)
  }
  return 2
}

async function caseWithPapers(server: Server): Promise<{ readonly p50: number; readonly p95: number }> {
  const desk = any(server.desks)
  const papers = Array.from({ length: 49 }, (_, n) => ({ code: `other-${n}`, name: `Giấy tờ ${n}`, form: 'copy' }))
  const { id } = await act(server, '/cases', desk, intake(server, desk, [PAPER, ...papers]))
  const round = () =>
    timed(60, async () => {
      const { status } = await server.ask('GET', `/cases/${id}`, desk.token)
      if (status !== 200) throw new Error(`The case was not shown: ${status}`)
    })
  return spread(round)
}

/** From the answer of an act until the list of the unit and its count show it. */
async function freshness(server: Server): Promise<Result[]> {
  const taken: number[] = []
  for (let round = 0; round < 20; round++) {
    const desk = any(server.desks)
    const { id } = await act(server, '/cases', desk, intake(server, desk, [PAPER]))
    const started = performance.now()
    for (;;) {
      const { body } = await server.ask('POST', '/cases/list', desk.token, { list: 'unit', limit: 500 })
      if ((body as unknown as { cases: readonly Shown[] }).cases.some((one) => one.id === id)) break
    }
    taken.push(performance.now() - started)
  }
  return [below('an act is in the list of its unit: p95', percentile(taken, 0.95), 'ms', 1000)]
}

/** Several at once again and again for some seconds; what they add up to. */
async function during(many: number, forSeconds: number, run: () => Promise<number>) {
  const started = performance.now()
  const end = started + forSeconds * 1000
  let sum = 0
  const worker = async () => {
    while (performance.now() < end) {
      const added = await run()
      sum += added
    }
  }
  await Promise.all(Array.from({ length: many }, worker))
  return { sum, seconds: (performance.now() - started) / 1000 }
}

const any = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T
