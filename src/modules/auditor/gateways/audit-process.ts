import { answerOnce } from '#server/answer-once.ts'
import type { Knowledge } from '../domain/knowledge.ts'
import { isFault } from './fault.ts'
import { readFileAs } from './read-file.ts'

/** `knowledge` is null when the file is only read. */
type Work = { readonly name: string; readonly bytes: Uint8Array; readonly knowledge: Knowledge | null }

answerOnce(async ({ name, bytes, knowledge }: Work) => {
  const document = await readFileAs(name, bytes)
  if (isFault(document) || knowledge === null) return document
  // The rules are loaded when they are asked for.
  const { audit } = await import('../domain/audit.ts')
  return { document, ...audit(document, knowledge) }
})
