import { type Day, isDay } from '#kernel/calendar.ts'
import { decimalOf } from '#kernel/decimal.ts'
import { readIdentifier } from '#kernel/person-numbers.ts'
import type { Expression } from '#kernel/rules/expression.ts'
import { type Lookup, type RuleValue, toRuleValue, evaluate as valueOf } from '#kernel/rules/interpret.ts'
import {
  type Answers,
  type AnswerValue,
  type FormContext,
  own,
  type RowAnswer,
  type Trouble,
  trouble,
} from './answer.ts'
import type { Checked } from './check-text.ts'
import { nothing } from './check-text.ts'
import { checkValue } from './check-value.ts'
import { type CompiledField, type CompiledForm, ownerOf, TODAY } from './compile.ts'
import { hasAnswer, valueTypeOf } from './kinds.ts'
import { checkTable, fromRule, newTableMemo, sumOf, type TableMemo } from './table.ts'

/** What a form says over answers: the same here, there and everywhere, for the same definition, answers and context. */
export type Evaluation = {
  /** Codes of the steps, names of the fields that are shown; in the order of the form. */
  readonly steps: readonly string[]
  readonly shown: ReadonlySet<string>
  readonly required: ReadonlySet<string>
  /** What is kept: in one form, with computed values, without what is hidden, blank or refused. */
  readonly values: ReadonlyMap<string, AnswerValue>
  /** By field; only fields that have some. */
  readonly troubles: ReadonlyMap<string, readonly Trouble[]>
}

/** What was found out about answers that have not changed since. Of one form in one place; never shared. */
export type Memo = {
  readonly checks: Map<string, { readonly raw: unknown; readonly key: string; readonly checked: Checked<AnswerValue> }>
  readonly tables: Map<string, TableMemo>
}
export const newMemo = (): Memo => ({ checks: new Map(), tables: new Map() })

/**
 * One pass over the fields, each after those it asks: whether it is shown, then its value. Then what is required and what has to hold
 * between answers. Total: a rule that cannot be decided holds nothing.
 */
export function evaluateForm(form: CompiledForm, answers: Answers, context: FormContext, memo = newMemo()): Evaluation {
  const shown = new Set<string>()
  const values = new Map<string, AnswerValue>()
  const troubles = new Map<string, readonly Trouble[]>()
  const lookup = lookupIn(form, values, context)
  const stepsShown = new Map<string, boolean>()
  for (const compiled of form.order) {
    const { field, step } = compiled
    const isStepShown = stepsShown.get(step.code) ?? holds(step.showIf, lookup)
    stepsShown.set(step.code, isStepShown)
    if (!isStepShown || !holds(field.showIf, lookup)) continue
    shown.add(field.name)
    const { value, troubles: found } = answerOf(compiled, own(answers, field.name), { lookup, context, memo, values })
    if (value !== null) values.set(field.name, value)
    if (found.length > 0) troubles.set(field.name, found)
  }
  const required = new Set<string>()
  for (const [name, compiled] of form.fields) {
    if (!shown.has(name)) continue
    const before = troubles.get(name) ?? []
    const more = afterwards(form, compiled, { values, lookup, required, isRefused: before.length > 0 })
    if (more.length > 0) troubles.set(name, [...before, ...more])
  }
  return inOrderOf(form, { stepsShown, lookup, shown, required, values, troubles })
}

type Passing = {
  readonly lookup: Lookup
  readonly context: FormContext
  readonly memo: Memo
  readonly values: ReadonlyMap<string, AnswerValue>
}

function answerOf(
  compiled: CompiledField,
  raw: unknown,
  { lookup, context, memo, values }: Passing,
): Checked<AnswerValue> {
  const { field } = compiled
  if (!hasAnswer(field.kind)) return nothing
  if (field.value !== null) {
    const given = fromRule(field, valueOf(field.value, lookup))
    // The formula's value has to fit the field as a typed one would.
    return given === null ? nothing : checkValue(field, given, field.name, context)
  }
  if (field.kind === 'table') {
    const table = memo.tables.get(field.name) ?? newTableMemo()
    memo.tables.set(field.name, table)
    return checkTable(compiled, raw, lookup, context, table)
  }
  const day = dayFor(compiled, values, context)
  const key = `${context.today} ${day}`
  const known = memo.checks.get(field.name)
  const isKnown = known !== undefined && known.raw === raw && known.key === key && context.units === null
  if (isKnown) return known.checked
  const checked = checkValue(field, raw, field.name, context, day)
  memo.checks.set(field.name, { raw, key, checked })
  return checked
}

/** The day that decides which units a place may be. */
export function dayFor(
  { field }: CompiledField,
  values: ReadonlyMap<string, AnswerValue>,
  { today }: FormContext,
): Day {
  const day = field.dayFrom === null ? undefined : values.get(field.dayFrom)
  return typeof day === 'string' && isDay(day) ? day : today
}

type After = {
  readonly values: ReadonlyMap<string, AnswerValue>
  readonly lookup: Lookup
  readonly required: Set<string>
  /** Something is said of the answer already: it is not missing too. */
  readonly isRefused: boolean
}

/** What can be said only when every value is known. */
function afterwards(
  form: CompiledForm,
  { field }: CompiledField,
  { values, lookup, required, isRefused }: After,
): Trouble[] {
  const found: Trouble[] = []
  const value = values.get(field.name)
  if (hasAnswer(field.kind) && field.value === null) {
    const isWanted = field.required || (field.requiredIf !== null && holds(field.requiredIf, lookup))
    if (isWanted) required.add(field.name)
  }
  if (required.has(field.name) && value === undefined && !isRefused) found.push(trouble(field.name, 'forms/required'))
  if (field.kind === 'identity-number' && typeof value === 'string') found.push(...disagreements(field, value, values))
  for (const [index, { holds: rule }] of (form.checks.get(field.name) ?? []).entries())
    if (valueOf(rule, lookup) === false) found.push(trouble(field.name, 'forms/check', { index }))
  return found
}

function disagreements(
  field: CompiledField['field'],
  number: string,
  values: ReadonlyMap<string, AnswerValue>,
): Trouble[] {
  const read = readIdentifier(number)
  if (read === null) return []
  const born = field.bornOn === null ? undefined : values.get(field.bornOn)
  const year = typeof born === 'number' ? born : typeof born === 'string' ? Number(born.slice(0, 4)) : null
  const gender = field.gender === null ? undefined : values.get(field.gender)
  return [
    ...(year !== null && year !== read.bornIn ? [trouble(field.name, 'forms/identity-not-of-birth')] : []),
    ...((gender === 'male' || gender === 'female') && gender !== read.gender
      ? [trouble(field.name, 'forms/identity-not-of-gender')]
      : []),
  ]
}

type Found = Omit<Evaluation, 'steps'> & { readonly stepsShown: Map<string, boolean>; readonly lookup: Lookup }

function inOrderOf(form: CompiledForm, { stepsShown, lookup, shown, required, values, troubles }: Found): Evaluation {
  const names = [...form.fields.keys()]
  const sorted = <Value>(map: ReadonlyMap<string, Value>) =>
    new Map(names.flatMap((name) => (map.has(name) ? [[name, map.get(name) as Value] as const] : [])))
  return {
    // A step without fields asks nothing, so nobody has decided about it yet.
    steps: form.definition.steps.flatMap(({ code, showIf }) =>
      (stepsShown.get(code) ?? holds(showIf, lookup)) ? [code] : [],
    ),
    shown: new Set(names.filter((name) => shown.has(name))),
    required: new Set(names.filter((name) => required.has(name))),
    values: sorted(values),
    troubles: sorted(troubles),
  }
}

/** Whether a condition holds; no condition always does, an empty value does not. */
const holds = (rule: Expression | null, lookup: Lookup): boolean => rule === null || valueOf(rule, lookup) === true

/** The values of names in rules, over what is kept so far: of what is hidden, blank or refused nothing. */
function lookupIn(form: CompiledForm, values: ReadonlyMap<string, AnswerValue>, { today }: FormContext): Lookup {
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

/** Every trouble in the order of the form. */
export const troublesOf = ({ troubles }: Evaluation): readonly Trouble[] => [...troubles.values()].flat()

/** Whether nothing forbids handing the form in. */
export const isComplete = (evaluation: Evaluation): boolean =>
  troublesOf(evaluation).every(({ severity }) => severity !== 'error')

/** The evaluation as JSON: what browser and server are compared by, letter for letter. */
export function evaluationJson(evaluation: Evaluation) {
  return {
    steps: evaluation.steps,
    shown: [...evaluation.shown],
    required: [...evaluation.required],
    values: Object.fromEntries(evaluation.values),
    troubles: troublesOf(evaluation),
  }
}
