import type { ProcessEdge } from './process.ts'

type Ways = readonly Pick<ProcessEdge, 'from' | 'to'>[]

/** Every step that can be reached along the ways from one, itself too. */
export function reachable(from: string, ways: Ways): ReadonlySet<string> {
  const next = Map.groupBy(ways, (way) => way.from)
  const seen = new Set([from])
  const waiting = [from]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const { to } of next.get(id) ?? []) {
      if (seen.has(to)) continue
      seen.add(to)
      waiting.push(to)
    }
  }
  return seen
}

/** The ways turned round. */
export const turned = (ways: Ways): Ways => ways.map(({ from, to }) => ({ from: to, to: from }))

/** The steps in an order in which every way leads forward; steps of a ring and behind it are missing from it. */
export function inOrder(ids: readonly string[], ways: Ways): string[] {
  const open = new Map(ids.map((id) => [id, 0]))
  for (const { to } of ways) open.set(to, (open.get(to) ?? 0) + 1)
  const next = Map.groupBy(ways, (way) => way.from)
  const order = [...open].filter(([, count]) => count === 0).map(([id]) => id)
  for (let at = 0; at < order.length; at++) {
    for (const { to } of next.get(order[at] ?? '') ?? []) {
      const left = (open.get(to) ?? 0) - 1
      open.set(to, left)
      if (left === 0) order.push(to)
    }
  }
  return order
}
