// How likely an open case breaches its due moment: of the ended cases like it that had not ended after as much time at the same step, how many
// needed more than is left. Nothing is assumed of the shape of durations.

/** Fewer cases than this say nothing. */
export const FEWEST = 30

/** Lower edges of the buckets of durations, in working minutes: half hours for two days, then wider. */
const EDGES: readonly number[] = edges()

function edges(): number[] {
  const made = Array.from({ length: 33 }, (_, place) => place * 30)
  for (let last = 960; last < 200_000; ) {
    last = Math.ceil(last * 1.06)
    made.push(last)
  }
  return made
}

/** The bucket of a duration in working minutes. */
export function bucketOf(minutes: number): number {
  let [low, high] = [0, EDGES.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((EDGES[middle] ?? 0) <= minutes) low = middle
    else high = middle - 1
  }
  return low
}

/** How many cases lasted longer than so many minutes. */
export type Survival = (minutes: number) => number

/** From counts by bucket; within a bucket durations are taken as spread evenly. */
export function survivalOf(counts: ReadonlyMap<number, number>): Survival {
  return (minutes) => {
    let longer = 0
    const own = bucketOf(Math.max(0, minutes))
    for (const [bucket, count] of counts) {
      if (bucket > own) longer += count
      if (bucket !== own) continue
      const from = EDGES[bucket] ?? 0
      const to = EDGES[bucket + 1] ?? from + 1
      longer += count * Math.max(0, 1 - (Math.max(0, minutes) - from) / (to - from))
    }
    return longer
  }
}

/** From durations one by one. */
export function survivalOfSamples(durations: readonly number[]): Survival {
  const sorted = durations.toSorted((left, right) => left - right)
  return (minutes) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] ?? 0) <= minutes) low = middle + 1
      else high = middle
    }
    return sorted.length - low
  }
}

export const LEVELS = ['unit', 'procedure', 'field'] as const
export type Level = (typeof LEVELS)[number]
/** One way to look at the past: how long comparable cases lasted, and how much of it is behind this one. */
export type Look = { readonly level: Level; readonly survival: Survival; readonly elapsed: number }
export type Forecast = {
  readonly level: Level
  /** Comparable ended cases that had not ended after as much time, and how many of them needed more than is left. */
  readonly ofCases: number
  readonly late: number
}

/** The forecast from the nearest look that has enough cases; null: not enough data. */
export function forecastFrom(looks: readonly Look[], minutesLeft: number): Forecast | null {
  const look = enough(looks)
  if (!look) return null
  const ofCases = look.survival(look.elapsed)
  const late = look.survival(look.elapsed + Math.max(0, minutesLeft))
  return { level: look.level, ofCases: Math.round(ofCases), late: Math.round(Math.min(late, ofCases)) }
}

const enough = (looks: readonly Look[]) => looks.find(({ survival, elapsed }) => survival(elapsed) >= FEWEST)

/** Working minutes from now by which the share of comparable cases had ended; null without enough data. */
export function minutesUntil(looks: readonly Look[], share: number): number | null {
  const look = enough(looks)
  if (!look) return null
  const base = look.survival(look.elapsed)
  const edge = EDGES.find((minutes) => minutes > look.elapsed && look.survival(minutes) <= base * (1 - share))
  return edge === undefined ? null : edge - look.elapsed
}

export type Judged = { readonly probability: number; readonly late: boolean }
export type Calibration = {
  /** Tenth of probability: 0 is below 10 %. */
  readonly tenth: number
  readonly cases: number
  readonly foretold: number
  readonly late: number
}
export type Accuracy = {
  readonly cases: number
  readonly late: number
  /** Mean squared error; 0 is perfect. */
  readonly brier: number
  /** Of one who always says the share of late cases: what a forecast must beat. */
  readonly brierOfBase: number
  readonly lateForetold: number
  readonly calibration: Calibration[]
}

/** How good forecasts were. `lateForetold`: late cases for which at least one half was said. */
export function accuracyOf(judged: readonly Judged[]): Accuracy | null {
  if (judged.length === 0) return null
  const late = judged.filter((one) => one.late).length
  const share = late / judged.length
  const mean = (error: (one: Judged) => number) => judged.reduce((sum, one) => sum + error(one) ** 2, 0) / judged.length
  const tenths = Map.groupBy(judged, ({ probability }) => Math.min(9, Math.floor(probability * 10)))
  return {
    cases: judged.length,
    late,
    brier: mean((one) => one.probability - (one.late ? 1 : 0)),
    brierOfBase: mean((one) => share - (one.late ? 1 : 0)),
    lateForetold: judged.filter((one) => one.late && one.probability >= 0.5).length,
    calibration: [...tenths]
      .map(([tenth, own]) => ({
        tenth,
        cases: own.length,
        foretold: own.reduce((sum, { probability }) => sum + probability, 0),
        late: own.filter((one) => one.late).length,
      }))
      .toSorted((left, right) => left.tenth - right.tenth),
  }
}

/** The value below which the share of the sorted values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
