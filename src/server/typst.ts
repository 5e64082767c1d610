import { inOwnProcess } from './own-process.ts'
import type { PageFiles } from './typst-page.ts'
import type { PageJob } from './typst-process.ts'

export const PDF_TYPE = 'application/pdf'

/** The largest document measured takes a tenth of the time. */
const LIMITS = { seconds: 60, memoryMb: 768 }

/**
 * The page description `template` (a `.typ` file of ours) filled with `data`, as a tagged PDF/A-2a: set by Typst in Tinos, in a process of
 * its own. The description reads the data with `json(bytes(sys.inputs.data))`. Throws when the description is wrong or it takes too long.
 */
export async function typeset(template: URL, data: unknown, files: PageFiles = {}): Promise<Uint8Array> {
  const job: PageJob = { template: template.href, data, files }
  const ended = await inOwnProcess<Uint8Array>(new URL('./typst-process.ts', import.meta.url), job, LIMITS)
  if ('answer' in ended) return ended.answer
  throw new Error(`The PDF took too much ${ended.exceeded}.`)
}
