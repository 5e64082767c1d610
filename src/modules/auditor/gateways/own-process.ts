import { Problem } from '#kernel/problem.ts'
import { inOwnProcess, type ProcessLimits } from '#server/own-process.ts'
import type { FileFault } from './fault.ts'

const MOST_SECONDS = 60
const MOST_MEMORY_MB = 400

/**
 * The answer of a process of its own that works on what a stranger sent, with bounded memory and time. A fault it answers with, and
 * coming to either bound, is thrown as a problem; what it throws stays a defect.
 */
export async function inProcess<Answer>(
  script: URL,
  work: unknown,
  { seconds = MOST_SECONDS, memoryMb = MOST_MEMORY_MB }: Partial<ProcessLimits> = {},
): Promise<Answer> {
  const ended = await inOwnProcess<Answer | FileFault>(script, work, { seconds, memoryMb })
  if ('exceeded' in ended) {
    const slow: FileFault = { fault: 'auditor/file-too-slow', values: { seconds } }
    throw problemOf(ended.exceeded === 'time' ? slow : { fault: 'auditor/file-too-long' })
  }
  if (isRefused(ended.answer)) throw problemOf(ended.answer)
  return ended.answer
}

function isRefused(answer: unknown): answer is FileFault {
  return typeof answer === 'object' && answer !== null && 'fault' in answer
}

/** The refusal of a file as it is shown to whoever sent it. */
export function problemOf({ fault, values = {} }: FileFault): Problem {
  return new Problem(fault === 'auditor/file-too-large' ? 'too-large' : 'invalid-input', fault, '', { values })
}
