import { typstPage } from '#server/typst-page.ts'
import { pageImage } from './image.ts'
import { type Refused, refuse } from './refusal.ts'

export type PagesWork = { readonly title: string; readonly images: readonly Uint8Array[] }

/** The pictures as one PDF, each on an A4 page of its own. Only for a process of its own. */
export async function pagesPdf({ title, images }: PagesWork): Promise<{ pdf: Uint8Array } | Refused> {
  const files: Record<string, Uint8Array> = {}
  try {
    for (const [index, image] of images.entries()) files[`page-${index + 1}.jpg`] = await pageImage(image)
  } catch {
    return refuse('cases/file-damaged')
  }
  const pages = Object.keys(files).map((name, index) => ({ name, says: `${title} – ${index + 1}/${images.length}` }))
  return { pdf: typstPage(new URL('../../outputs/pages.typ', import.meta.url), { title, pages }, files) }
}
