import { Problem } from '#kernel/problem.ts'
import { inOwnProcess } from '#server/own-process.ts'
import type { GridRow } from '../domain/grid.ts'
import { unpackRows } from './packed-rows.ts'
import type { Read, Work } from './read-spreadsheet.ts'

const MOST_BYTES = 25 * 1024 * 1024
const MOST_SECONDS = 60
const MOST_MEMORY_MB = 768

/**
 * The rows of the first sheet of an .xlsx file, or of CSV or pasted text, read in a process of its own with bounded memory and time.
 * Throws a problem that says what is wrong with the file.
 */
export async function readSpreadsheet(work: Work): Promise<readonly GridRow[]> {
  if (work.bytes.length > MOST_BYTES) {
    throw new Problem('too-large', 'indicators/file-too-large', '', { values: { limit: MOST_BYTES / 1024 / 1024 } })
  }
  const answer = await inProcess(work)
  if ('rows' in answer) return unpackRows(answer.rows)
  throw new Problem('invalid-input', answer.fault, '', {
    values: answer.limit === undefined ? {} : { limit: answer.limit },
  })
}

async function inProcess(work: Work): Promise<Read> {
  const script = new URL('./read-spreadsheet.ts', import.meta.url)
  const ended = await inOwnProcess<Read>(script, work, { seconds: MOST_SECONDS, memoryMb: MOST_MEMORY_MB })
  if ('answer' in ended) return ended.answer
  if (ended.exceeded === 'memory') return { fault: 'indicators/file-bomb', limit: MOST_MEMORY_MB }
  return { fault: 'indicators/file-unreadable' }
}
