import type { Day } from '#kernel/calendar.ts'
import { judge, type Target, type TargetPart } from '#kernel/target.ts'
import type { Verdict } from './words.ts'

/** Within so much of the target, a figure that misses it is called near. */
const NEAR = 0.95

export type Reached =
  | { readonly numerator: number | null; readonly denominator: number | null }
  | { readonly value: number | null }

/** Whether a figure meets a target on a day; near when every part it misses is missed by at most a twentieth. */
export function verdictOf(target: Target, reached: Reached, day: Day): Verdict {
  const actual = 'value' in reached ? reached.value : reached
  const { overall, parts } = judge(target, actual, day)
  if (overall === 'met' || overall === 'exceeded') return 'met'
  if (overall !== 'not-met') return 'unknown'
  const missed = target.parts.filter((_, index) => parts[index] === 'not-met')
  return missed.every((part) => isNear(part, reached)) ? 'near' : 'missed'
}

function isNear(part: TargetPart, reached: Reached): boolean {
  const shown = shownNumber(part, reached)
  if (shown === null) return false
  if (part.operator === '>=' || part.operator === '>') return shown >= part.value * NEAR
  if (part.operator === '<=' || part.operator === '<') return shown * NEAR <= part.value
  return false
}

function shownNumber(part: TargetPart, reached: Reached): number | null {
  if ('value' in reached) return reached.value
  if (part.unit === 'count') return reached.numerator
  if (reached.numerator === null || reached.denominator === null || reached.denominator === 0) return null
  return (reached.numerator / reached.denominator) * 100
}
