import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import type { Readable } from 'node:stream'
import { Problem } from '#kernel/problem.ts'
import type { Reply } from './answer-once.ts'
import { environmentForStrangers } from './config.ts'

/** `seconds` count from the start of the process; `memoryMb` bounds the heap of its JavaScript. */
export type ProcessLimits = { readonly seconds: number; readonly memoryMb: number }
export type Ended<Answer> = { readonly answer: Answer } | Exceeded
type Exceeded = { readonly exceeded: 'time' | 'memory' }

/** `gone` comes after `ended`: a process that has answered still has to leave. */
type Run = { readonly ended: Promise<Ended<unknown> | Crash>; readonly gone: Promise<void> }
type Crash = { readonly crashed: string }

/** So many run at once for this platform process; more wait for their turn. */
const MOST_AT_ONCE = Math.min(4, Math.max(2, availableParallelism()))
/** What a process may take besides its heap: the program itself, unpacked bytes, WebAssembly. */
const MOST_BESIDES_MB = 512
const WATCH_MS = 200
/** Threads of one process that can be busy at the same time. */
const MOST_THREADS = 8
/** Letters of what it writes to its standard error that are kept, and that a defect tells. */
const MOST_SAID = 16_384
const MOST_TOLD = 2000

/**
 * What `script` (a file that calls `answerOnce`) makes of `work`, in a process of its own with bounded time and memory: whatever
 * strangers sent goes here, so that nothing they send ends the platform. Both ways values are cloned, typed arrays and maps included.
 * A process that crashes is tried once more. Throws what the script throws (a problem as a problem), and when it ends without an answer.
 */
export async function inOwnProcess<Answer>(script: URL, work: unknown, limits: ProcessLimits): Promise<Ended<Answer>> {
  const first = await inTurn(script, work, limits)
  const last = 'crashed' in first ? await inTurn(script, work, limits) : first
  if ('crashed' in last) throw new Error(`The process crashed twice without an answer: ${last.crashed}`)
  // The script and its caller agree on what travels.
  return last as Ended<Answer>
}

let running = 0
const waiting: (() => void)[] = []

async function inTurn(script: URL, work: unknown, limits: ProcessLimits): Promise<Ended<unknown> | Crash> {
  if (running < MOST_AT_ONCE) running++
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    const { ended, gone } = run(script, work, limits)
    void gone.then(passTurn)
    return ended
  } catch (thrown) {
    passTurn()
    throw thrown
  }
}

function passTurn(): void {
  const next = waiting.shift()
  if (next) next()
  else running--
}

function run(script: URL, work: unknown, limits: ProcessLimits): Run {
  const child = start(script, limits)
  const bounds = keepBounds(child, limits)
  const said = lastWords(child.stderr)
  const gone = Promise.withResolvers<void>()
  const ended = new Promise<Ended<unknown> | Crash>((resolve, reject) => {
    child.once('message', (reply: Reply) => ('answer' in reply ? resolve(reply) : reject(thrownBy(reply))))
    // Every one, not the first alone: an error that nobody hears ends the platform.
    child.on('error', (thrown) => {
      reject(thrown)
      // One that could not be started never closes.
      if (child.pid === undefined) gone.resolve()
    })
    child.once('close', (code, signal) => {
      gone.resolve()
      const words = said()
      const end = bounds.exceeded() ?? endOf(code, signal, words)
      if (end) resolve(end)
      else reject(new Error(`The process ended without an answer (exit code ${code}). ${words.slice(0, MOST_TOLD)}`))
    })
    // When it has gone before it could be told, how it went is what counts.
    if (child.pid !== undefined) child.send({ work }, () => undefined)
  })
  void gone.promise.then(bounds.end)
  // Nothing more is expected of one that could not be told its work, or failed at it.
  void ended.catch(() => child.kill('SIGKILL'))
  return { ended, gone: gone.promise }
}

/** What the script threw: a problem is one again, anything else a defect with its place. */
function thrownBy(reply: Exclude<Reply, { answer: unknown }>): Error {
  if ('threw' in reply) return Object.assign(new Error(), reply.threw)
  const { kind, code, message, errors, values } = reply.refused
  return new Problem(kind, code, message, { errors, values })
}

/** How a process without an answer came to its end; `null` when it left by itself. */
function endOf(code: number | null, signal: string | null, said: string): Exceeded | Crash | null {
  // Where there are no signals, the exit code tells.
  const by = signal ?? ((code ?? 0) >= 128 ? `exit code ${code}` : null)
  if (by === null) return null
  if (by === 'SIGXCPU') return { exceeded: 'time' }
  // The system ends whoever takes the last of the memory by SIGKILL.
  if (by === 'SIGKILL' || /out of memory|bad_alloc/i.test(said)) return { exceeded: 'memory' }
  return { crashed: `${by}. ${said.slice(0, MOST_TOLD)}`.trim() }
}

/**
 * Through a shell where there is one: no image of the memory is left behind by a crash, and one that outlives the platform in an
 * endless loop, where it cannot hear of that, comes to the end of its processor time.
 */
function start(script: URL, { seconds, memoryMb }: ProcessLimits): ChildProcess {
  const flags = [`--max-old-space-size=${memoryMb}`]
  const most = Math.ceil(seconds * MOST_THREADS)
  const shell = `{ ulimit -c 0; ulimit -S -t ${most}; } 2>/dev/null; exec "$0" "$@"`
  return fork(script, {
    ...(process.platform === 'win32'
      ? { execPath: process.execPath, execArgv: flags }
      : { execPath: '/bin/sh', execArgv: ['-c', shell, process.execPath, ...flags] }),
    env: environmentForStrangers(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}

/** Ends the process at its bounds. Where Linux tells how much memory it has, what stands outside of the heap counts too. */
function keepBounds(child: ChildProcess, { seconds, memoryMb }: ProcessLimits) {
  let exceeded: Exceeded | undefined
  const kill = (reached: Exceeded) => {
    exceeded ??= reached
    child.kill('SIGKILL')
  }
  const timer = setTimeout(() => kill({ exceeded: 'time' }), seconds * 1000)
  const look = async () => {
    if ((await residentMb(child)) > memoryMb + MOST_BESIDES_MB) kill({ exceeded: 'memory' })
  }
  const watch = setInterval(() => void look(), WATCH_MS)
  return {
    exceeded: () => exceeded,
    end: () => {
      clearTimeout(timer)
      clearInterval(watch)
    },
  }
}

async function residentMb({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024
}

function lastWords(stream: Readable | null): () => string {
  let said = ''
  stream?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-MOST_SAID)
  })
  stream?.on('error', () => undefined)
  return () => said.trim()
}
