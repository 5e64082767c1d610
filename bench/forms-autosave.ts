/** Two hundred citizens who write their applications at the same time, each kept field by field over HTTP. */
import { sql } from 'kysely'
import type { z } from 'zod'
import { newId } from '#kernel/id.ts'
import { loadDemo } from '#main/demo/load.ts'
import { modules } from '#main/modules.ts'
import { fieldsOf, type getForm } from '#modules/forms/contract.ts'
import { beginDraft, type Draft, type DraftForm } from '#modules/portal/contract.ts'
import { hashOfToken, newToken } from '#modules/portal/sign-in.ts'
import { prepareDatabase } from '#server/prepare.ts'
import { type BenchDatabase, benchDatabase } from './database.ts'
import { serverProcess, usedByServer } from './processor-time.ts'
import { below, holds, percentile, type Result, told } from './report.ts'
import { type Servers, startServers } from './serving.ts'

const CITIZENS = 200
/** Between two fields of one citizen, from the least to the most: short questions, quickly answered. */
const PAUSE_MS = [2000, 4000] as const
const WARM_S = 6
const MEASURED_S = 30

/** `folder`: where the database is, which writes as safely as that of an installation. */
export async function autosaveResults(folder: string, log: (line: string) => void): Promise<Result[]> {
  const database = await benchDatabase(log, folder)
  try {
    await prepareDatabase(database.url, modules)
    await loadDemo(database.url, () => undefined)
    const tokens = await signIn(database)
    const servers = await startServers({ url: database.url, actors: {} })
    try {
      return await measured(database, servers, tokens, log)
    } finally {
      await servers.stop()
    }
  } finally {
    await database.stop()
  }
}

/** Citizens who have proven an address and hold a session. */
async function signIn({ owner }: BenchDatabase): Promise<string[]> {
  const tokens = Array.from({ length: CITIZENS }, newToken)
  for (const token of tokens) {
    const [citizenId, hash] = [newId(), hashOfToken(token)]
    await sql`insert into portal.citizen (id, channel, address_hash, address_sealed, created_at)
      values (${citizenId}, 'sms', ${hash}, '', now())`.execute(owner)
    await sql`insert into portal.session (id, token_hash, citizen_id, began_at, last_seen_at, expires_at)
      values (${newId()}, ${hash}, ${citizenId}, now(), now(), now() + interval '1 day')`.execute(owner)
  }
  return tokens
}

const FIELDS = ['name', 'identityNumber', 'phone', 'email', 'address'].map((part) => `subject.${part}`)

const TYPED: ReadonlySet<string> = new Set(['text', 'paragraph', 'person-name', 'identity-number', 'phone', 'email'])

/** Names under which answers to the form are kept: of its fields that are typed. */
async function answersOf(servers: Servers, token: string, form: DraftForm): Promise<string[]> {
  const { body } = await servers.ask('GET', `/forms/by-code/${form.code}?versionId=${form.versionId}`, token)
  const { definition } = body as unknown as z.output<typeof getForm.output>
  const typed = fieldsOf(definition).filter(({ kind, value }) => TYPED.has(kind) && value === null)
  return typed.map(({ name }) => `form.${name}`)
}

async function measured(
  { owner }: BenchDatabase,
  servers: Servers,
  tokens: readonly string[],
  log: (line: string) => void,
): Promise<Result[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct procedure.code from procedures.procedure join procedures.version on version.procedure_id = procedure.id
    where version.state = 'published' and version.content->>'onlineLevel' <> 'none'
    order by procedure.code limit 20`.execute(owner)
  const writers = await Promise.all(
    tokens.map(async (token, at) => {
      const asked = { procedureCode: rows[at % rows.length]?.code }
      const { status, body } = await servers.ask('POST', beginDraft.path, token, asked)
      if (status !== 200) throw new Error(`An application was not begun: ${JSON.stringify(body)}`)
      const draft = body as unknown as Draft
      return { token, draft, names: draft.forms[0] ? await answersOf(servers, token, draft.forms[0]) : FIELDS }
    }),
  )
  const postmaster = await serverProcess(owner)
  const used = async () => {
    const { user, system } = process.cpuUsage()
    const database = postmaster === null ? Number.NaN : usedByServer(postmaster)
    return { program: await servers.used(), database, callers: (user + system) / 1000 }
  }
  log('warm')
  await writing(servers, writers, WARM_S)
  const before = await used()
  const { kept, shown } = await writing(servers, writers, MEASURED_S)
  const after = await used()
  const wrong = await lost(servers, writers)
  const each = (name: keyof typeof before) => (after[name] - before[name]) / kept.length
  return [
    below(`${CITIZENS} citizens at once, a field each every 2 to 4 s, kept over HTTP: p95`, at95(kept), 'ms', 200),
    told('– the same: p50', percentile(kept, 0.5), 'ms'),
    told('– kept', kept.length / MEASURED_S, 'per s'),
    told('– an application without a form shown anew after it: p95', at95(shown), 'ms'),
    holds('– every field is there as it was last written', wrong === 0),
    told('– processor time of both: program', each('program'), 'ms'),
    told('– processor time of both: database', each('database'), 'ms'),
    told('– processor time of both: caller', each('callers'), 'ms'),
  ]
}

const at95 = (values: readonly number[]) => percentile(values, 0.95)

type Writer = { readonly token: string; readonly draft: Draft; readonly names: readonly string[] }
/** By draft and field, what was last sent. */
const written = new Map<string, Map<string, string>>()

/**
 * Each writes for so many seconds as a browser does: an answer to the form is sent, and nothing is asked; of a procedure without a form a
 * field of the application is sent, after which it is asked for again.
 */
async function writing(servers: Servers, writers: readonly Writer[], seconds: number) {
  const end = performance.now() + seconds * 1000
  const kept: number[] = []
  const shown: number[] = []
  const write = async ({ token, draft, names }: Writer) => {
    const own = written.get(draft.id) ?? new Map<string, string>()
    written.set(draft.id, own)
    await pause(Math.random() * PAUSE_MS[1])
    while (performance.now() < end) {
      const name = names[Math.floor(Math.random() * names.length)] ?? ''
      const value = `Nguyễn Thị Viết ${Math.floor(Math.random() * 1e6)}`
      const versionId = draft.forms[0]?.versionId
      kept.push(await timedAsk(servers, 'PUT', `/portal/drafts/${draft.id}/fields`, token, { name, value, versionId }))
      own.set(name, value)
      if (draft.forms.length === 0) shown.push(await timedAsk(servers, 'GET', `/portal/drafts/${draft.id}`, token))
      await pause(PAUSE_MS[0] + Math.random() * (PAUSE_MS[1] - PAUSE_MS[0]))
    }
  }
  await Promise.all(writers.map(write))
  return { kept, shown }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function timedAsk(servers: Servers, method: string, path: string, token: string, body?: object): Promise<number> {
  const started = performance.now()
  const { status } = await servers.ask(method, path, token, body)
  if (status !== 200) throw new Error(`${method} ${path}: ${status}`)
  return performance.now() - started
}

/** How many fields are not as they were last written. */
async function lost(servers: Servers, writers: readonly Writer[]): Promise<number> {
  let wrong = 0
  for (const { token, draft } of writers) {
    const { body } = await servers.ask('GET', `/portal/drafts/${draft.id}`, token)
    const { fields, forms } = body as unknown as Draft
    const answers = Object.entries(forms[0]?.answers ?? {}).map(([name, value]) => [`form.${name}`, value] as const)
    const there: Readonly<Record<string, unknown>> = { ...fields, ...Object.fromEntries(answers) }
    for (const [name, value] of written.get(draft.id) ?? []) if (there[name] !== value) wrong++
  }
  return wrong
}
