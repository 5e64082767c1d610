/** A picture as a canvas gives it: four bytes a point, red, green, blue, alpha, row by row. */
export type Picture = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }

export type Point = { readonly x: number; readonly y: number }

/** Clockwise from the top left. */
export type Corners = readonly [Point, Point, Point, Point]

/** Brightness alone, from 0 to 255. */
export type Grey = { readonly width: number; readonly height: number; readonly data: Float32Array }

/** Brightness of a picture, made smaller so that its longer side has at most so many points (each is the mean of what it covers). */
export function greyOf({ width, height, data }: Picture, longest: number): Grey {
  const shrink = Math.max(1, Math.max(width, height) / longest)
  const small = { width: Math.max(1, Math.floor(width / shrink)), height: Math.max(1, Math.floor(height / shrink)) }
  const grey = new Float32Array(small.width * small.height)
  for (let y = 0; y < small.height; y++) {
    const [top, bottom] = [Math.floor(y * shrink), Math.min(height, Math.floor((y + 1) * shrink))]
    for (let x = 0; x < small.width; x++) {
      const [left, right] = [Math.floor(x * shrink), Math.min(width, Math.floor((x + 1) * shrink))]
      grey[y * small.width + x] = meanOf(data, width, { left, right, top, bottom })
    }
  }
  return { ...small, data: grey }
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** Of a larger box not every point is looked at: sixteen tell as much. */
function meanOf(data: Uint8ClampedArray, width: number, { left, right, top, bottom }: Box): number {
  const [stepX, stepY] = [Math.max(1, (right - left) >> 2), Math.max(1, (bottom - top) >> 2)]
  let [sum, count] = [0, 0]
  for (let y = top; y < bottom; y += stepY) {
    for (let x = left; x < right; x += stepX) {
      sum += brightness(data, (y * width + x) * 4)
      count++
    }
  }
  return count === 0 ? 0 : sum / count
}

/** How bright the point is whose red stands here (ITU-R BT.601). */
export function brightness(data: Uint8ClampedArray, at: number): number {
  return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
}

/** The picture itself as corners. */
export function wholeOf({ width, height }: { readonly width: number; readonly height: number }): Corners {
  return [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ]
}

/** Whether four corners make a sheet: each turns to the right, none lies on another. */
export function isSheet(corners: Corners): boolean {
  return corners.every((corner, place) => {
    const [next, after] = [corners[(place + 1) % 4] ?? corner, corners[(place + 2) % 4] ?? corner]
    return (next.x - corner.x) * (after.y - next.y) - (next.y - corner.y) * (after.x - next.x) > 1
  })
}

export function areaOf(corners: Corners): number {
  return Math.abs(
    corners.reduce((sum, { x, y }, place) => {
      const next = corners[(place + 1) % 4] ?? corners[0]
      return sum + (x * next.y - next.x * y) / 2
    }, 0),
  )
}
