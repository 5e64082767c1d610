import { embeddedIn, fetchedFrom, openArchive, partText } from '#server/archive.ts'
import type { FileKind, FileRefusal, FileWarning } from '../../domain/file-kinds.ts'
import { type Refused, refuse } from './refusal.ts'

const MAIN: readonly (readonly [part: string, type: RegExp, kind: FileKind])[] = [
  ['word/document.xml', /wordprocessingml\.document\.main\+xml/, 'docx'],
  ['xl/workbook.xml', /spreadsheetml\.sheet\.main\+xml/, 'xlsx'],
]
const FAULTS: Readonly<Record<string, FileRefusal>> = {
  damaged: 'cases/file-damaged',
  bomb: 'cases/file-bomb',
  password: 'cases/file-password',
  macro: 'cases/file-macro',
  entities: 'cases/file-damaged',
}

/** Which office file an archive is, and what in it a reader should know of. Macros, bombs and passwords are refused. */
export async function lookAtOffice(
  bytes: Uint8Array,
): Promise<{ kind: FileKind; warnings: readonly FileWarning[] } | Refused> {
  const archive = await openArchive(bytes, {
    wanted: (name) => name === '[Content_Types].xml' || name === 'mimetype' || /(?:^|\/)_rels\/.+\.rels$/.test(name),
    mostUnpackedMb: 16,
    mostStatedMb: 300,
  })
  if ('fault' in archive) return refuse(FAULTS[archive.fault] ?? 'cases/file-kind-unknown', { limit: 300 })
  const warnings: FileWarning[] = []
  if (embeddedIn(archive).length > 0) warnings.push('cases/office-embedded')
  if (fetchedFrom(archive).length > 0) warnings.push('cases/office-fetches')
  if (partText(archive, 'mimetype').trim() === 'application/vnd.oasis.opendocument.text') {
    const scripts = [...archive.names].some((name) => /^(?:Basic|Scripts)\//.test(name))
    return scripts ? refuse('cases/file-macro') : { kind: 'odt', warnings }
  }
  const types = partText(archive, '[Content_Types].xml')
  const main = MAIN.find(([part, type]) => archive.names.has(part) && type.test(types))
  return main ? { kind: main[2], warnings } : refuse('cases/file-kind-unknown')
}
