import { call, upload } from '#ui/call.ts'
import { checkFile, type FileFound, imagesToPdf, MOST_SCANNED_PAGES } from '../contract.ts'

/** What a paper may be scanned as. */
export const SCAN_TYPES = 'image/jpeg,image/png,image/webp,application/pdf'

/**
 * Stores the scans of one paper and has them looked at: several pictures become the pages of one PDF. Of several files that are not all
 * pictures the first is taken. Throws a `CallProblem` when the server refuses the request itself.
 */
export async function storeScans(files: readonly File[], title: string): Promise<FileFound> {
  const pages = files.slice(0, MOST_SCANNED_PAGES)
  const [first] = pages
  if (!first) throw new Error('There is nothing to store.')
  const arePictures = pages.every(({ type }) => type.startsWith('image/'))
  if (pages.length === 1 || !arePictures) {
    const { fileId } = await upload(first)
    return call(checkFile, { fileId })
  }
  const fileIds: string[] = []
  // One after the other: their order is that of the pages.
  for (const page of pages) fileIds.push((await upload(page)).fileId)
  return call(imagesToPdf, { fileIds, title })
}
