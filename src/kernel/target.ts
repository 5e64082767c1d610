import { z } from 'zod'
import type { Day } from './calendar.ts'
import { compare, type Decimal, decimalOf, multiply } from './decimal.ts'
import { dayField } from './fields.ts'
import { formatNumber } from './number.ts'
import type { Ratio } from './ratio.ts'

export const TARGET_OPERATORS = ['>=', '>', '<=', '<', '='] as const
export type TargetOperator = (typeof TARGET_OPERATORS)[number]

/** One condition of a target: `85% hộ` is `>=`, 85, percent, label `hộ`. */
export const TargetPart = z.object({
  /** What this part counts, when the target has several (`sản phẩm`, `hộ`). */
  label: z.string().max(300).nullable(),
  operator: z.enum(TARGET_OPERATORS),
  /** The wording was "Duy trì": already reached, must not fall. Judged as its operator. */
  maintain: z.boolean(),
  value: z.number(),
  unit: z.enum(['percent', 'count']),
  /** The day from which this part counts (`đến cuối năm 50%`); `null`: at once. */
  by: dayField.nullable(),
})
export type TargetPart = z.infer<typeof TargetPart>

/** A target as it was written, and what the text was understood to demand; no parts: it cannot be judged by number. */
export const Target = z.object({ text: z.string().max(1000), parts: z.array(TargetPart).max(20) })
export type Target = z.infer<typeof Target>

/** `not-judgeable`: no number was set, nothing was counted (denominator 0), or the part's day has not come. */
export type Judgement = 'exceeded' | 'met' | 'not-met' | 'no-data' | 'not-judgeable'

/** A share, or a plain number (for a percent target: percentage points). */
export type Actual = Ratio | number | null

export type Judged = { readonly overall: Judgement; readonly parts: readonly Judgement[] }

/**
 * Whether what was reached on `day` meets the target, exactly (no rounding first), part by part and overall. Parts with
 * different labels need their own figures in `byLabel`; one figure cannot judge them. A part whose `by` has not come is
 * not judgeable unless it is met already, and does not count overall.
 */
export function judge(
  target: Target,
  actual: Actual | { readonly byLabel: Readonly<Record<string, Actual>> },
  day: Day,
): Judged {
  const several = new Set(target.parts.map((part) => part.label)).size > 1
  const parts = target.parts.map((part): Judgement => {
    const own = ownActual(part, actual, several)
    if (own === undefined) return 'not-judgeable'
    const judged = judgePart(part, own)
    const notDue = part.by !== null && day < part.by
    return notDue && judged !== 'met' && judged !== 'exceeded' ? 'not-judgeable' : judged
  })
  const due = parts.filter((_, index) => !(parts[index] === 'not-judgeable' && isLater(target.parts[index], day)))
  return { overall: overall(due), parts }
}

function ownActual(part: TargetPart, actual: Parameters<typeof judge>[1], several: boolean): Actual | undefined {
  if (actual !== null && typeof actual === 'object' && 'byLabel' in actual)
    return actual.byLabel[part.label ?? ''] ?? null
  return several ? undefined : actual
}

function isLater(part: TargetPart | undefined, day: Day): boolean {
  return part?.by != null && day < part.by
}

/** The worst of the parts; `exceeded` only when every part is. */
function overall(parts: readonly Judgement[]): Judgement {
  if (parts.length === 0) return 'not-judgeable'
  const order: readonly Judgement[] = ['not-met', 'no-data', 'not-judgeable', 'met', 'exceeded']
  return order.find((judgement) => parts.includes(judgement)) ?? 'not-judgeable'
}

function judgePart(part: TargetPart, actual: Actual): Judgement {
  const sides = sidesOf(part, actual)
  if (typeof sides === 'string') return sides
  const order = compare(sides.reached, sides.demanded)
  switch (part.operator) {
    case '>=':
      return order > 0 ? 'exceeded' : order === 0 ? 'met' : 'not-met'
    case '<=':
      return order < 0 ? 'exceeded' : order === 0 ? 'met' : 'not-met'
    case '>':
      return order > 0 ? 'met' : 'not-met'
    case '<':
      return order < 0 ? 'met' : 'not-met'
    case '=':
      return order === 0 ? 'met' : 'not-met'
  }
}

/** Both sides multiplied by the denominator, so that no quotient is rounded: n × 100 against value × d. */
function sidesOf(
  part: TargetPart,
  actual: Actual,
): { reached: Decimal; demanded: Decimal } | 'no-data' | 'not-judgeable' {
  const demanded = decimalOf(part.value)
  if (actual === null) return 'no-data'
  if (typeof actual === 'number') return { reached: decimalOf(actual), demanded }
  if (actual.numerator === null) return 'no-data'
  if (part.unit === 'count') return { reached: decimalOf(actual.numerator), demanded }
  if (actual.denominator === null) return 'no-data'
  const denominator = decimalOf(actual.denominator)
  if (compare(denominator, decimalOf(0)) <= 0) return 'not-judgeable'
  return { reached: multiply(decimalOf(actual.numerator), decimalOf(100)), demanded: multiply(demanded, denominator) }
}

const SIGNS: Record<TargetOperator, string> = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=' }

/** A part in short, for both languages: `≥ 85% hộ`. */
export function targetPartText(part: TargetPart): string {
  const value = `${SIGNS[part.operator]} ${formatNumber(part.value)}${part.unit === 'percent' ? '%' : ''}`
  return part.label ? `${value} ${part.label}` : value
}
