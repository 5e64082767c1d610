import { areaOf, type Corners, type Grey, greyOf, isSheet, type Picture, type Point } from './picture.ts'
import { refined } from './refine-corners.ts'

const LOOKED_AT = 256
const ANGLES = 180
/** How far the direction in which brightness changes may be off the line it belongs to, in degrees. */
const SLACK = 4
const MOST_LINES = 14
/** Two sides that face each other run apart by no more than this in any photo that can be read, in degrees. */
const MOST_SLANT = 45
const LEAST_AREA = 0.12
/** So much of the outline must be seen as an edge. */
const LEAST_SEEN = 0.5
/** Of a side that leaves the picture nothing can be seen. */
const BORDER_SEEN = 0.65

/** The points at an angle (of the normal, in degrees) and a distance from the origin. */
type Line = { readonly angle: number; readonly distance: number; readonly border: boolean }

/** Which way and how much brightness changes at each point. */
type Slopes = {
  readonly width: number
  readonly height: number
  readonly x: Float32Array
  readonly y: Float32Array
  /** From here on a change is an edge. */
  readonly edge: number
}

/**
 * The corners of the one sheet of paper in a photo; null when none stands out. Looks for straight edges (Hough, each point voting only
 * for lines across the change of brightness), and of all fours of lines takes the one whose outline is seen best and holds most.
 */
export function findCorners(picture: Picture): Corners | null {
  const grey = blurred(evenly(greyOf(picture, LOOKED_AT)))
  const slopes = slopesOf(grey)
  const lines = [...strongLines(slopes), ...borders(slopes)]
  const best = bestSheet(lines, slopes)
  if (!best) return null
  const found = refined(best, (x, y, normal) => changeAcross(x, y, normal, slopes), slopes.edge)
  const [scaleX, scaleY] = [picture.width / grey.width, picture.height / grey.height]
  const scaled = ({ x, y }: Point) => ({
    x: clamp((x + 0.5) * scaleX, picture.width),
    y: clamp((y + 0.5) * scaleY, picture.height),
  })
  return [scaled(found[0]), scaled(found[1]), scaled(found[2]), scaled(found[3])]
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value))

/** By shares instead of differences: in the shade the same edge changes brightness less. */
function evenly({ width, height, data }: Grey): Grey {
  return { width, height, data: data.map((value) => 60 * Math.log1p(value / 20)) }
}

/** Each point the mean of the nine around it, twice: grain and letters fade, the edge of a sheet stays. */
function blurred(grey: Grey): Grey {
  return blurredOnce(blurredOnce(grey))
}

function blurredOnce({ width, height, data }: Grey): Grey {
  const smooth = new Float32Array(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let [sum, count] = [0, 0]
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          sum += data[row * width + column] ?? 0
          count++
        }
      }
      smooth[y * width + x] = sum / count
    }
  }
  return { width, height, data: smooth }
}

function slopesOf({ width, height, data }: Grey): Slopes {
  const [x, y] = [new Float32Array(data.length), new Float32Array(data.length)]
  const strengths: number[] = []
  const at = (column: number, row: number) => data[row * width + column] ?? 0
  for (let row = 1; row < height - 1; row++) {
    for (let column = 1; column < width - 1; column++) {
      const here = row * width + column
      x[here] = at(column + 1, row) - at(column - 1, row)
      y[here] = at(column, row + 1) - at(column, row - 1)
      strengths.push(Math.hypot(x[here], y[here]))
    }
  }
  strengths.sort((a, b) => a - b)
  // Held against the strongest, which writing makes: the edge of a sheet on a light table is fainter.
  const edge = Math.max(4, (strengths[Math.floor(strengths.length * 0.98)] ?? 0) * 0.22)
  return { width, height, x, y, edge }
}

const radians = (angle: number): number => (angle * Math.PI) / 180
const COSINES = Float64Array.from({ length: ANGLES }, (_, angle) => Math.cos(radians(angle)))
const SINES = Float64Array.from({ length: ANGLES }, (_, angle) => Math.sin(radians(angle)))

function strongLines(slopes: Slopes): Line[] {
  const { width, height, x, y, edge } = slopes
  const reach = Math.ceil(Math.hypot(width, height))
  const votes = new Float32Array(ANGLES * reach * 2)
  for (let here = 0; here < x.length; here++) {
    const [slopeX, slopeY] = [x[here] ?? 0, y[here] ?? 0]
    const strength = Math.hypot(slopeX, slopeY)
    if (strength < edge) continue
    const towards = Math.round((Math.atan2(slopeY, slopeX) * 180) / Math.PI)
    const [column, row] = [here % width, Math.floor(here / width)]
    for (let off = -SLACK; off <= SLACK; off++) {
      const angle = (towards + off + 2 * ANGLES) % ANGLES
      const distance = Math.round(column * (COSINES[angle] ?? 0) + row * (SINES[angle] ?? 0)) + reach
      // Strength counts a little only: one hard shadow is not more of a line than a soft one.
      const place = angle * reach * 2 + distance
      votes[place] = (votes[place] ?? 0) + Math.sqrt(Math.min(strength, 60))
    }
  }
  return peaksOf(votes, reach)
}

/** The lines with most votes that are not almost the same as a stronger one. */
function peaksOf(votes: Float32Array, reach: number): Line[] {
  const lines: Line[] = []
  const order = [...votes.keys()].filter((place) => (votes[place] ?? 0) > 20)
  order.sort((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0))
  for (const place of order) {
    const line = { angle: Math.floor(place / (reach * 2)), distance: (place % (reach * 2)) - reach, border: false }
    if (lines.some((other) => isAlmost(line, other))) continue
    lines.push(line)
    if (lines.length === MOST_LINES) break
  }
  return lines
}

function isAlmost(one: Line, other: Line): boolean {
  const turn = Math.abs(one.angle - other.angle)
  // At half a turn the same line has its distance the other way round.
  const [apart, distance] = turn > ANGLES / 2 ? [ANGLES - turn, -other.distance] : [turn, other.distance]
  return apart < 8 && Math.abs(one.distance - distance) < 7
}

/** The frame of the picture: a sheet may reach beyond it. */
function borders({ width, height }: Slopes): Line[] {
  return [
    { angle: 0, distance: 1, border: true },
    { angle: 0, distance: width - 2, border: true },
    { angle: 90, distance: 1, border: true },
    { angle: 90, distance: height - 2, border: true },
  ]
}

function bestSheet(lines: readonly Line[], slopes: Slopes): Corners | null {
  const seen = sidesSeen(slopes)
  let best: { corners: Corners; score: number } | null = null
  for (const [top, bottom] of pairs(lines, isLying)) {
    for (const [left, right] of pairs(lines, (line) => !isLying(line))) {
      const corners = cornersOf([top, right, bottom, left])
      if (!corners || !isPlausible(corners, slopes)) continue
      const share = seen(corners, [top, right, bottom, left])
      const score = share * Math.sqrt(areaOf(corners) / (slopes.width * slopes.height))
      if (share >= LEAST_SEEN && (!best || score > best.score)) best = { corners, score }
    }
  }
  return best?.corners ?? null
}

const isLying = ({ angle }: Line): boolean => angle > 45 && angle < 135

/** Two of a kind that run much the same way, not both borders of the picture. */
function pairs(lines: readonly Line[], isOfKind: (line: Line) => boolean): [Line, Line][] {
  const kind = lines.filter(isOfKind)
  return kind.flatMap((one, place) =>
    kind.slice(place + 1).flatMap((other): [Line, Line][] => {
      const turn = Math.abs(one.angle - other.angle)
      return Math.min(turn, ANGLES - turn) < MOST_SLANT && !(one.border && other.border) ? [[one, other]] : []
    }),
  )
}

/** Where the four lines cross, in order, whichever of each pair comes first. */
function cornersOf([top, right, bottom, left]: readonly [Line, Line, Line, Line]): Corners | null {
  const points = [crossing(top, left), crossing(top, right), crossing(bottom, right), crossing(bottom, left)]
  if (points.some((point) => point === null)) return null
  const known = points.flatMap((point) => (point ? [point] : []))
  const centre = {
    x: known.reduce((sum, { x }) => sum + x, 0) / 4,
    y: known.reduce((sum, { y }) => sum + y, 0) / 4,
  }
  const around = known.toSorted(
    (a, b) => Math.atan2(a.y - centre.y, a.x - centre.x) - Math.atan2(b.y - centre.y, b.x - centre.x),
  )
  const [first, second, third, fourth] = around
  return first && second && third && fourth ? [first, second, third, fourth] : null
}

function crossing(one: Line, other: Line): Point | null {
  const [a, b] = [COSINES[one.angle] ?? 0, SINES[one.angle] ?? 0]
  const [c, d] = [COSINES[other.angle] ?? 0, SINES[other.angle] ?? 0]
  const area = a * d - b * c
  if (Math.abs(area) < 0.3) return null
  return { x: (one.distance * d - other.distance * b) / area, y: (other.distance * a - one.distance * c) / area }
}

function isPlausible(corners: Corners, { width, height }: Slopes): boolean {
  const [overX, overY] = [width * 0.05, height * 0.05]
  const isInside = corners.every(({ x, y }) => x > -overX && y > -overY && x < width + overX && y < height + overY)
  return isInside && isSheet(corners) && areaOf(corners) > LEAST_AREA * width * height
}

/** How much of an outline is an edge, each side on the line that it came from. */
function sidesSeen(slopes: Slopes): (corners: Corners, lines: readonly Line[]) => number {
  const known = new Map<string, number>()
  return (corners) =>
    corners.reduce((sum, from, place) => {
      const to = corners[(place + 1) % 4] ?? from
      const key = `${from.x.toFixed(1)} ${from.y.toFixed(1)} ${to.x.toFixed(1)} ${to.y.toFixed(1)}`
      const share = known.get(key) ?? sideSeen(from, to, slopes)
      known.set(key, share)
      return sum + share / 4
    }, 0)
}

function sideSeen(from: Point, to: Point, slopes: Slopes): number {
  const { width, height } = slopes
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const [normalX, normalY] = [(to.y - from.y) / length, (from.x - to.x) / length]
  const isBorder = [from, to].every(({ x, y }) => x < 3 || y < 3 || x > width - 4 || y > height - 4)
  if (isBorder && (Math.abs(normalX) > 0.99 || Math.abs(normalY) > 0.99)) return BORDER_SEEN
  const steps = Math.max(8, Math.floor(length / 3))
  let hits = 0
  for (let step = 1; step < steps; step++) {
    const x = from.x + ((to.x - from.x) * step) / steps
    const y = from.y + ((to.y - from.y) * step) / steps
    if (isEdgeNear(x, y, { x: normalX, y: normalY }, slopes)) hits++
  }
  return hits / (steps - 1)
}

/** Whether brightness changes across the side within two points of here. */
function isEdgeNear(x: number, y: number, normal: Point, slopes: Slopes): boolean {
  for (let off = -2; off <= 2; off++)
    if (changeAcross(x + normal.x * off, y + normal.y * off, normal, slopes) >= slopes.edge * 0.7) return true
  return false
}

function changeAcross(x: number, y: number, normal: Point, { width, height, x: slopeX, y: slopeY }: Slopes): number {
  const [column, row] = [Math.round(x), Math.round(y)]
  if (column < 1 || row < 1 || column >= width - 1 || row >= height - 1) return 0
  const here = row * width + column
  return Math.abs((slopeX[here] ?? 0) * normal.x + (slopeY[here] ?? 0) * normal.y)
}
