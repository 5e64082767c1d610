import { Problem } from '#kernel/problem.ts'
import type { Actor } from '#server/actor.ts'
import type { Tx } from '#server/db.ts'
import { type KeptFile, readFile, readUpload, replaceUpload } from '#server/files.ts'
import {
  extensionOf,
  FILE_REFUSALS,
  type FileRefusal,
  type FileWarning,
  kindOfType,
  mediaTypeOf,
} from './domain/file-kinds.ts'
import { type Scan, scan } from './gateways/clamd.ts'
import { lookAtFile } from './gateways/files/in-process.ts'
import { type FileCheck, findFileCheck, putFileCheck } from './store/file-checks.ts'

/**
 * What is known of a file that the actor put in and now wants on a case; it is looked at first when nobody has. Throws `not-found` for
 * somebody else's file, and a problem that says what is wrong with one that is not taken.
 */
export async function requireCheckedFile(tx: Tx, fileId: string, actor: Actor): Promise<FileCheck> {
  const file = await readUpload(tx, fileId, actor)
  const check = (await findFileCheck(tx, fileId)) ?? (await checkFile(tx, file, new Date()))
  refuseIfBad(check, file.name)
  return check
}

/** The same for several, one after the other: pictures are drawn anew one at a time. */
export async function requireCheckedFiles(tx: Tx, fileIds: readonly string[], actor: Actor): Promise<void> {
  for (const fileId of new Set(fileIds)) await requireCheckedFile(tx, fileId, actor)
}

/** Looks at a file and keeps what was found. A picture is drawn anew and replaces what was sent. */
export async function checkFile(tx: Tx, file: KeptFile, now: Date): Promise<FileCheck> {
  // The scanner sees what was sent, before anything is drawn anew.
  const scanned = await scan(file.bytes)
  const check = scanned === 'infected' ? infected(file, now) : await looked(tx, file, scanned, now)
  await putFileCheck(tx, check)
  return check
}

function infected({ id: fileId, mediaType }: KeptFile, checkedAt: Date): FileCheck {
  return { fileId, mediaType, state: 'infected', warnings: ['cases/file-infected'], checkedAt }
}

async function looked(tx: Tx, file: KeptFile, scanned: Scan, checkedAt: Date): Promise<FileCheck> {
  const { id: fileId, name, bytes } = file
  const seen = await lookAtFile({ name, bytes })
  if ('refused' in seen) {
    const { refused, values } = seen
    return {
      fileId,
      mediaType: mediaTypeOf(values.is) ?? file.mediaType,
      state: 'refused',
      warnings: [refused],
      checkedAt,
    }
  }
  const { mediaType, kept } = seen
  if (kept) await replaceUpload(tx, fileId, { name: renamed(name, kept.extension), mediaType, bytes: kept.bytes })
  const missing: readonly FileWarning[] =
    scanned === 'none' ? ['cases/scanner-none'] : scanned === 'down' ? ['cases/scanner-down'] : []
  const warnings = [...missing, ...seen.warnings]
  return { fileId, mediaType, state: missing.length > 0 ? 'unchecked' : 'clean', warnings, checkedAt }
}

/**
 * A file of a case for whoever may see the case. One that waits for the scanner is scanned now; while the scanner is down it stays
 * closed. Throws `not-found` when it is gone, and a problem that says why it is not opened.
 */
export async function openFile(tx: Tx, fileId: string, now: Date): Promise<{ file: KeptFile; check: FileCheck }> {
  const file = await readFile(tx, fileId)
  if (!file) throw new Problem('not-found', 'platform/not-found')
  const known = await findFileCheck(tx, fileId)
  const check = !known || known.warnings.includes('cases/scanner-down') ? await checkFile(tx, file, now) : known
  refuseIfBad(check, file.name)
  if (check.warnings.includes('cases/scanner-down'))
    throw new Problem('unavailable', 'cases/file-waits-for-scanner', 'The virus scanner does not answer.')
  // A look may have drawn it anew.
  return { file: known === check ? file : ((await readFile(tx, fileId)) ?? file), check }
}

function refuseIfBad({ state, warnings, mediaType }: FileCheck, name: string): void {
  if (state !== 'refused' && state !== 'infected') return
  const [code] = warnings
  const values = { said: extensionOf(name), is: kindOfType(mediaType) ?? '' }
  throw new Problem('rule-broken', isRefusal(code) ? code : 'cases/file-damaged', 'The file is not taken.', { values })
}

function isRefusal(code: string | undefined): code is FileRefusal {
  return (FILE_REFUSALS as readonly (string | undefined)[]).includes(code)
}

function renamed(name: string, extension: string): string {
  return `${name.replace(/\.[A-Za-z0-9]{1,8}$/, '').slice(0, 190)}.${extension}`
}
