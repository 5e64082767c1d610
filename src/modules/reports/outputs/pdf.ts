import { Worker } from 'node:worker_threads'
import type { FilledReport } from '../domain/filled.ts'
import { pdfData } from './pdf-data.ts'
import type { PdfJob, PdfResult } from './pdf-worker.ts'

export const PDF_TYPE = 'application/pdf'

/** Longest a report may take: the largest measured take a tenth of it. */
const TIMEOUT_MS = 60_000

type Waiting = { readonly resolve: (pdf: Uint8Array) => void; readonly reject: (reason: Error) => void }

let worker: Worker | undefined
let last = 0
const waiting = new Map<number, Waiting>()

/** The report as a tagged PDF/A-2a, set by Typst in a thread of its own. */
export async function pdfOf(report: FilledReport): Promise<Uint8Array> {
  const id = ++last
  const job: PdfJob = { id, report: JSON.stringify(pdfData(report)) }
  const running = thread()
  const timer = setTimeout(() => stop(running, new Error('The PDF took too long.')), TIMEOUT_MS)
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      running.postMessage(job)
    })
  } finally {
    clearTimeout(timer)
    waiting.delete(id)
    if (waiting.size === 0) running.unref()
  }
}

function thread(): Worker {
  if (worker) {
    worker.ref()
    return worker
  }
  const started = new Worker(new URL('./pdf-worker.ts', import.meta.url))
  started.on('message', (result: PdfResult) => {
    const waits = waiting.get(result.id)
    if ('pdf' in result) waits?.resolve(result.pdf)
    else waits?.reject(new Error(`Typst: ${result.failure}`))
  })
  started.on('error', (error) => stop(started, error))
  started.on('exit', () => stop(started, new Error('The PDF thread ended.')))
  worker = started
  return started
}

/** Ends the thread and everything waiting for it; the next report starts a fresh one. */
function stop(ended: Worker, reason: Error): void {
  if (worker !== ended) return
  worker = undefined
  for (const { reject } of waiting.values()) reject(reason)
  waiting.clear()
  void ended.terminate()
}
