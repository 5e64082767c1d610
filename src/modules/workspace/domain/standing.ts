/** Levels of targets from the nearest to the farthest, as seen from a unit of each level. */
const NEAREST = {
  ward: ['ward', 'city', 'province', 'nation'],
  city: ['city', 'province', 'nation', 'ward'],
  province: ['province', 'nation', 'city', 'ward'],
  nation: ['nation', 'province', 'city', 'ward'],
} as const
export const TARGET_LEVELS = ['nation', 'province', 'city', 'ward'] as const
export type TargetLevel = (typeof TARGET_LEVELS)[number]

/** The level of targets that a unit of an administrative level answers for. */
export function targetLevelOf(level: 'nation' | 'province' | 'district' | 'commune'): TargetLevel {
  if (level === 'district') return 'city'
  return level === 'commune' ? 'ward' : level
}

export type Verdict = 'met' | 'near' | 'missed' | 'unknown'
type TargetShown = { readonly level: TargetLevel; readonly text: string; readonly verdict: Verdict }

/** The target that binds a unit: its own level's, else the next above, else one below; `undefined` when there is none. */
export function bindingTarget<T extends TargetShown>(targets: readonly T[], level: TargetLevel): T | undefined {
  for (const wanted of NEAREST[level]) {
    const found = targets.find((target) => target.level === wanted)
    if (found) return found
  }
  return undefined
}

export type Tally = Readonly<Record<Verdict, number>> & { readonly noTarget: number }

/** How many rows meet their binding target, nearly, not, or cannot be judged. */
export function tallyVerdicts(
  rows: readonly { readonly targets: readonly TargetShown[] }[],
  level: TargetLevel,
): Tally {
  const tally = { met: 0, near: 0, missed: 0, unknown: 0, noTarget: 0 }
  for (const { targets } of rows) tally[bindingTarget(targets, level)?.verdict ?? 'noTarget']++
  return tally
}

type Shown = {
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
}

/** The number a cell shows, for drawing: value, or numerator ÷ denominator × factor; `null` when there is none. */
export function drawnNumber({ value, numerator, denominator }: Shown, factor: number): number | null {
  if (numerator === null || denominator === null) return value === null ? null : Number(value)
  const bottom = Number(denominator)
  return bottom === 0 ? null : (Number(numerator) / bottom) * factor
}
