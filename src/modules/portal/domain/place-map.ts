// A map of points without any picture beneath it: where each lies in a square frame, and which lie so near each other that they are one mark.

/** Degrees of WGS 84. */
export type Point = { readonly latitude: number; readonly longitude: number }
export type Frame = { readonly south: number; readonly west: number; readonly north: number; readonly east: number }
/** Shares of the square, from its left and upper side. */
export type Spot = { readonly x: number; readonly y: number }

/** No frame is smaller, in degrees of latitude: about one kilometre. */
export const LEAST_SPAN = 0.01
/** How much of the square is left free beyond the outermost points. */
const MARGIN = 0.14
/** Marks are no nearer to each other, as a share of the square: one finger wide where the square is smallest (288 px). */
export const APART = 0.15

const KM_PER_DEGREE = 111.32

/** A degree of longitude in degrees of latitude, in the middle of the frame. */
const narrowing = (latitude: number): number => Math.max(0.01, Math.cos((latitude * Math.PI) / 180))

/** The square around a middle. */
export function squareAround({ latitude, longitude }: Point, span: number): Frame {
  const [half, wide] = [span / 2, span / 2 / narrowing(latitude)]
  return { south: latitude - half, north: latitude + half, west: longitude - wide, east: longitude + wide }
}

const middleOf = ({ south, north, west, east }: Frame): Point => ({
  latitude: (south + north) / 2,
  longitude: (west + east) / 2,
})

/** The smallest square that shows all of the points with room around them; null: there are none. */
export function frameOf(points: readonly Point[]): Frame | null {
  if (points.length === 0) return null
  const [latitudes, longitudes] = [points.map((one) => one.latitude), points.map((one) => one.longitude)]
  const box = {
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
  }
  const middle = middleOf(box)
  const span = Math.max(box.north - box.south, (box.east - box.west) * narrowing(middle.latitude))
  return squareAround(middle, Math.max(LEAST_SPAN, span / (1 - 2 * MARGIN)))
}

/** The square around the middle of a frame that shows all of it. */
export function squared(frame: Frame): Frame {
  const middle = middleOf(frame)
  const span = Math.max(frame.north - frame.south, (frame.east - frame.west) * narrowing(middle.latitude))
  return squareAround(middle, Math.max(LEAST_SPAN, span))
}

/** The same middle with so many times the width. */
export function widened(frame: Frame, times: number): Frame {
  return squareAround(middleOf(frame), Math.max(LEAST_SPAN, (frame.north - frame.south) * times))
}

/** The same middle with at least so many degrees of latitude. */
export const spanning = (frame: Frame, span: number): Frame =>
  widened(frame, Math.max(1, span / (frame.north - frame.south)))

/** Where a point lies in the frame. */
export function spotOf({ latitude, longitude }: Point, { south, west, north, east }: Frame): Spot {
  return { x: (longitude - west) / (east - west), y: (north - latitude) / (north - south) }
}

/** How far a mark reaches, as a share of the smallest square: nearer to the rim it would be cut. */
const RIM = 0.075

/** Whether all of a mark there is seen. */
export const isWithin = ({ x, y }: Spot): boolean => Math.min(x, y) >= RIM && Math.max(x, y) <= 1 - RIM

export type Group<T> = Spot & { readonly members: readonly T[] }

/** The points of a frame as marks of which no two are nearer than `APART`: those that would be are one mark in their midst. */
export function groupsIn<T extends Point>(points: readonly T[], frame: Frame): readonly Group<T>[] {
  let groups = gathered(
    points.flatMap((point) => {
      const spot = spotOf(point, frame)
      return isWithin(spot) ? [{ ...spot, members: [point] }] : []
    }),
  )
  for (let pair = nearest(groups); pair !== null; pair = nearest(groups)) {
    const [one, other] = pair
    groups = [...groups.filter((group) => group !== one && group !== other), together(one, other)]
  }
  return groups
}

/** Those of one small cell together at once, so that thousands are soon few. */
function gathered<T>(groups: readonly Group<T>[]): Group<T>[] {
  const cell = (share: number) => Math.floor((share * 3) / APART)
  const cells = Map.groupBy(groups, ({ x, y }) => `${cell(x)} ${cell(y)}`)
  return [...cells.values()].map((all) => all.reduce(together))
}

function together<T>(one: Group<T>, other: Group<T>): Group<T> {
  const members = [...one.members, ...other.members]
  const share = (axis: 'x' | 'y') =>
    (one[axis] * one.members.length + other[axis] * other.members.length) / members.length
  return { x: share('x'), y: share('y'), members }
}

/** The two marks that are nearest to each other, when they are too near. */
function nearest<T>(groups: readonly Group<T>[]): readonly [Group<T>, Group<T>] | null {
  let [best, found]: [number, readonly [Group<T>, Group<T>] | null] = [APART, null]
  for (const [at, one] of groups.entries()) {
    for (const other of groups.slice(at + 1)) {
      const apart = Math.hypot(one.x - other.x, one.y - other.y)
      if (apart >= best) continue
      best = apart
      found = [one, other]
    }
  }
  return found
}

/** Whether looking closer takes the points of a group apart. */
export function comesApart(points: readonly Point[]): boolean {
  const frame = frameOf(points)
  return frame !== null && groupsIn(points, frame).length > 1
}

const STEPS = [1, 2, 5] as const

/** The largest of 1, 2, 5, 10, 20… (and 0.5, 0.2…) that is no more than this. */
export function roundBelow(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most))
  const step = STEPS.findLast((one) => one * power <= most * (1 + 1e-9)) ?? 1
  return Number((step * power).toPrecision(1))
}

/** A length in round kilometres, and its share of the frame, at most 0.4. */
export function scaleOf(frame: Frame): { readonly km: number; readonly share: number } {
  const width = (frame.north - frame.south) * KM_PER_DEGREE
  const km = roundBelow(width * 0.4)
  return { km, share: km / width }
}

export type Line = { readonly degrees: number; readonly at: number }

/** Round meridians and parallels, two to six of each, with where they cross the frame. */
export function linesOf(frame: Frame): {
  readonly step: number
  readonly meridians: readonly Line[]
  readonly parallels: readonly Line[]
} {
  const step = roundBelow((frame.north - frame.south) / 2)
  const between = (from: number, to: number) => {
    const first = Math.ceil(from / step - 1e-9)
    const count = Math.max(0, Math.floor(to / step + 1e-9) - first + 1)
    return Array.from({ length: Math.min(20, count) }, (_, index) => Number(((first + index) * step).toFixed(6)))
  }
  const { south, west, north, east } = frame
  return {
    step,
    meridians: between(west, east).map((degrees) => ({ degrees, at: (degrees - west) / (east - west) })),
    parallels: between(south, north).map((degrees) => ({ degrees, at: (north - degrees) / (north - south) })),
  }
}

export type Side = 'right' | 'left' | 'below'

/** What a name takes of the square where names are shown: letters are so wide, lines so high, marks reach so far. */
const [LETTER, HEIGHT, REACH] = [0.0165, 0.045, 0.045] as const
type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** On which side of each mark its name can be read, touching no other mark and no other name; null: it stands in the list alone. */
export function sidesFor(marks: readonly (Spot & { readonly name: string })[]): readonly (Side | null)[] {
  const taken: Box[] = marks.map(({ x, y }) => ({
    left: x - REACH,
    right: x + REACH,
    top: y - REACH,
    bottom: y + REACH,
  }))
  return marks.map((mark, own) => {
    for (const side of ['right', 'left', 'below'] as const) {
      const box = boxOf(mark, side)
      const isFree = taken.every((other, at) => at === own || !touches(box, other))
      if (!isFree || box.left < 0 || box.right > 1 || box.bottom > 1) continue
      taken.push(box)
      return side
    }
    return null
  })
}

function boxOf({ x, y, name }: Spot & { readonly name: string }, side: Side): Box {
  const width = name.length * LETTER
  if (side === 'below') return { left: x - width / 2, right: x + width / 2, top: y + REACH, bottom: y + REACH + HEIGHT }
  const [top, bottom] = [y - HEIGHT / 2, y + HEIGHT / 2]
  if (side === 'right') return { left: x + REACH, right: x + REACH + width, top, bottom }
  return { left: x - REACH - width, right: x - REACH, top, bottom }
}

const touches = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
