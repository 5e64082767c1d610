import {
  extensionOf,
  FILE_KINDS,
  type FileKind,
  type FileRefusal,
  type FileWarning,
  isImage,
  kindByBytes,
  MOST_CASE_FILE_BYTES,
  nameFits,
} from '../../domain/file-kinds.ts'
import { cleanImage } from './image.ts'
import { lookAtOffice } from './office.ts'
import { lookAtPdf } from './pdf.ts'
import { type Refused, refuse, type Seen } from './refusal.ts'

export type Uploaded = { readonly name: string; readonly bytes: Uint8Array }
/** What a file that a stranger sent really is. Only for a process of its own. */
export async function lookAt({ name, bytes }: Uploaded): Promise<Seen | Refused> {
  if (bytes.length > MOST_CASE_FILE_BYTES)
    return refuse('cases/file-too-large', { limit: MOST_CASE_FILE_BYTES / 1024 / 1024 })
  const found = kindByBytes(bytes)
  if (found.startsWith('cases/')) return refuse(found as FileRefusal)
  const kind = found === 'zip' ? await lookAtOffice(bytes) : { kind: found as FileKind, warnings: [] }
  if ('refused' in kind) return kind
  if (!nameFits(name, kind.kind)) return refuse('cases/file-name-mismatch', { said: extensionOf(name), is: kind.kind })
  return lookInside(kind.kind, kind.warnings, bytes)
}

async function lookInside(
  kind: FileKind,
  warnings: readonly FileWarning[],
  bytes: Uint8Array,
): Promise<Seen | Refused> {
  if (isImage(kind)) return cleanImage(kind, bytes)
  const { mediaType } = FILE_KINDS[kind]
  if (kind !== 'pdf') return { mediaType, warnings, kept: null }
  const seen = await lookAtPdf(bytes)
  return 'refused' in seen ? seen : { mediaType, warnings: seen.warnings, kept: null }
}
