import type { Corners, Picture } from '../../domain/photo/picture.ts'
import type { Done, Work } from './photo-worker.ts'

/** Larger photos are made smaller first: what a page of A4 needs is less. */
const MOST_POINTS = 2400
const QUALITY = 0.82

/** A page as it will be sent. */
export type Page = { readonly jpeg: Blob; readonly width: number; readonly height: number }

let worker: Worker | null = null
let asked = 0
const waiting = new Map<number, (done: Done | null) => void>()

function ask(work: Work): Promise<Done | null> {
  worker ??= started()
  const id = asked++
  const answer = new Promise<Done | null>((resolve) => waiting.set(id, resolve))
  worker.postMessage({ id, work })
  return answer
}

function started(): Worker {
  const made = new Worker(new URL('./photo-worker.ts', import.meta.url), { type: 'module' })
  made.addEventListener('message', ({ data }: MessageEvent<{ id: number; done: Done }>) => {
    waiting.get(data.id)?.(data.done)
    waiting.delete(data.id)
  })
  made.addEventListener('error', () => {
    for (const answer of waiting.values()) answer(null)
    waiting.clear()
    worker = null
  })
  return made
}

/** The points of a photo, upright as its camera held it; null when this browser cannot read it. */
export async function readPhoto(file: Blob): Promise<Picture | null> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return null
  const shrink = Math.max(1, Math.max(bitmap.width, bitmap.height) / MOST_POINTS)
  const [width, height] = [
    Math.max(1, Math.round(bitmap.width / shrink)),
    Math.max(1, Math.round(bitmap.height / shrink)),
  ]
  const drawing = canvasOf(width, height)
  drawing?.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  const data = drawing?.getImageData(0, 0, width, height).data
  return data ? { width, height, data } : null
}

/** The corners of the sheet in a photo; null when none stands out. */
export async function cornersIn(picture: Picture): Promise<Corners | null> {
  const done = await ask({ kind: 'find', picture })
  return done && 'corners' in done ? done.corners : null
}

/** What lies between the corners as an upright page; null when it cannot be made. */
export async function pageOf(picture: Picture, corners: Corners, clear: boolean): Promise<Page | null> {
  const done = await ask({ kind: 'straighten', picture, corners, clear })
  if (!done || !('page' in done)) return null
  const { width, height, data } = done.page
  const drawing = canvasOf(width, height)
  if (!drawing) return null
  const points = drawing.createImageData(width, height)
  points.data.set(data)
  drawing.putImageData(points, 0, 0)
  const jpeg = await new Promise<Blob | null>((resolve) => drawing.canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  return jpeg && { jpeg, width, height }
}

function canvasOf(width: number, height: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  return canvas.getContext('2d', { willReadFrequently: true })
}
