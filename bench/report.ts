export type Result = {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** `< 50`, or null when it is told, not judged. */
  readonly target: string | null
  readonly met: boolean | null
}
export type BenchOptions = {
  readonly scale: number
  readonly plans: boolean
  /** Repeats a run on made-up data; `null` for data that nobody has seen. */
  readonly seed: number | null
  /** Where the filled database is kept; one that is there is used. `null`: thrown away at the end. */
  readonly data: string | null
  /** Fills the database and measures nothing. */
  readonly loadOnly: boolean
  readonly log: (line: string) => void
}
export type Bench = (options: BenchOptions) => Promise<readonly Result[]>

/** A number that must stay below a limit. */
export function below(name: string, value: number, unit: string, limit: number): Result {
  return { name, value: rounded(value), unit, target: `< ${limit}`, met: value < limit }
}

/** A number that must reach a limit. */
export function above(name: string, value: number, unit: string, limit: number): Result {
  return { name, value: Math.floor(value * 10_000) / 10_000, unit, target: `≥ ${limit}`, met: value >= limit }
}

/** A number that is told. */
export function told(name: string, value: number, unit: string): Result {
  return { name, value: rounded(value), unit, target: null, met: null }
}

/** Something that must hold: 1 when it does. */
export function holds(name: string, truth: boolean): Result {
  return { name, value: truth ? 1 : 0, unit: 'yes=1', target: '= 1', met: truth }
}

/** The value below which a share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** How long each run takes, in milliseconds. */
export async function timed(times: number, run: (index: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let index = 0; index < times; index++) {
    const started = performance.now()
    await run(index)
    taken.push(performance.now() - started)
  }
  return taken
}

/** The middle one of three values measured one after the other, so that one disturbance of the machine decides nothing. */
export async function middleOfThree(measure: () => Promise<number>): Promise<number> {
  return percentile([await measure(), await measure(), await measure()], 0.5)
}

/** Of three rounds the middle ones. */
export async function spread(round: () => Promise<number[]>): Promise<{ readonly p50: number; readonly p95: number }> {
  const rounds = [await round(), await round(), await round()]
  const middle = (share: number) =>
    percentile(
      rounds.map((taken) => percentile(taken, share)),
      0.5,
    )
  return { p50: middle(0.5), p95: middle(0.95) }
}

export function printReport(bench: string, results: readonly Result[]): void {
  const width = Math.max(...results.map(({ name }) => name.length))
  for (const { name, value, unit, target, met } of results) {
    const verdict = met === null ? '' : met ? 'met' : 'MISSED'
    console.log(
      `${name.padEnd(width)}  ${String(value).padStart(12)} ${unit.padEnd(8)} ${(target ?? '').padEnd(8)} ${verdict}`,
    )
  }
  console.log(JSON.stringify({ bench, results }))
  if (results.some(({ met }) => met === false)) process.exitCode = 1
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
