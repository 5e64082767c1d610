import { brightness, type Corners, type Picture, type Point } from './picture.ts'

/** The longer side of a straightened page: A4 at 150 points an inch. */
export const LONGEST = 1754

/** How large the sheet is that has these corners: as its longer sides were seen. */
export function sizeOf(corners: Corners, longest = LONGEST): { readonly width: number; readonly height: number } {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners
  const width = Math.max(apart(topLeft, topRight), apart(bottomLeft, bottomRight))
  const height = Math.max(apart(topLeft, bottomLeft), apart(topRight, bottomRight))
  const shrink = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * shrink)), height: Math.max(1, Math.round(height * shrink)) }
}

const apart = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y)

/** What lies between the corners, seen from straight above. */
export function straightened(picture: Picture, corners: Corners, longest = LONGEST): Picture {
  const { width, height } = sizeOf(corners, longest)
  const seenAt = projection(corners)
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = seenAt((x + 0.5) / width, (y + 0.5) / height)
      putBlended(picture, from.x - 0.5, from.y - 0.5, data, (y * width + x) * 4)
    }
  }
  return { width, height, data }
}

/** Where a place of the sheet (each side from 0 to 1) is in the photo: the one projective map that takes the unit square to the corners. */
export function projection([p0, p1, p2, p3]: Corners): (u: number, v: number) => Point {
  const [dx1, dx2, dx3] = [p1.x - p2.x, p3.x - p2.x, p0.x - p1.x + p2.x - p3.x]
  const [dy1, dy2, dy3] = [p1.y - p2.y, p3.y - p2.y, p0.y - p1.y + p2.y - p3.y]
  const area = dx1 * dy2 - dx2 * dy1
  const g = (dx3 * dy2 - dx2 * dy3) / area
  const h = (dx1 * dy3 - dx3 * dy1) / area
  const [a, b] = [p1.x - p0.x + g * p1.x, p3.x - p0.x + h * p3.x]
  const [d, e] = [p1.y - p0.y + g * p1.y, p3.y - p0.y + h * p3.y]
  return (u, v) => {
    const depth = g * u + h * v + 1
    return { x: (a * u + b * v + p0.x) / depth, y: (d * u + e * v + p0.y) / depth }
  }
}

/** The colour between four points. */
function putBlended({ width, height, data }: Picture, x: number, y: number, into: Uint8ClampedArray, at: number): void {
  const [left, top] = [clamp(Math.floor(x), width - 1), clamp(Math.floor(y), height - 1)]
  const [right, bottom] = [Math.min(left + 1, width - 1), Math.min(top + 1, height - 1)]
  const [shareX, shareY] = [clamp(x - left, 1), clamp(y - top, 1)]
  for (let part = 0; part < 3; part++) {
    const upper = blend(data[(top * width + left) * 4 + part], data[(top * width + right) * 4 + part], shareX)
    const lower = blend(data[(bottom * width + left) * 4 + part], data[(bottom * width + right) * 4 + part], shareX)
    into[at + part] = blend(upper, lower, shareY)
  }
  into[at + 3] = 255
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value))
const blend = (one = 0, other = 0, share = 0): number => one + (other - one) * share

const BLOCKS = 24

/** White paper and dark ink whatever the light was: brightness against that of the paper around it. Colours (seals) stay. */
export function clearer(picture: Picture): Picture {
  const { width, height, data } = picture
  const paper = paperOf(picture)
  const result = new Uint8ClampedArray(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      const white = Math.max(40, paper(x / width, y / height))
      for (let part = 0; part < 3; part++) result[at + part] = deepened((data[at + part] ?? 0) / white) * 255
      result[at + 3] = 255
    }
  }
  return { width, height, data: result }
}

/** Nearly white is white, and what is dark becomes a little darker. */
function deepened(share: number): number {
  const stretched = Math.min(1, Math.max(0, (share - 0.12) / 0.8))
  return stretched * stretched * (3 - 2 * stretched) * 0.5 + stretched * 0.5
}

/** How bright the paper is at a place (each side from 0 to 1): nine tenths of what is around are darker. */
function paperOf({ width, height, data }: Picture): (u: number, v: number) => number {
  const whites = new Float32Array(BLOCKS * BLOCKS)
  for (let row = 0; row < BLOCKS; row++) {
    for (let column = 0; column < BLOCKS; column++) {
      const seen: number[] = []
      const [left, right] = [(column * width) / BLOCKS, ((column + 1) * width) / BLOCKS]
      const [top, bottom] = [(row * height) / BLOCKS, ((row + 1) * height) / BLOCKS]
      const [stepX, stepY] = [Math.max(1, (right - left) / 10), Math.max(1, (bottom - top) / 10)]
      for (let y = top; y < bottom; y += stepY)
        for (let x = left; x < right; x += stepX)
          seen.push(brightness(data, (Math.floor(y) * width + Math.floor(x)) * 4))
      seen.sort((a, b) => a - b)
      whites[row * BLOCKS + column] = seen[Math.floor(seen.length * 0.9)] ?? 255
    }
  }
  const smooth = withNeighbours(whites)
  return (u, v) => {
    const [x, y] = [clamp(u * BLOCKS - 0.5, BLOCKS - 1), clamp(v * BLOCKS - 0.5, BLOCKS - 1)]
    const [left, top] = [Math.floor(x), Math.floor(y)]
    const [right, bottom] = [Math.min(left + 1, BLOCKS - 1), Math.min(top + 1, BLOCKS - 1)]
    return blend(
      blend(smooth[top * BLOCKS + left], smooth[top * BLOCKS + right], x - left),
      blend(smooth[bottom * BLOCKS + left], smooth[bottom * BLOCKS + right], x - left),
      y - top,
    )
  }
}

/** A block that a picture or a seal fills has no paper of its own: the brightest around it stands for it, then all are smoothed. */
function withNeighbours(whites: Float32Array): Float32Array {
  const around = (values: Float32Array, reach: number, of: (seen: readonly number[]) => number) =>
    values.map((_, place) => {
      const [column, row] = [place % BLOCKS, Math.floor(place / BLOCKS)]
      const seen: number[] = []
      for (let y = Math.max(0, row - reach); y <= Math.min(BLOCKS - 1, row + reach); y++)
        for (let x = Math.max(0, column - reach); x <= Math.min(BLOCKS - 1, column + reach); x++)
          seen.push(values[y * BLOCKS + x] ?? 0)
      return of(seen)
    })
  const brightest = around(whites, 2, (seen) => Math.max(...seen))
  return around(brightest, 2, (seen) => seen.reduce((sum, value) => sum + value, 0) / seen.length)
}
