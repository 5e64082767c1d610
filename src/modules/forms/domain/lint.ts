import { problemText } from '#kernel/problem-messages.ts'
import type { Expression } from '#kernel/rules/expression.ts'
import { checkExpression, type Fields, ruleProblems, type ValueType } from '#kernel/rules/types.ts'
import { fold } from '#kernel/text.ts'
import { type CompiledForm, compileForm, namesFor, namesInRow, TODAY } from './compile.ts'
import { type Both, type Column, type Field, type FormDefinition, fieldsOf } from './definition.ts'
import { COMPUTABLE, type KnownFact, valueTypeOf } from './kinds.ts'
import { lintProblems } from './lint-problems.ts'
import { type Coverage, lintReach } from './lint-reach.ts'
import { readingGrade } from './reading.ts'

/** One thing the linter found. An error forbids publishing. `place`: `fields.ho_ten`, `steps.buoc-1`, `checks.0`; empty: the whole. */
export type Finding = {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly place: string
  readonly values: Readonly<Record<string, string | number>>
  readonly message: Both
}

export type Linted = { readonly findings: readonly Finding[]; readonly coverage: Coverage }

/** Grade of school from which a text is called hard to read: adults who left after the lower secondary school fill in forms too. */
const HARDEST_GRADE = 9

/** Everything that is wrong or doubtful in a form, and how much of its conditions made-up answers reached. */
export function lintForm(definition: FormDefinition): Linted {
  const form = compileForm(definition)
  const rules = lintRules(definition)
  const { findings: reach, coverage } = lintReach(form, rules.length > 0 || form.ring.length > 0)
  const found = [
    ...fieldsOf(definition).flatMap((field) => lintField(field)),
    ...lintNames(definition),
    ...rules,
    ...form.ring.map((name) => error('forms/lint-circular', `fields.${name}`, { name })),
    ...reach.map(({ place, code, values }) => (code === 'forms/lint-never' ? error : warning)(code, place, values)),
    ...lintKnown(form),
    ...lintTexts(definition),
  ]
  return { findings: found, coverage }
}

/** Whether nothing found forbids publishing. */
export const isPublishable = ({ findings }: Linted): boolean => findings.every(({ severity }) => severity !== 'error')

const finding =
  (severity: Finding['severity']) =>
  (code: string, place: string, values: Finding['values'] = {}): Finding => ({
    code,
    severity,
    place,
    values,
    message: {
      vi: problemText(lintProblems, code, values, 'vi'),
      en: problemText(lintProblems, code, values, 'en'),
    },
  })
const error = finding('error')
const warning = finding('warning')

function lintField(field: Field): Finding[] {
  const place = `fields.${field.name}`
  const { name } = field
  const found: Finding[] = []
  if (field.label.vi === '' && field.kind !== 'note') found.push(error('forms/lint-unlabelled', place, { name }))
  if (field.kind === 'note' && field.hint.vi === '') found.push(error('forms/lint-unlabelled', place, { name }))
  if (field.label.vi !== '' && field.label.en === '') found.push(warning('forms/lint-untranslated', place, { name }))
  if (needsChoices(field)) found.push(error('forms/lint-no-choices', place, { name }))
  if (field.kind === 'table' && field.columns.length === 0) found.push(error('forms/lint-no-columns', place, { name }))
  if (field.kind === 'fee' && field.value === null) found.push(error('forms/lint-no-formula', place, { name }))
  if (field.value !== null && !COMPUTABLE.has(field.kind))
    found.push(error('forms/lint-not-computable', place, { name }))
  if (field.least !== null && field.most !== null && field.least > field.most)
    found.push(error('forms/lint-empty-range', place, { name }))
  return [...found, ...field.columns.flatMap((column) => lintColumn(field, column))]
}

function lintColumn(table: Field, column: Column): Finding[] {
  const [place, name] = [`fields.${table.name}`, `${table.name}.${column.name}`]
  return [
    ...(column.label.vi === '' ? [error('forms/lint-unlabelled', place, { name })] : []),
    ...(needsChoices(column) ? [error('forms/lint-no-choices', place, { name })] : []),
    ...(column.name === 'rows' ? [error('forms/lint-reserved', place, { name })] : []),
  ]
}

const needsChoices = ({ kind, choices }: Field | Column) =>
  (kind === 'choice' || kind === 'choices') && choices.length === 0

/** Names that stand for two things, or for something the language means otherwise. */
function lintNames(definition: FormDefinition): Finding[] {
  const fields = fieldsOf(definition)
  const twice = (names: readonly string[]) => [...new Set(names.filter((name, at) => names.indexOf(name) !== at))]
  return [
    ...twice(fields.map(({ name }) => name)).map((name) => error('forms/lint-twice', `fields.${name}`, { name })),
    ...twice(definition.steps.map(({ code }) => code)).map((name) =>
      error('forms/lint-twice', `steps.${name}`, { name }),
    ),
    ...fields.flatMap(({ name, columns }) =>
      twice(columns.map((column) => column.name)).map((column) =>
        error('forms/lint-twice', `fields.${name}`, { name: `${name}.${column}` }),
      ),
    ),
    ...fields
      .filter(({ name }) => name === TODAY)
      .map(({ name }) => error('forms/lint-reserved', `fields.${name}`, { name })),
    ...definition.steps.flatMap(({ fields: own }) =>
      twice(own.flatMap(({ label, kind }) => (kind === 'heading' || label.vi === '' ? [] : [fold(label.vi)]))).flatMap(
        (label) => {
          const again = own.findLast((field) => fold(field.label.vi) === label)
          return again
            ? [warning('forms/lint-asked-twice', `fields.${again.name}`, { name: again.name, label: again.label.vi })]
            : []
        },
      ),
    ),
  ]
}

/** Every rule, held against the names there are and the type it has to give. */
function lintRules(definition: FormDefinition): Finding[] {
  const names = namesFor(definition)
  const check = (
    rule: Expression | null,
    type: ValueType,
    place: string,
    name: string,
    known: Fields = names,
  ): Finding[] => {
    if (rule === null) return []
    const checked = checkExpression(rule, known, type)
    if (!('errors' in checked)) return []
    return checked.errors.slice(0, 3).map(({ code, values }) =>
      error('forms/lint-bad-rule', place, {
        name,
        rule: code,
        reasonVi: problemText(ruleProblems, code, values, 'vi'),
        reasonEn: problemText(ruleProblems, code, values, 'en'),
      }),
    )
  }
  const ofFields = fieldsOf(definition).flatMap((field) => {
    const place = `fields.${field.name}`
    const inRow = field.columns.length > 0 ? namesInRow(definition, field) : names
    return [
      ...check(field.showIf, 'boolean', place, field.name),
      ...check(field.requiredIf, 'boolean', place, field.name),
      ...check(field.value, valueTypeOf(field.kind) ?? 'text', place, field.name),
      ...field.columns.flatMap((column) => [
        ...check(column.requiredIf, 'boolean', place, `${field.name}.${column.name}`, inRow),
        ...check(column.value, valueTypeOf(column.kind) ?? 'text', place, `${field.name}.${column.name}`, inRow),
      ]),
      ...lintLinks(definition, field),
    ]
  })
  return [
    ...definition.steps.flatMap(({ code, showIf }) => check(showIf, 'boolean', `steps.${code}`, code)),
    ...ofFields,
    ...definition.checks.flatMap(({ at, holds }, index) => check(holds, 'boolean', `checks.${index}`, at)),
    ...definition.checks.flatMap(({ at, message }, index) => [
      ...(fieldsOf(definition).some(({ name }) => name === at)
        ? []
        : [error('forms/lint-no-field', `checks.${index}`, { name: at })]),
      ...(message.vi === '' ? [error('forms/lint-unlabelled', `checks.${index}`, { name: at })] : []),
    ]),
  ]
}

/** Fields that a field is held against must be there, and of the right kind. */
function lintLinks(definition: FormDefinition, field: Field): Finding[] {
  const wanted = [
    [field.dayFrom, ['day']],
    [field.bornOn, ['day', 'year']],
    [field.gender, ['gender']],
  ] as const
  return wanted.flatMap(([name, kinds]) => {
    if (name === null) return []
    const isThere = fieldsOf(definition).some(
      (other) => other.name === name && (kinds as readonly string[]).includes(other.kind),
    )
    return isThere ? [] : [error('forms/lint-no-field', `fields.${field.name}`, { name })]
  })
}

/** Words by which a question for something already known of the applicant gives itself away. */
const ASKS: readonly (readonly [KnownFact, RegExp])[] = [
  [
    'identityNumber',
    /^so (?:dinh danh|cccd|can cuoc)(?: ca nhan)?(?: hoac .*)?(?: (?:cua )?nguoi (?:nop|khai|yeu cau|de nghi|dang ky))?$/,
  ],
  ['name', /^ho(?:,)? (?:chu dem,? (?:va )?)?(?:va )?ten(?: nguoi (?:nop|khai|yeu cau|de nghi|dang ky))?$/],
  ['phone', /^(?:so )?dien thoai(?: lien he)?(?: nguoi (?:nop|khai|yeu cau|de nghi))?$/],
  ['email', /^(?:email|thu dien tu|dia chi thu dien tu)$/],
  ['bornOn', /^ngay(?:, thang, nam)? sinh(?: nguoi (?:nop|khai|yeu cau|de nghi))?$/],
]

/** In the first step, where people speak of themselves: what is known is offered, not asked again. */
function lintKnown({ definition }: CompiledForm): Finding[] {
  return (definition.steps[0]?.fields ?? []).flatMap((field) => {
    const label = fold(field.label.vi)
    const asks = field.known === null && ASKS.find(([, words]) => words.test(label))
    return asks
      ? [warning('forms/lint-already-known', `fields.${field.name}`, { name: field.name, fact: asks[0] })]
      : []
  })
}

function lintTexts({ steps, intro, pledge }: FormDefinition): Finding[] {
  const texts = [
    { place: '', text: intro.vi },
    { place: '', text: pledge.vi },
    ...steps.map(({ code, hint }) => ({ place: `steps.${code}`, text: hint.vi })),
    ...steps.flatMap(({ fields }) =>
      fields.flatMap(({ name, label, hint }) => [
        { place: `fields.${name}`, text: label.vi },
        { place: `fields.${name}`, text: hint.vi },
      ]),
    ),
  ]
  const hard = texts.flatMap(({ place, text }) => {
    const grade = readingGrade(text)
    return grade !== null && grade > HARDEST_GRADE
      ? [warning('forms/lint-hard-to-read', place, { grade: Math.round(grade), most: HARDEST_GRADE })]
      : []
  })
  const untitled = steps
    .filter(({ title }) => title.vi === '')
    .map(({ code }) => error('forms/lint-unlabelled', `steps.${code}`, { name: code }))
  const empty = steps
    .filter(({ fields }) => fields.length === 0)
    .map(({ code }) => warning('forms/lint-empty-step', `steps.${code}`, { name: code }))
  return [...untitled, ...empty, ...hard]
}
