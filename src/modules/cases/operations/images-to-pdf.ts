import { Problem } from '#kernel/problem.ts'
import type { Actor } from '#server/actor.ts'
import type { Tx } from '#server/db.ts'
import { keepUpload, readUpload } from '#server/files.ts'
import { operation } from '#server/operation.ts'
import { PDF_TYPE } from '#server/typst.ts'
import { requireCheckedFile } from '../checked-files.ts'
import { imagesToPdf as contract } from '../contract/files.ts'
import { foundIn } from '../file-found.ts'
import { makePages } from '../gateways/files/in-process.ts'
import { type FileCheck, putFileCheck } from '../store/file-checks.ts'

export const imagesToPdf = operation(contract, async ({ tx, actor, now }, { fileIds, title }) => {
  const images: Uint8Array[] = []
  const checks: FileCheck[] = []
  for (const fileId of fileIds) {
    const { check, bytes } = await imageOf(tx, fileId, actor)
    checks.push(check)
    images.push(bytes)
  }
  const made = await makePages({ title, images })
  if ('refused' in made) throw new Problem('rule-broken', made.refused, '', { values: made.values })
  const file = { name: `${title.replaceAll(/[/\\]/g, '-')}.pdf`, mediaType: PDF_TYPE, bytes: made.pdf }
  const fileId = await keepUpload(tx, file, actor, now)
  // Drawn by us from pictures that were looked at: as safe as the least safe of them.
  const missing = ['cases/scanner-down', 'cases/scanner-none'].filter((code) =>
    checks.some(({ warnings }) => warnings.includes(code)),
  )
  const state = missing.length > 0 ? 'unchecked' : 'clean'
  const check: FileCheck = { fileId, mediaType: PDF_TYPE, state, warnings: missing.slice(0, 1), checkedAt: now }
  await putFileCheck(tx, check)
  return foundIn(tx, check)
})

/** The picture after it was looked at, which may have drawn it anew. */
async function imageOf(tx: Tx, fileId: string, actor: Actor): Promise<{ check: FileCheck; bytes: Uint8Array }> {
  const check = await requireCheckedFile(tx, fileId, actor)
  if (!check.mediaType.startsWith('image/'))
    throw new Problem('rule-broken', 'cases/file-not-an-image', 'Only pictures become pages.')
  return { check, bytes: (await readUpload(tx, fileId, actor)).bytes }
}
