/** A straight line along one axis: `at` on the other one. */
export type Rule = { readonly at: number; readonly from: number; readonly to: number }

/** As PDF writes it: a, b, c, d, e, f. */
export type Matrix = readonly [number, number, number, number, number, number]
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** What the first does after the second. */
export function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}

type Ink = { readonly ctm: Matrix; readonly stroke: string; readonly fill: string }
type Rules = { readonly across: Rule[]; readonly down: Rule[] }

/** Numbers of pdf.js: `[1, x, y]` a line, `[2, …6]` and `[3, …4]` curves, `[4]` back to the start. */
const PATH = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const
/** Painting steps of pdf.js that stroke, and those that fill. */
const STROKES = new Set([20, 21, 24, 25, 26, 27])
const FILLS = new Set([22, 23, 24, 25, 26, 27])
/** Points: a filled shape no thicker than this is a line. */
const THIN = 2.5
const WHITE = '#ffffff'

type Point = readonly [number, number]

/** Adds the straight lines of the path that can be seen. */
export function drawPath(rules: Rules, pen: Ink, paint: number, pieces: readonly unknown[]): void {
  const stroked = STROKES.has(paint) && pen.stroke !== WHITE
  const filled = FILLS.has(paint) && pen.fill !== WHITE
  if (!stroked && !filled) return
  for (const points of shapesOf(pieces, pen.ctm)) {
    if (stroked) for (let at = 1; at < points.length; at += 1) addRule(rules, points[at - 1], points[at])
    if (filled) addThinShape(rules, points)
  }
}

/** The shapes of a path as corners; curves break it, for no table is drawn with them. */
function shapesOf(pieces: readonly unknown[], ctm: Matrix): Point[][] {
  const data = pieces[0]
  if (!(data instanceof Float32Array)) return []
  const shapes: Point[][] = []
  let shape: Point[] = []
  const at = (x: number | undefined, y: number | undefined): Point => {
    const [, , , , e, f] = times(ctm, [1, 0, 0, 1, x ?? 0, y ?? 0])
    return [e, f]
  }
  for (let next = 0; next < data.length; ) {
    const step = data[next]
    if (step === PATH.move) {
      shape = [at(data[next + 1], data[next + 2])]
      shapes.push(shape)
    } else if (step === PATH.line) shape.push(at(data[next + 1], data[next + 2]))
    else if (step === PATH.close) shape.push(shape[0] ?? [0, 0])
    else {
      shape = []
      shapes.push(shape)
    }
    next += step === PATH.close ? 1 : step === PATH.curve ? 7 : step === PATH.quadratic ? 5 : 3
  }
  return shapes
}

function addRule(rules: Rules, from: Point | undefined, to: Point | undefined): void {
  if (!from || !to) return
  const [wide, tall] = [Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])]
  if (tall < 0.8 && wide > tall) {
    rules.across.push({ at: (from[1] + to[1]) / 2, from: Math.min(from[0], to[0]), to: Math.max(from[0], to[0]) })
  } else if (wide < 0.8 && tall > wide) {
    rules.down.push({ at: (from[0] + to[0]) / 2, from: Math.min(from[1], to[1]), to: Math.max(from[1], to[1]) })
  }
}

function addThinShape(rules: Rules, points: readonly Point[]): void {
  if (points.length < 4) return
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (points.length > 6 || Math.min(right - left, bottom - top) > THIN) return
  if (right - left > bottom - top) rules.across.push({ at: (top + bottom) / 2, from: left, to: right })
  else rules.down.push({ at: (left + right) / 2, from: top, to: bottom })
}
