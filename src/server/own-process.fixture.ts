import { existsSync, writeFileSync } from 'node:fs'
import { Problem } from '#kernel/problem.ts'
import { answerOnce } from './answer-once.ts'

/** What the process does before it answers with what it was given. */
export type Doing = {
  readonly signal?: NodeJS.Signals
  /** Only while this file does not exist; it is made then. */
  readonly marker?: string
  readonly throws?: string
  /** The code of a problem that it refuses its work with. */
  readonly refuses?: string
  readonly leaves?: true
  readonly spins?: true
  readonly hoards?: 'objects' | 'bytes'
  /** Goes on after its answer. */
  readonly lingers?: true
  readonly given?: unknown
}

export type Echo = { readonly given: unknown; readonly env: readonly string[]; readonly pid: number }

answerOnce(async ({ signal, marker, refuses, throws, leaves, spins, hoards, lingers, given }: Doing): Promise<Echo> => {
  if (signal && !(marker && existsSync(marker))) {
    if (marker) writeFileSync(marker, '')
    process.kill(process.pid, signal)
    await new Promise((resolve) => setTimeout(resolve, 60_000))
  }
  if (refuses) throw new Problem('too-large', refuses, 'chi tiết', { values: { limit: 7 } })
  if (throws) throw new Error(throws)
  if (leaves) process.exit(3)
  const kept: unknown[] = []
  while (hoards) kept.push(hoards === 'objects' ? { kept: [kept.length] } : Buffer.alloc(1_000_000, 1))
  while (spins) kept.length = 0
  if (lingers) setInterval(() => undefined, 1000)
  return { given, env: Object.keys(process.env), pid: process.pid }
})
