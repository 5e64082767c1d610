import { type Corners, isSheet, type Point } from './picture.ts'

/** How much brightness changes at a point across a direction. */
export type Across = (x: number, y: number, normal: Point) => number

const REACH = 5
const LEAST_POINTS = 6

/** A line through a point, and which way it runs. */
type Line = { readonly at: Point; readonly along: Point }

/** The corners where the sides really run: each side is laid through the strongest edges near it. As they were when that makes no sheet. */
export function refined(corners: Corners, across: Across, edge: number): Corners {
  const sides = corners.map((from, place) => sideNear(from, corners[(place + 1) % 4] ?? from, across, edge))
  const points = corners.map((corner, place) => {
    const [before, after] = [sides[(place + 3) % 4], sides[place]]
    const point = before && after ? crossing(before, after) : null
    return point && Math.hypot(point.x - corner.x, point.y - corner.y) < REACH * 2 ? point : corner
  })
  const [a, b, c, d] = points
  const better: Corners | null = a && b && c && d ? [a, b, c, d] : null
  return better && isSheet(better) ? better : corners
}

function sideNear(from: Point, to: Point, across: Across, edge: number): Line {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  const normal = { x: along.y, y: -along.x }
  const seen: Point[] = []
  // Near its ends a side meets the others.
  for (let step = length * 0.06; step < length * 0.94; step += 2) {
    let best = { strength: edge * 0.7, off: Number.NaN }
    for (let off = -REACH; off <= REACH; off += 0.5) {
      const strength = across(
        from.x + along.x * step + normal.x * off,
        from.y + along.y * step + normal.y * off,
        normal,
      )
      if (strength > best.strength) best = { strength, off }
    }
    if (!Number.isNaN(best.off))
      seen.push({ x: from.x + along.x * step + normal.x * best.off, y: from.y + along.y * step + normal.y * best.off })
  }
  return seen.length < LEAST_POINTS ? { at: from, along } : through(seen)
}

/** The line with the least squared distance to points; those that are far from it are left out and it is laid once more. */
function through(points: readonly Point[]): Line {
  const first = fitted(points)
  const near = points.filter((point) => distance(point, first) < 1.5)
  return near.length < LEAST_POINTS ? first : fitted(near)
}

function fitted(points: readonly Point[]): Line {
  const at = {
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  }
  let [xx, xy, yy] = [0, 0, 0]
  for (const { x, y } of points) {
    xx += (x - at.x) ** 2
    xy += (x - at.x) * (y - at.y)
    yy += (y - at.y) ** 2
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2
  return { at, along: { x: Math.cos(angle), y: Math.sin(angle) } }
}

const distance = ({ x, y }: Point, { at, along }: Line): number => Math.abs((x - at.x) * along.y - (y - at.y) * along.x)

function crossing(one: Line, other: Line): Point | null {
  const area = one.along.x * other.along.y - one.along.y * other.along.x
  if (Math.abs(area) < 0.2) return null
  const [dx, dy] = [other.at.x - one.at.x, other.at.y - one.at.y]
  const step = (dx * other.along.y - dy * other.along.x) / area
  return { x: one.at.x + one.along.x * step, y: one.at.y + one.along.y * step }
}
