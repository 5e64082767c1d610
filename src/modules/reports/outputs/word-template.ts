import { Problem } from '#kernel/problem.ts'
import { inOwnProcess } from '#server/own-process.ts'
import type { FilledReport } from '../domain/filled.ts'
import type { Template } from '../domain/template.ts'
import type { Inspected, WordJob } from './word-template-process.ts'

const LIMITS = { seconds: 60, memoryMb: 768 }

/**
 * The placeholders of an office's Word file, and those that mean nothing; refuses what is not a plain .docx. Looked into in a process of
 * its own.
 */
export function inspectWordTemplate(bytes: Uint8Array, template: Template): Promise<Inspected> {
  return inProcess<Inspected>({ bytes, template })
}

/** The office's own Word file with the report's values in its places; what means nothing stays as it is written. */
export function fillWordTemplate(bytes: Uint8Array, report: FilledReport): Promise<Uint8Array> {
  return inProcess<Uint8Array>({ bytes, report })
}

async function inProcess<Answer>(job: WordJob): Promise<Answer> {
  const script = new URL('./word-template-process.ts', import.meta.url)
  const ended = await inOwnProcess<Answer>(script, job, LIMITS)
  if ('answer' in ended) return ended.answer
  throw new Problem('too-large', 'reports/word-too-big')
}
