import type { Process, ProcessNode } from '../contract.ts'

/** Pixels of one grid cell, and of a step on it. */
export const CELL = { width: 76, height: 66 }
export const BOX = { width: 144, height: 92 }
/** Room round the picture, above for ways that pass over steps. */
const EDGE = { x: 16, top: 64, bottom: 40 }

export const cornerOf = ({ x, y }: Pick<ProcessNode, 'x' | 'y'>) => ({
  left: EDGE.x + x * CELL.width,
  top: EDGE.top + y * CELL.height,
})

/** The size of the whole picture in pixels. */
export function sizeOf({ nodes }: Process): { width: number; height: number } {
  const corners = nodes.map(cornerOf)
  return {
    width: Math.max(0, ...corners.map(({ left }) => left)) + BOX.width + EDGE.x,
    height: Math.max(0, ...corners.map(({ top }) => top)) + BOX.height + EDGE.bottom,
  }
}

type Point = readonly [x: number, y: number]
type Curve = readonly [Point, Point, Point, Point]

/** An arrow as a path, and where its words stand. */
export function arrowOf(from: ProcessNode, to: ProcessNode, nodes: readonly ProcessNode[]) {
  const curve = curveOf(from, to, nodes)
  const [a, b, c, d] = curve
  const middle = (axis: 0 | 1) => (a[axis] + 3 * b[axis] + 3 * c[axis] + d[axis]) / 8
  return { path: `M${a} C${b} ${c} ${d}`, x: middle(0), y: middle(1) }
}

function curveOf(from: ProcessNode, to: ProcessNode, nodes: readonly ProcessNode[]): Curve {
  const [a, b] = [cornerOf(from), cornerOf(to)]
  const start: Point = [a.left + BOX.width, a.top + BOX.height / 2]
  const end: Point = [b.left - 4, b.top + BOX.height / 2]
  const gap = end[0] - start[0]
  const isFree = gap > 8 && !nodes.some((node) => node !== from && node !== to && stands(node, start, end))
  if (isFree) return [start, [start[0] + gap / 2, start[1]], [end[0] - gap / 2, end[1]], end]
  // Over the steps between, or below them when the way leads back.
  const isOver = gap > 8
  const side = isOver ? 0 : BOX.height
  const [up, down]: [Point, Point] = [
    [a.left + BOX.width / 2, a.top + side],
    [b.left + BOX.width / 2, b.top + side + (isOver ? -4 : 4)],
  ]
  const height = isOver ? Math.min(up[1], down[1]) - 62 : Math.max(up[1], down[1]) + 56
  return [up, [up[0] + (isOver ? 20 : 0), height], [down[0] - (isOver ? 20 : 0), height], down]
}

/** Whether a step stands on the straight line between two points. */
function stands(node: ProcessNode, [ax, ay]: Point, [bx, by]: Point): boolean {
  const { left, top } = cornerOf(node)
  const samples = Array.from({ length: 21 }, (_, place) => place / 20)
  return samples.some((part) => {
    const [x, y] = [ax + (bx - ax) * part, ay + (by - ay) * part]
    return x > left && x < left + BOX.width && y > top && y < top + BOX.height
  })
}
