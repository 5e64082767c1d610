import { addDays, type Day } from '#kernel/calendar.ts'
import type { Expression } from '#kernel/rules/expression.ts'
import { inner, references } from '#kernel/rules/expression.ts'
import type { Answers } from './answer.ts'
import { type CompiledForm, ownerOf } from './compile.ts'
import type { Field } from './definition.ts'
import { evaluateForm, newMemo } from './evaluate.ts'

/** How many of the conditions of a form were seen to hold and seen not to hold, over made-up answers. */
export type Coverage = { readonly conditions: number; readonly reached: number; readonly tried: number }

type Found = { readonly code: string; readonly place: string; readonly values: Readonly<Record<string, string>> }

/** The answers tried for one condition: every combination while there are at most so many, else a fixed choice of them. */
const MOST_TRIES = 1500
const MOST_TOGETHER = 60_000
const TODAY: Day = '2026-07-01'
const CONTEXT = { today: TODAY, units: null }

/** Fields and steps that no answer brings up, and conditions that always hold. `isBroken`: there are rules that mean nothing yet. */
export function lintReach(form: CompiledForm, isBroken: boolean): { findings: readonly Found[]; coverage: Coverage } {
  const conditional = conditionsOf(form)
  if (isBroken) return { findings: [], coverage: { conditions: conditional.length, reached: 0, tried: 0 } }
  const findings: Found[] = []
  let [reached, tried] = [0, 0]
  const share = Math.max(50, Math.min(MOST_TRIES, Math.floor(MOST_TOGETHER / Math.max(1, conditional.length))))
  for (const condition of conditional) {
    const { seen, isWhole, tries } = tryOut(form, condition, share)
    tried += tries
    if (seen.has(true) && seen.has(false)) reached++
    const values = { name: condition.name }
    if (isWhole && !seen.has(true)) findings.push({ code: 'forms/lint-never', place: condition.place, values })
    else if (!seen.has(true)) findings.push({ code: 'forms/lint-hardly-ever', place: condition.place, values })
    else if (isWhole && !seen.has(false)) findings.push({ code: 'forms/lint-always', place: condition.place, values })
  }
  return { findings, coverage: { conditions: conditional.length, reached, tried } }
}

type Condition = {
  readonly name: string
  readonly place: string
  readonly rule: Expression
  readonly isSeen: (evaluation: ReturnType<typeof evaluateForm>) => boolean
}

function conditionsOf({ definition, fields }: CompiledForm): Condition[] {
  const ofSteps = definition.steps.flatMap(({ code, showIf }): Condition[] =>
    showIf === null
      ? []
      : [{ name: code, place: `steps.${code}`, rule: showIf, isSeen: ({ steps }) => steps.includes(code) }],
  )
  const ofFields = [...fields.values()].flatMap(({ field: { name, showIf, requiredIf } }): Condition[] => [
    ...(showIf === null
      ? []
      : [
          {
            name,
            place: `fields.${name}`,
            rule: showIf,
            isSeen: ({ shown }: { shown: ReadonlySet<string> }) => shown.has(name),
          },
        ]),
    ...(requiredIf === null
      ? []
      : [
          {
            name,
            place: `fields.${name}`,
            rule: requiredIf,
            isSeen: ({ required }: { required: ReadonlySet<string> }) => required.has(name),
          },
        ]),
  ])
  return [...ofSteps, ...ofFields]
}

/** Everything that has a say in the condition: what it asks, what that asks, and the steps they stand in. */
function askedBy({ fields }: CompiledForm, { name, rule }: Condition): readonly Field[] {
  const found = new Set<string>()
  const waiting = [...references(rule).map(ownerOf), ...(fields.get(name)?.asks ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue
    found.add(next)
    waiting.push(...(fields.get(next)?.asks ?? []))
  }
  return [...found].flatMap((each) => fields.get(each)?.field ?? [])
}

function tryOut(form: CompiledForm, condition: Condition, most: number) {
  const behind = askedBy(form, condition)
  const asked = behind.filter(({ value }) => value === null)
  const literals = literalsOf(rulesBehind(condition, behind, form))
  const candidates = asked.map((field) => candidatesFor(field, literals))
  const all = candidates.reduce((product, { length }) => product * length, 1)
  const small = reducedForm(form, [...behind.map(({ name }) => name), condition.name])
  const isFinite = asked.every(({ kind }) => FINITE.has(kind))
  const seen = new Set<boolean>()
  // From one try to the next little changes.
  const memo = newMemo()
  const tries = Math.min(all, most)
  // A prime step walks through all combinations in a fixed order that mixes them.
  for (let at = 0; at < tries && seen.size < 2; at++) {
    let code = all <= most ? at : (at * 7_919 + 13) % all
    const answers: Record<string, unknown> = {}
    candidates.forEach((values, index) => {
      answers[asked[index]?.name ?? ''] = values[code % values.length]
      code = Math.floor(code / values.length)
    })
    seen.add(condition.isSeen(evaluateForm(small, answers as Answers, CONTEXT, memo)))
  }
  return { seen, isWhole: all <= most && isFinite, tries }
}

/** The form with the fields that matter only: the rest would be evaluated for nothing. */
function reducedForm(form: CompiledForm, names: readonly string[]): CompiledForm {
  const wanted = new Set(names.flatMap((name) => [name, ...(form.fields.get(name)?.asks ?? [])]))
  const order = form.order.filter(({ field, step }) => wanted.has(field.name) || names.includes(step.code))
  const fields = new Map(order.map((compiled) => [compiled.field.name, compiled]))
  return { ...form, order, fields, checks: new Map() }
}

/** Kinds all of whose answers, as far as a condition can tell them apart, are tried. */
const FINITE: ReadonlySet<string> = new Set([
  'yes-no',
  'consent',
  'choice',
  'choices',
  'gender',
  'number',
  'money',
  'year',
  'day',
])

type Literals = {
  readonly numbers: readonly number[]
  readonly days: readonly Day[]
  readonly texts: readonly string[]
}

/** The condition and the rules of everything it hangs on. */
function rulesBehind({ rule }: Condition, behind: readonly Field[], { fields }: CompiledForm): readonly Expression[] {
  const others = behind.flatMap(({ name, showIf, value }) => [showIf, value, fields.get(name)?.step.showIf ?? null])
  return [rule, ...others.filter((other) => other !== null)]
}

/** What rules compare with: answers on both sides of each are worth trying. */
function literalsOf(rules: readonly Expression[]): Literals {
  const numbers = new Set<number>()
  const days = new Set<Day>()
  const texts = new Set<string>()
  const walk = (rule: Expression) => {
    if (rule.kind === 'number') numbers.add(Number(rule.value))
    if (rule.kind === 'day') days.add(rule.value)
    if (rule.kind === 'text') texts.add(rule.value)
    if (rule.kind === 'in') for (const one of rule.list) walk(one)
    for (const { expression } of inner(rule)) walk(expression)
  }
  for (const rule of rules) walk(rule)
  return { numbers: [...numbers].slice(0, 12), days: [...days].slice(0, 8), texts: [...texts].slice(0, 12) }
}

function candidatesFor(field: Field, { numbers, days, texts }: Literals): readonly unknown[] {
  const kind: string = field.kind
  switch (kind) {
    case 'yes-no':
    case 'consent':
      return [true, false, null]
    case 'gender':
      return ['male', 'female', 'other', null]
    case 'choice':
      return [...field.choices.map(({ value }) => value), null]
    case 'choices':
      return [...field.choices.map(({ value }) => [value]), field.choices.map(({ value }) => value), null]
    case 'number':
    case 'money':
    case 'year':
      return [...new Set(numbers.flatMap((one) => [one - 1, one, one + 1])), null]
    case 'day':
      return [
        ...new Set([...days, TODAY].flatMap((day) => [addDays(day, -1), day, addDays(day, 1)])),
        ...agesOf(numbers),
        null,
      ]
    case 'table':
      return [null, ...numbers.filter((one) => one >= 0 && one <= 10).map((one) => rows(one + 1)), rows(1)]
    case 'files':
      return [null, [{ fileId: '00000000-0000-7000-8000-000000000000', name: 'a.pdf' }]]
    case 'address':
    case 'unit':
      return [null, { unitId: '00000000-0000-7000-8000-000000000000', place: 'A', line: '' }]
    default:
      return [...texts, 'Khác', null]
  }
}

/** Days of birth of people just under, of and just over the ages that rules name. */
const agesOf = (numbers: readonly number[]): readonly Day[] =>
  numbers.filter((age) => age > 0 && age < 120).flatMap((age) => [-1, 0, 1].map((more) => `${2026 - age - more}-07-01`))

const rows = (count: number) => Array.from({ length: count }, () => ({}))
