import { type CallProblem, isCallProblem, passes, request } from './call.ts'

/** `waiting`: the line is cut; it goes on by itself. */
export type Sending = { readonly state: 'sending' | 'waiting'; readonly sent: number }

type Options = {
  readonly signal?: AbortSignal
  /** Where the file is to be put: sent there again from another device, it is the one that came. */
  readonly meantFor?: string
  readonly onChange?: (sending: Sending) => void
  /** How long to rest after the first cut; longer after each that follows at once. */
  readonly restMs?: number
}

const PATH = '/api/files/uploads'
const HEADERS = { 'x-haidang': '1', 'tus-resumable': '1.0.0' }
const KIBIBYTE = 1024
const FIRST_PIECE = 128 * KIBIBYTE
const LEAST_PIECE = 32 * KIBIBYTE
const MOST_PIECE = 1024 * KIBIBYTE
const MOST_REST_MS = 15_000

/**
 * Stores one file on the server in pieces (tus 1.0.0). After a cut it asks how far the file has come and goes on from there, also when
 * the same file was begun on an earlier visit, or elsewhere; what came whole from there for the same place is not sent again. Aborted, it is given up there too. Throws a `CallProblem` when it is refused.
 */
export async function uploadInPieces(file: File, options: Options = {}): Promise<{ readonly fileId: string }> {
  const { signal, meantFor, onChange, restMs = 1000 } = options
  const hash = await hashOf(file)
  let place: string | null = null
  let [sent, piece, rest] = [0, FIRST_PIECE, restMs]
  for (;;) {
    try {
      signal?.throwIfAborted()
      if (place === null) ({ place, sent } = await begin({ file, hash, meantFor }, signal))
      onChange?.({ state: 'sending', sent })
      if (sent >= file.size) return { fileId: place.slice(place.lastIndexOf('/') + 1) }
      const started = performance.now()
      sent = await send(place, file.slice(sent, sent + piece), sent, signal)
      piece = nextSize(piece, performance.now() - started)
      rest = restMs
    } catch (thrown) {
      if (signal?.aborted && place !== null) void giveUp(place)
      if (!isCallProblem(thrown) || !mayGoOn(thrown)) throw thrown
      // Forgotten meanwhile: from the beginning.
      if (thrown.body.status === 404 && place !== null) place = null
      else if (thrown.body.code !== ELSEWHERE) {
        onChange?.({ state: 'waiting', sent })
        await pause(rest, signal)
        rest = Math.min(rest * 2, MOST_REST_MS)
      }
      if (place !== null) ({ place, sent } = await standing(place, sent, signal))
    }
  }
}

/** Another tab was faster with the same file. */
const ELSEWHERE = 'platform/piece-elsewhere'

function mayGoOn(thrown: CallProblem): boolean {
  const { status, code } = thrown.body
  return passes(thrown) || status === 404 || code === ELSEWHERE || code === 'platform/too-many-requests'
}

async function giveUp(place: string): Promise<void> {
  // What is not given up now is forgotten by itself after a day.
  await request(place, { method: 'DELETE', headers: HEADERS }).catch(() => undefined)
}

type Announced = { readonly file: File; readonly hash: string | null; readonly meantFor: string | undefined }

async function begin(
  { file, hash, meantFor }: Announced,
  signal?: AbortSignal,
): Promise<{ place: string; sent: number }> {
  const metadata = [
    ['filename', file.name],
    ['filetype', file.type || 'application/octet-stream'],
    ...(hash === null ? [] : [['sha256', hash]]),
    ...(meantFor === undefined ? [] : [['for', meantFor]]),
  ]
  const headers = {
    ...HEADERS,
    'upload-length': String(file.size),
    'upload-metadata': metadata.map(([name, value]) => `${name} ${base64(value ?? '')}`).join(','),
  }
  const answer = await request(PATH, { method: 'POST', headers, ...(signal && { signal }) })
  return { place: answer.headers.get('location') ?? '', sent: offsetOf(answer) }
}

async function send(place: string, body: Blob, offset: number, signal?: AbortSignal): Promise<number> {
  const headers = {
    ...HEADERS,
    'content-type': 'application/offset+octet-stream',
    'upload-offset': String(offset),
  }
  return offsetOf(await request(place, { method: 'PATCH', headers, body, ...(signal && { signal }) }))
}

/** How far it has come by the server's word; begun anew when it is gone, and as far as was known while nothing can be heard. */
async function standing(place: string, known: number, signal?: AbortSignal) {
  try {
    const answer = await request(place, { method: 'HEAD', headers: HEADERS, ...(signal && { signal }) })
    return { place, sent: offsetOf(answer) }
  } catch (thrown) {
    if (!isCallProblem(thrown)) throw thrown
    return { place: thrown.body.status === 404 ? null : place, sent: known }
  }
}

const offsetOf = (answer: Response): number => Number(answer.headers.get('upload-offset') ?? 0)

/** Pieces that take between one and four seconds: large enough to be quick, small enough to lose little. */
function nextSize(piece: number, tookMs: number): number {
  if (tookMs < 1000) return Math.min(piece * 2, MOST_PIECE)
  return tookMs > 4000 ? Math.max(piece / 2, LEAST_PIECE) : piece
}

/** Null where the browser reckons none: on a page that came without TLS. */
async function hashOf(file: File): Promise<string | null> {
  if (!globalThis.crypto.subtle) return null
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const base64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))

/** Until the time is over or the network comes back. */
function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      globalThis.removeEventListener?.('online', done)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    globalThis.addEventListener?.('online', done)
    signal?.addEventListener('abort', done)
  })
}
