import type { Photo } from './photo.ts'

/** Photos that are not sent yet, by application and field: who goes to another question and back finds them as they were. */
export const keptPhotos = new Map<string, readonly Photo[]>()

/** Sent or given up: the browser may let go of them. */
export function forgetPhotos(key: string): void {
  for (const { photoUrl, pageUrl } of keptPhotos.get(key) ?? [])
    for (const url of [photoUrl, pageUrl]) URL.revokeObjectURL(url)
  keptPhotos.delete(key)
}
