/** Chance that can be repeated: the same seed gives the same report. */
export type Chance = {
  /** 0 ≤ x < 1 */
  next(): number
  int(from: number, to: number): number
  yes(share: number): boolean
  pick<T>(of: readonly T[]): T
  some<T>(of: readonly T[], count: number): T[]
}

/** Mulberry32 on a seed that was stirred first, so that neighbouring seeds differ at once. */
export function chanceOf(seed: number, salt = ''): Chance {
  let state =
    Array.from(salt).reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16777619), seed ^ 2166136261) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  for (let i = 0; i < 5; i++) next()
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(of: readonly T[]): T => {
    const picked = of[int(0, of.length - 1)]
    if (picked === undefined && of.length === 0) throw new Error('nothing to pick from')
    return picked as T
  }
  const some = <T>(of: readonly T[], count: number): T[] => {
    const left = [...of]
    const taken: T[] = []
    while (taken.length < count && left.length > 0) taken.push(...left.splice(int(0, left.length - 1), 1))
    return taken
  }
  return { next, int, yes: (share) => next() < share, pick, some }
}
