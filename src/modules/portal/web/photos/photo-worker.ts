/** Works on photos beside the page, so that the page stays alive meanwhile. */
import { findCorners } from '../../domain/photo/find-corners.ts'
import type { Corners, Picture } from '../../domain/photo/picture.ts'
import { clearer, straightened } from '../../domain/photo/straighten.ts'

export type Work =
  | { readonly kind: 'find'; readonly picture: Picture }
  | { readonly kind: 'straighten'; readonly picture: Picture; readonly corners: Corners; readonly clear: boolean }
export type Done = { readonly corners: Corners | null } | { readonly page: Picture }

type Asked = { readonly data: { readonly id: number; readonly work: Work } }
// The types of a page and of a worker exclude each other; this file runs as a worker.
const worker = self as unknown as {
  addEventListener(kind: 'message', act: (event: Asked) => void): void
  postMessage(answer: { readonly id: number; readonly done: Done }): void
}

worker.addEventListener('message', ({ data: { id, work } }) => worker.postMessage({ id, done: done(work) }))

function done(work: Work): Done {
  if (work.kind === 'find') return { corners: findCorners(work.picture) }
  const page = straightened(work.picture, work.corners)
  return { page: work.clear ? clearer(page) : page }
}
