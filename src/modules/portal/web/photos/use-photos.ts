import { useEffect, useState } from 'react'
import { type Corners, wholeOf } from '../../domain/photo/picture.ts'
import { keptPhotos } from './kept-photos.ts'
import type { Photo } from './photo.ts'
import { cornersIn, pageOf, readPhoto } from './photo-work.ts'

export const MOST_PHOTOS = 20

type Busy = { readonly now: number; readonly all: number } | null

/** The photos of one paper in their order. */
export function usePhotos(key: string) {
  const [photos, setPhotos] = useState<readonly Photo[]>(() => keptPhotos.get(key) ?? [])
  const [busy, setBusy] = useState<Busy>(null)
  /** Files that could not be read, by name. */
  const [unread, setUnread] = useState<readonly string[]>([])
  useEffect(() => {
    if (photos.length > 0) keptPhotos.set(key, photos)
    else keptPhotos.delete(key)
  }, [key, photos])

  const add = async (files: readonly File[]) => {
    const taken = files.slice(0, MOST_PHOTOS - photos.length)
    const failed: string[] = []
    for (const [place, file] of taken.entries()) {
      setBusy({ now: place + 1, all: taken.length })
      const photo = await photoOf(file)
      if (photo) setPhotos((known) => [...known, photo])
      else failed.push(file.name)
    }
    setUnread(failed)
    setBusy(null)
  }

  const change = async (id: string, how: { readonly corners?: Corners; readonly clear?: boolean }) => {
    const photo = photos.find((one) => one.id === id)
    if (!photo) return
    setBusy({ now: 1, all: 1 })
    const changed = { ...photo, ...how }
    const picture = await readPhoto(photo.file)
    const page = picture && (await pageOf(picture, changed.corners, changed.clear))
    if (page) {
      const next = { ...changed, page, pageUrl: URL.createObjectURL(page.jpeg) }
      URL.revokeObjectURL(photo.pageUrl)
      setPhotos((known) => known.map((one) => (one.id === id ? next : one)))
    }
    setBusy(null)
  }

  const move = (id: string, by: -1 | 1) =>
    setPhotos((known) => {
      const from = known.findIndex((one) => one.id === id)
      const [photo, other] = [known[from], known[from + by]]
      return photo && other ? known.with(from, other).with(from + by, photo) : known
    })

  const remove = (id: string) => setPhotos((known) => known.filter((one) => one.id !== id))
  return { photos, busy, unread, add, change, move, remove }
}

async function photoOf(file: File): Promise<Photo | null> {
  const picture = await readPhoto(file)
  if (!picture) return null
  const { width, height } = picture
  const found = await cornersIn(picture)
  const corners = found ?? wholeOf(picture)
  const page = await pageOf(picture, corners, true)
  if (!page) return null
  const urls = { photoUrl: URL.createObjectURL(file), pageUrl: URL.createObjectURL(page.jpeg) }
  return { id: crypto.randomUUID(), file, ...urls, width, height, corners, found: found !== null, clear: true, page }
}

/** The same sheet, a quarter turn to the right. */
export function turned([first, second, third, fourth]: Corners): Corners {
  return [fourth, first, second, third]
}
