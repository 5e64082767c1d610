import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { closed, listenOnLoopback } from '#server/loopback.ts'
import { DEFAULT_PROFILES } from '../domain/profile.ts'
import type { Mood } from '../domain/stand-in.ts'
import { type Answer, inventedFiling, type PortalState, portalState, type Said, textIn } from './portal-state.ts'

// Stands in for the National Public Service Portal, on loopback, in both ways of speaking. It tells nobody anything.

const { paths } = DEFAULT_PROFILES['one-shot']
const LARGEST = 30 * 1024 * 1024

type Options = { readonly slowMs?: number; readonly account?: string; readonly secret?: string }
type Call = {
  readonly path: string
  readonly key: string
  readonly said: Said
  readonly body: Buffer
  readonly token: string
}

/** `behave` tells how it answers from now on (domain/stand-in.ts says what each mood does). */
export async function standInPortal({ slowMs = 2500, account = 'mo-phong', secret = 'mo-phong' }: Options = {}) {
  const state = portalState()
  let mood: Mood = 'well'
  let calls = 0
  const server = createServer((request, response) => {
    readCall(request).then(
      (call) => answerCall(response, call),
      () => request.socket.destroy(),
    )
  })
  const answerCall = (response: ServerResponse, call: Call): void => {
    calls++
    const drop = () => void response.socket?.destroy()
    if (mood === 'down') return drop()
    if (mood === 'wrong' && calls % 4 !== 0) return nonsense(response, calls)
    // A call it has counted already is answered; the first time the line breaks after it was counted.
    const isDropped = mood === 'doubling' && call.key !== '' && !state.counted().some(({ key }) => key === call.key)
    const answer = carryOut(state, call, { account, secret, mood })
    if (isDropped) return drop()
    const wait = mood === 'slow' ? slowMs : mood === 'reordering' ? Math.random() * 200 : 0
    setTimeout(() => send(response, answer === null ? 401 : 200, answer ?? {}), wait)
  }
  const port = await listenOnLoopback(server)
  return {
    url: `http://127.0.0.1:${port}`,
    account,
    secret,
    state,
    calls: () => calls,
    behave: (next: Mood) => void (mood = next),
    /** Invented citizens file; in the mood `wrong` what nobody can take in. The codes. */
    file: (count: number, about: { readonly unit: string; readonly procedureCode: string }): string[] =>
      Array.from({ length: count }, () => {
        const code = state.nextCode()
        state.filed.push(inventedFiling(code, { ...about, isWrong: mood === 'wrong' }))
        return code
      }),
    close: () => closed(server),
  }
}
export type StandInPortal = Awaited<ReturnType<typeof standInPortal>>

async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST) throw new Error('Too long.')
    chunks.push(chunk)
  }
  const body = Buffer.concat(chunks)
  const isJson = request.headers['content-type'] === 'application/json'
  return {
    path: request.url ?? '',
    key: String(request.headers['idempotency-key'] ?? ''),
    token: (request.headers.authorization ?? '').replace(/^Bearer /, ''),
    // What arrives is JSON of ours: an object.
    said: isJson ? (JSON.parse(body.toString('utf8')) as Said) : {},
    body,
  }
}

type House = { readonly account: string; readonly secret: string; readonly mood: Mood }
const TOKEN = 'phien-mo-phong'

/** What it answers; null: it does not know who asks. */
function carryOut(state: PortalState, call: Call, house: House): Answer | null {
  const { path, said, token } = call
  if (path === paths.session)
    return said.username === house.account && said.password === house.secret
      ? { error_code: '00', session: TOKEN }
      : { error_code: '-1' }
  if (path === paths.token)
    return said.client_id === house.account && said.client_secret === house.secret
      ? { access_token: TOKEN, expires_in: 600 }
      : null
  if (path === paths.service) return said.session === TOKEN ? serve(state, call, house) : { error_code: '-2' }
  return token === TOKEN ? flow(state, call, house) : null
}

/** The older interface: one address, told apart by the service. */
function serve(state: PortalState, { key, said }: Call, { mood }: House): Answer {
  const [first] = Array.isArray(said.data) ? (said.data as Said[]) : []
  const service = textIn(said, 'service')
  if (service === 'TraCuuHoSo') return lookUp(state, textIn(said, 'maHoSo'))
  if (service === 'LayHoSoDaNop') return inbox(state, textIn(said, 'tu'), mood)
  if (!first) return { error_code: '10', message: 'Không có dữ liệu' }
  if (service === 'DongBoHoSoMC') return state.once(key, service, first, () => state.keep(first))
  if (service === 'CapNhatTienDoHoSoMC') return state.once(key, service, first, () => state.step(first))
  return { error_code: '13', message: 'Không có dịch vụ' }
}

/** The flow of 2026. */
function flow(state: PortalState, { path, key, said, body }: Call, { mood }: House): Answer {
  if (path === paths.code)
    return state.once(key, 'GetNextValue', said, () => ({ error_code: '0', result: state.nextCode() }))
  if (path === paths.upload) return state.once(key, 'upload', {}, () => state.takeFile(body))
  if (path === paths.create || path === paths.status)
    return state.once(key, path === paths.create ? 'create' : 'status', said, () => state.keep(said))
  if (path === paths.progress) return state.once(key, 'progress', said, () => state.step(said))
  if (path === paths.lookUp) return lookUp(state, textIn(said, 'MaHoSo'))
  if (path === paths.inbox) return inbox(state, textIn(said, 'tu'), mood)
  return { error_code: '13', message: 'Không có đường dẫn' }
}

function lookUp({ dossiers }: PortalState, code: string): Answer {
  const found = dossiers.get(code)
  return { error_code: '0', result: found ? [found] : [] }
}

/** What was filed since; told twice or in any order in the moods for that. */
function inbox({ filed }: PortalState, cursor: string, mood: Mood): Answer {
  const since = Number(cursor) || 0
  // One that reorders also tells again what it told before.
  const from = mood === 'doubling' || mood === 'reordering' ? Math.max(0, since - 3) : since
  const records = since < filed.length ? filed.slice(from, since + 50) : []
  const told = mood === 'doubling' ? [...records, ...records] : records
  const result = mood === 'reordering' ? told.toReversed() : told
  return { error_code: '0', result, tiep: String(Math.min(filed.length, since + 50)) }
}

function nonsense(response: ServerResponse, calls: number): void {
  if (calls % 4 === 1) return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Bảo trì</h1>')
  if (calls % 4 === 2) return send(response, 200, { error_code: '99', message: 'Lỗi không xác định' })
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"error_code":')
}

function send(response: ServerResponse, status: number, answer: Answer): void {
  if (response.destroyed) return
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
}
