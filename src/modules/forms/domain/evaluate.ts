import { type Day, isDay } from '#kernel/calendar.ts'
import { readIdentifier } from '#kernel/person-numbers.ts'
import type { Lookup } from '#kernel/rules/interpret.ts'
import { evaluate as valueOf } from '#kernel/rules/interpret.ts'
import { type Answers, type AnswerValue, type FormContext, own, type Trouble, trouble } from './answer.ts'
import type { Checked } from './check-text.ts'
import { nothing } from './check-text.ts'
import { checkValue } from './check-value.ts'
import type { CompiledField, CompiledForm } from './compile.ts'
import { hasAnswer } from './kinds.ts'
import { holds, lookupIn } from './lookup.ts'
import { checkTable, fromRule, newTableMemo, type TableMemo } from './table.ts'

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
export type Memo = { readonly tables: Map<string, TableMemo>; standing: Standing | null }
export const newMemo = (): Memo => ({ tables: new Map(), standing: null })

/** How things stand after an evaluation; the next one changes what the new answers change. */
type Standing = {
  readonly form: CompiledForm
  readonly context: FormContext
  readonly answers: Answers
  readonly stepsShown: Map<string, boolean>
  readonly shown: Set<string>
  readonly required: Set<string>
  readonly values: Map<string, AnswerValue>
  /** Said of the answer by itself, and said only when every value is known. */
  readonly ofAnswer: Map<string, readonly Trouble[]>
  readonly afterwards: Map<string, readonly Trouble[]>
}

/**
 * One pass over the fields, each after those it asks: whether it is shown, then its value. Then what is required and what has to hold
 * between answers. Total: a rule that cannot be decided holds nothing. With the memo of an evaluation before only those fields are looked
 * at whose answer changed, or a value they ask; what comes out is the same.
 */
export function evaluateForm(form: CompiledForm, answers: Answers, context: FormContext, memo = newMemo()): Evaluation {
  const standing = standingOf(form, answers, context, memo)
  const asked = new Set(changedSince(memo, standing))
  // Left half-done, nothing of it may be used again.
  memo.standing = null
  const askedAfter = new Set(asked)
  const lookup = lookupIn(form, standing.values, context)
  const passing = { standing, lookup, memo, isStepShown: stepsAnew(standing, lookup) }
  for (const compiled of form.order) {
    const { name } = compiled.field
    if (!asked.has(name)) continue
    const before = standing.values.get(name)
    lookAt(compiled, passing)
    askedAfter.add(name)
    if (standing.values.get(name) === before) continue
    const { first = [], afterwards = [] } = form.asking.get(name) ?? {}
    for (const next of first) asked.add(next)
    for (const next of afterwards) askedAfter.add(next)
  }
  for (const name of askedAfter) lookAfterwards(form, name, standing, lookup)
  memo.standing = standing
  return inOrderOf(standing, lookup)
}

function standingOf(form: CompiledForm, answers: Answers, context: FormContext, { standing }: Memo): Standing {
  const isSame =
    standing?.form === form && standing.context.today === context.today && standing.context.units === context.units
  if (standing && isSame && form.isTraceable) return { ...standing, answers }
  return {
    form,
    context,
    answers,
    stepsShown: new Map(),
    shown: new Set(),
    required: new Set(),
    values: new Map(),
    ofAnswer: new Map(),
    afterwards: new Map(),
  }
}

/** The fields whose answer is another one; all of them when nothing is known yet. */
function changedSince({ standing: before }: Memo, { form, answers, values }: Standing): readonly string[] {
  const names = [...form.fields.keys()]
  if (before?.values !== values) return names
  return names.filter((name) => own(before.answers, name) !== own(answers, name))
}

/** Whether a step is shown: decided once in a pass, when the first of its fields is looked at. */
function stepsAnew({ stepsShown }: Standing, lookup: Lookup) {
  const decided = new Set<string>()
  return ({ step }: CompiledField): boolean => {
    if (!decided.has(step.code)) stepsShown.set(step.code, holds(step.showIf, lookup))
    decided.add(step.code)
    return stepsShown.get(step.code) ?? false
  }
}

type Passing = {
  readonly standing: Standing
  readonly lookup: Lookup
  readonly memo: Memo
  readonly isStepShown: (compiled: CompiledField) => boolean
}

function lookAt(compiled: CompiledField, passing: Passing): void {
  const { field } = compiled
  const { shown, values, ofAnswer } = passing.standing
  const isShown = passing.isStepShown(compiled) && holds(field.showIf, passing.lookup)
  const { value, troubles } = isShown ? answerOf(compiled, passing) : nothing
  if (isShown) shown.add(field.name)
  else shown.delete(field.name)
  put(values, field.name, value)
  put(ofAnswer, field.name, troubles.length > 0 ? troubles : null)
}

function put<Value>(map: Map<string, Value>, name: string, value: Value | null): void {
  if (value === null) map.delete(name)
  else map.set(name, value)
}

function answerOf(compiled: CompiledField, { standing, lookup, memo }: Passing): Checked<AnswerValue> {
  const { field } = compiled
  const { context, values, answers } = standing
  if (!hasAnswer(field.kind)) return nothing
  if (field.value !== null) {
    const given = fromRule(field, valueOf(field.value, lookup))
    // The formula's value has to fit the field as a typed one would.
    return given === null ? nothing : checkValue(field, given, field.name, context)
  }
  const raw = own(answers, field.name)
  if (field.kind !== 'table') return checkValue(field, raw, field.name, context, dayFor(compiled, values, context))
  const table = memo.tables.get(field.name) ?? newTableMemo()
  memo.tables.set(field.name, table)
  return checkTable(compiled, raw, lookup, context, table)
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

/** What can be said only when every value is known. */
function lookAfterwards(form: CompiledForm, name: string, standing: Standing, lookup: Lookup): void {
  const field = form.fields.get(name)?.field
  const { shown, required, values, ofAnswer, afterwards } = standing
  required.delete(name)
  afterwards.delete(name)
  if (!field || !shown.has(name)) return
  const found: Trouble[] = []
  const value = values.get(name)
  if (hasAnswer(field.kind) && field.value === null) {
    const isWanted = field.required || (field.requiredIf !== null && holds(field.requiredIf, lookup))
    if (isWanted) required.add(name)
  }
  // Something is said of the answer already: it is not missing too.
  if (required.has(name) && value === undefined && !ofAnswer.has(name)) found.push(trouble(name, 'forms/required'))
  if (field.kind === 'identity-number' && typeof value === 'string') found.push(...disagreements(field, value, values))
  for (const [index, { holds: rule }] of (form.checks.get(name) ?? []).entries())
    if (valueOf(rule, lookup) === false) found.push(trouble(name, 'forms/check', { index }))
  if (found.length > 0) afterwards.set(name, found)
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

function inOrderOf(standing: Standing, lookup: Lookup): Evaluation {
  const { form, stepsShown, shown, required, values, ofAnswer, afterwards } = standing
  const names = [...form.fields.keys()]
  const troubles = new Map<string, readonly Trouble[]>()
  for (const name of names) {
    const [own = [], later = []] = [ofAnswer.get(name), afterwards.get(name)]
    if (own.length + later.length > 0) troubles.set(name, later.length === 0 ? own : [...own, ...later])
  }
  return {
    // A step without fields asks nothing, so nobody has decided about it yet.
    steps: form.definition.steps.flatMap(({ code, showIf }) =>
      (stepsShown.get(code) ?? holds(showIf, lookup)) ? [code] : [],
    ),
    shown: new Set(names.filter((name) => shown.has(name))),
    required: new Set(names.filter((name) => required.has(name))),
    values: new Map(names.flatMap((name) => (values.has(name) ? [[name, values.get(name) as AnswerValue]] : []))),
    troubles,
  }
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
