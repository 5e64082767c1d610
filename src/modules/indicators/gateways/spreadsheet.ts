import { Worker } from 'node:worker_threads'
import { Problem } from '#kernel/problem.ts'
import type { GridRow } from '../domain/grid.ts'
import { unpackRows } from './packed-rows.ts'
import type { Read, Work } from './spreadsheet-worker.ts'

const MOST_BYTES = 25 * 1024 * 1024
const MOST_SECONDS = 60
const MOST_MEMORY_MB = 768

/**
 * The rows of the first sheet of an .xlsx file, or of CSV or pasted text, read in a thread of its own with bounded memory and time.
 * Throws a problem that says what is wrong with the file.
 */
export async function readSpreadsheet(work: Work): Promise<readonly GridRow[]> {
  if (work.bytes.length > MOST_BYTES) {
    throw new Problem('too-large', 'indicators/file-too-large', '', { values: { limit: MOST_BYTES / 1024 / 1024 } })
  }
  const answer = await inThread(work)
  if ('rows' in answer) return unpackRows(answer.rows)
  throw new Problem('invalid-input', answer.fault, '', {
    values: answer.limit === undefined ? {} : { limit: answer.limit },
  })
}

function inThread(work: Work): Promise<Read> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./spreadsheet-worker.ts', import.meta.url), {
      workerData: work,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    })
    const finish = (answer: Read) => {
      clearTimeout(timer)
      resolve(answer)
      void worker.terminate()
    }
    const timer = setTimeout(() => finish({ fault: 'indicators/file-unreadable' }), MOST_SECONDS * 1000)
    worker.once('message', (answer: Read) => finish(answer))
    // Out of memory ends the thread with an error; the file asked for too much.
    worker.once('error', () => finish({ fault: 'indicators/file-bomb', limit: MOST_MEMORY_MB }))
    worker.once('exit', () => finish({ fault: 'indicators/file-unreadable' }))
  })
}
