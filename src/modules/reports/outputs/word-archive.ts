import { Problem } from '#kernel/problem.ts'
import { type ArchiveFault, embeddedIn, fetchedFrom, openArchive, partText } from '#server/archive.ts'

/** A Word file of 25 MiB that unpacks to more than this is a bomb, not a letter. */
const MOST_MB = 80

/**
 * Refuses a file that is not a plain .docx: macros, embedded programs, content fetched from outside, or a bomb.
 * Ordinary hyperlinks may stand in it: nothing is fetched until a person clicks.
 */
export async function requirePlainWord(bytes: Uint8Array): Promise<void> {
  const archive = await openArchive(bytes, {
    wanted: (name) => /\.(?:xml|rels)$/.test(name),
    mostUnpackedMb: MOST_MB,
    mostStatedMb: MOST_MB,
  })
  if ('fault' in archive) throw problemOf(archive)
  if (!archive.names.has('word/document.xml')) throw new Problem('invalid-input', 'reports/not-a-word-file')
  if (embeddedIn(archive).length > 0) throw new Problem('invalid-input', 'reports/word-has-objects')
  if (!/wordprocessingml\.(document|template)\.main/.test(partText(archive, '[Content_Types].xml')))
    throw new Problem('invalid-input', 'reports/not-a-word-file')
  const [target] = fetchedFrom(archive)
  if (target !== undefined) throw new Problem('invalid-input', 'reports/word-has-links', '', { values: { target } })
}

function problemOf({ fault }: ArchiveFault): Problem {
  if (fault === 'macro') return new Problem('invalid-input', 'reports/word-has-macros')
  if (fault === 'bomb') return new Problem('too-large', 'reports/word-too-big')
  return new Problem('invalid-input', 'reports/not-a-word-file')
}
