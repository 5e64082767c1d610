import type { Corners, Picture, Point } from './picture.ts'
import { projection } from './straighten.ts'

type Scene = {
  readonly width: number
  readonly height: number
  readonly corners: Corners
  /** Brightness of the table and of the paper. */
  readonly table: number
  readonly paper: number
  /** How much darker the right side of the photo is than the left, from 0 to 1. */
  readonly shade: number
  /** How much brightness jumps from point to point. */
  readonly grain: number
  readonly seed: number
}

/** A photo of a sheet with lines of writing and a red seal, on a table, in uneven light. */
export function photoOf(scene: Scene): Picture {
  const { width, height, corners, table, paper, shade, grain, seed } = scene
  const data = new Uint8ClampedArray(width * height * 4)
  const random = randomFrom(seed)
  const inside = placeOn(corners)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const place = inside({ x: x + 0.5, y: y + 0.5 })
      const colour = place ? printed(place, paper) : [table, table, table]
      const light = 1 - shade * (x / width)
      const noise = (random() - 0.5) * grain
      const at = (y * width + x) * 4
      colour.forEach((value, part) => {
        data[at + part] = value * light + noise
      })
      data[at + 3] = 255
    }
  }
  return { width, height, data }
}

/** What is printed at a place of the sheet, each side from 0 to 1. */
function printed({ x, y }: Point, paper: number): readonly number[] {
  if (Math.hypot(x - 0.75, (y - 0.85) * 1.4) < 0.1) return [200, 40, 40]
  const line = (y - 0.1) / 0.04
  const isWriting =
    y > 0.1 && y < 0.75 && x > 0.1 && x < 0.88 && line % 1 < 0.35 && Math.sin(x * 160 + Math.floor(line)) > -0.3
  return isWriting ? [40, 40, 50] : [paper, paper, paper]
}

/** The inverse of `projection`: where on the sheet a point of the photo is; null: beside it. */
function placeOn(corners: Corners): (point: Point) => Point | null {
  const at = projection(corners)
  return (point) => {
    let [u, v] = [0.5, 0.5]
    // Newton: the map is smooth and one to one on the sheet.
    for (let step = 0; step < 8; step++) {
      const here = at(u, v)
      const [right, down] = [at(u + 1e-4, v), at(u, v + 1e-4)]
      const [a, b] = [(right.x - here.x) * 1e4, (down.x - here.x) * 1e4]
      const [c, d] = [(right.y - here.y) * 1e4, (down.y - here.y) * 1e4]
      const area = a * d - b * c
      const [ex, ey] = [point.x - here.x, point.y - here.y]
      u += (ex * d - ey * b) / area
      v += (ey * a - ex * c) / area
      if (!(Math.abs(u) < 4 && Math.abs(v) < 4)) return null
    }
    return u >= 0 && u <= 1 && v >= 0 && v <= 1 ? { x: u, y: v } : null
  }
}

/** Chance that is the same each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
