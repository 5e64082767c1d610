import { inOwnProcess } from '#server/own-process.ts'
import type { Uploaded } from './look.ts'
import type { FileAnswerOf, FileWork } from './look-process.ts'
import type { PagesWork } from './pages.ts'
import type { Refused, Seen } from './refusal.ts'

/** A 25 MB picture of 80 million points takes 4 seconds; a PDF of 25 MB two. */
const LIMITS = { seconds: 40, memoryMb: 512 } as const

/** What an uploaded file is, found out in a process of its own with bounded time and memory. */
export async function lookAtFile(uploaded: Uploaded): Promise<Seen | Refused> {
  const answer = await inProcess({ look: uploaded })
  if ('pdf' in answer) throw new Error('A look answered with a PDF.')
  return answer
}

/** The pictures as one PDF of A4 pages, made in a process of its own. */
export async function makePages(work: PagesWork): Promise<{ pdf: Uint8Array } | Refused> {
  const answer = await inProcess({ pages: work })
  if ('mediaType' in answer) throw new Error('Pages answered with a look.')
  return answer
}

async function inProcess(work: FileWork): Promise<FileAnswerOf> {
  const ended = await inOwnProcess<FileAnswerOf>(new URL('./look-process.ts', import.meta.url), work, LIMITS)
  if ('answer' in ended) return ended.answer
  const refused = ended.exceeded === 'time' ? 'cases/file-too-slow' : 'cases/file-bomb'
  return { refused, values: { limit: LIMITS.seconds } }
}
