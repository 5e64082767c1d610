import type { Day } from '#kernel/calendar.ts'
import { decimalOf } from '#kernel/decimal.ts'
import type { Expression } from '#kernel/rules/expression.ts'
import { type Lookup, type RuleValue, toRuleValue, evaluate as valueOf } from '#kernel/rules/interpret.ts'
import type { AnswerValue, FormContext, RowAnswer } from './answer.ts'
import { type CompiledForm, ownerOf, TODAY } from './compile.ts'
import { valueTypeOf } from './kinds.ts'
import { sumOf } from './table.ts'

/** Whether a condition holds; no condition always does, an empty value does not. */
export const holds = (rule: Expression | null, lookup: Lookup): boolean =>
  rule === null || valueOf(rule, lookup) === true

/** The values of names in rules, over what is kept so far: of what is hidden, blank or refused nothing. */
export function lookupIn(form: CompiledForm, values: ReadonlyMap<string, AnswerValue>, { today }: FormContext): Lookup {
  return (name) => {
    if (name === TODAY) return today
    const owner = ownerOf(name)
    const field = form.fields.get(owner)?.field
    const value = values.get(owner)
    if (!field || value === undefined) return emptyOf(field?.kind, name)
    if (owner !== name) return partOf(field.kind, value, name.slice(owner.length + 1), today)
    const type = valueTypeOf(field.kind)
    if (!type) return null
    return typeof value === 'object' && 'place' in value ? value.place : toRuleValue(type, value)
  }
}

/** Of a table or files that are not there there are none; everything else is empty. */
function emptyOf(kind: string | undefined, name: string): RuleValue {
  return (kind === 'table' && name.endsWith('.rows')) || (kind === 'files' && name.endsWith('.count'))
    ? decimalOf(0)
    : null
}

function partOf(kind: string, value: AnswerValue, part: string, today: Day): RuleValue {
  if (kind === 'day') return part === 'age' && typeof value === 'string' ? ageOn(value, today) : null
  if (!Array.isArray(value)) return null
  if (kind === 'choices') return (value as readonly string[]).includes(part)
  if (kind === 'files') return part === 'count' ? decimalOf(value.length) : null
  if (kind !== 'table') return null
  return part === 'rows' ? decimalOf(value.length) : sumOf(value as readonly RowAnswer[], part)
}

/** Full years from a day of birth to another day; empty before birth. */
function ageOn(born: Day, today: Day): RuleValue {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (today.slice(5) < born.slice(5) ? 1 : 0)
  return years < 0 ? null : decimalOf(years)
}
