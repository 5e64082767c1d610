import sharp from 'sharp'
import type { ImageKind } from '../../domain/file-kinds.ts'
import { type Refused, refuse, type Seen } from './refusal.ts'

/** Drawn points of a picture: an A3 page at 600 dots an inch has 70 million. */
const MOST_PIXELS = 80_000_000
/** Longest side of what is kept: an A4 page at 400 dots an inch. */
const LONGEST_SIDE = 4700
/** A page of a PDF: A4 at 250 dots an inch. */
const PAGE_SIDE = 2900

sharp.cache(false)
sharp.concurrency(1)

const open = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true, pages: 1 })

/**
 * The picture drawn anew: turned as its camera said, without EXIF and place, so that nothing that hid behind it is kept. A JPEG stays
 * one, everything else becomes WebP.
 */
export async function cleanImage(kind: ImageKind, bytes: Uint8Array): Promise<Seen | Refused> {
  try {
    const { width, height, pages = 1, exif, xmp, iptc } = await open(bytes).metadata()
    if (width * height > MOST_PIXELS) return refuse('cases/file-bomb', { limit: MOST_PIXELS / 1_000_000 })
    if (pages > 1) return refuse('cases/file-many-pages')
    const drawn = open(bytes)
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    const jpeg = kind === 'jpeg'
    const made = await (jpeg ? drawn.jpeg({ quality: 85, mozjpeg: false }) : drawn.webp({ quality: 88 })).toBuffer()
    return {
      mediaType: jpeg ? 'image/jpeg' : 'image/webp',
      warnings: exif || xmp || iptc ? ['cases/metadata-removed'] : [],
      kept: { bytes: new Uint8Array(made), extension: jpeg ? 'jpg' : 'webp' },
    }
  } catch (thrown) {
    return refuse(/pixel limit/i.test(String(thrown)) ? 'cases/file-bomb' : 'cases/file-damaged', {
      limit: MOST_PIXELS / 1_000_000,
    })
  }
}

/** A page for a PDF: a JPEG on white. Throws when the picture cannot be read. */
export async function pageImage(bytes: Uint8Array): Promise<Uint8Array> {
  const drawn = await open(bytes)
    .rotate()
    .resize({ width: PAGE_SIDE, height: PAGE_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer()
  return new Uint8Array(drawn)
}
