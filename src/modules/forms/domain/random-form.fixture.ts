import type { z } from 'zod'
import type { Expression } from '#kernel/rules/expression.ts'
import type { ValueType } from '#kernel/rules/types.ts'
import { namesFor, namesInRow } from './compile.ts'
import { type Field, FormDefinition, fieldsOf, type Step } from './definition.ts'
import { COMPUTABLE, valueTypeOf } from './kinds.ts'
import { randomBy } from './random-answers.fixture.ts'
import { both } from './sample.fixture.ts'

type FieldInput = z.input<typeof Step>['fields'][number]

const KINDS = ['number', 'number', 'money', 'yes-no', 'choice', 'day', 'text', 'table', 'choices', 'files'] as const
const LINKED = ['identity-number', 'address', 'gender', 'note'] as const

/**
 * A form made up by a seed: steps, fields of many kinds, and rules of every sort between them, which mostly ask what stands before, so that
 * most forms have no ring and some do. The same seed gives the same form.
 */
export function randomForm(seed: number): FormDefinition {
  const random = randomBy(seed)
  const pick = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)] as One
  const count = 3 + Math.floor(random() * 22)
  const fields = Array.from({ length: count }, (_, at) => bareField(at, pick(random() < 0.8 ? KINDS : LINKED), random))
  const stepCount = 1 + Math.floor(random() * 4)
  const size = Math.ceil(count / stepCount)
  const steps = Array.from({ length: stepCount }, (_, at) => ({
    // Now and then two steps have one code: a draft may.
    code: random() < 0.03 ? 'buoc-0' : `buoc-${at}`,
    title: both(`Bước ${at}`),
    fields: random() < 0.1 ? [] : fields.slice(at * size, (at + 1) * size),
  }))
  const bare = FormDefinition.parse({ title: both('Biểu mẫu ngẫu nhiên'), steps })
  const wayward = random() < 0.1
  const write = ruleWriter(bare, random, wayward)
  return {
    ...bare,
    steps: bare.steps.map((step) => ({
      ...step,
      showIf: random() < 0.3 ? write('boolean', step.fields[0]?.name ?? null) : null,
      fields: step.fields.map((field) => withRules(field, bare, { random, write })),
    })),
    checks: Array.from({ length: Math.floor(random() * 5) }, () => ({
      at: pick(fields).name,
      holds: write('boolean', null),
      message: both('Không khớp.'),
    })),
  }
}

function bareField(at: number, kind: FieldInput['kind'], random: () => number): FieldInput {
  const choices = ['mot', 'hai', 'ba'].map((value) => ({ value, label: both(value) }))
  const before = (prefix: string) => `${prefix}${Math.floor(random() * (at + 1))}`
  return {
    kind,
    name: `f${at}`,
    label: both(`Mục ${at}`),
    required: random() < 0.2,
    ...((kind === 'choice' || kind === 'choices') && { choices }),
    ...(kind === 'address' && random() < 0.5 && { dayFrom: before('f') }),
    ...(kind === 'identity-number' && { bornOn: before('f'), gender: before('f') }),
    ...(kind === 'table' && {
      columns: [
        { kind: 'number' as const, name: 'so', label: both('Số'), decimals: 1 },
        { kind: 'money' as const, name: 'gia', label: both('Giá'), required: random() < 0.3 },
        { kind: 'money' as const, name: 'tien', label: both('Tiền') },
      ],
    }),
  }
}

type Write = (type: ValueType, before: string | null, inTable?: Field) => Expression
type Chance = { readonly random: () => number; readonly write: Write }

function withRules(field: Field, form: FormDefinition, { random, write }: Chance): Field {
  const type = valueTypeOf(field.kind)
  const computed = type && COMPUTABLE.has(field.kind) && random() < 0.2 ? type : null
  return {
    ...field,
    showIf: random() < 0.35 ? write('boolean', field.name) : null,
    requiredIf: random() < 0.25 ? write('boolean', null) : null,
    value: computed && write(computed, field.name),
    columns: field.columns.map((column) => ({
      ...column,
      value: column.name === 'tien' ? write('number', field.name, field) : null,
      requiredIf: random() < 0.3 ? write('boolean', field.name, field) : null,
    })),
  }
}

/** Writes rules of a type over names that stand before a field (`null`: over all names). */
function ruleWriter(form: FormDefinition, random: () => number, wayward: boolean): Write {
  const order = fieldsOf(form).map(({ name }) => name)
  const pick = <One>(list: readonly One[]): One | undefined => list[Math.floor(random() * list.length)]
  const namesOf = (type: ValueType, before: string | null, inTable: Field | undefined): readonly string[] => {
    const names = inTable ? namesInRow(form, inTable) : namesFor(form)
    const limit = before === null || wayward ? order.length : order.indexOf(before)
    const mayAsk = (name: string) => {
      if (name === 'today' || inTable?.columns.some((column) => column.name === name && name !== 'tien')) return true
      const place = order.indexOf(name.split('.')[0] ?? '')
      return place >= 0 && place < limit
    }
    return Object.keys(names).filter((name) => names[name] === type && mayAsk(name))
  }
  const write = (type: ValueType, before: string | null, inTable: Field | undefined, depth: number): Expression => {
    const part = (of: ValueType) => write(of, before, inTable, depth - 1)
    const name = random() < 0.75 ? pick(namesOf(type, before, inTable)) : undefined
    if (name !== undefined && (depth <= 0 || random() < 0.5)) return { kind: 'reference', name }
    if (depth <= 0) return literal(type, random)
    const shapes: Record<ValueType, readonly (() => Expression)[]> = {
      number: [
        () => ({ kind: 'sum', of: [part('number'), part('number')] }),
        () => ({ kind: 'multiply', left: part('number'), right: part('number') }),
        () => ({ kind: 'coalesce', of: [part('number'), part('number')] }),
        () => ({ kind: 'if', condition: part('boolean'), whenTrue: part('number'), otherwise: part('number') }),
      ],
      boolean: [
        () => ({ kind: 'compare', operator: '>', left: part('number'), right: part('number') }),
        () => ({ kind: 'compare', operator: '=', left: part('text'), right: part('text') }),
        () => ({ kind: 'compare', operator: '<=', left: part('day'), right: part('day') }),
        () => ({ kind: 'is-blank', of: part(pick(['number', 'text', 'day'] as const) ?? 'text') }),
        () => ({ kind: 'or', of: [part('boolean'), part('boolean')] }),
        () => ({ kind: 'not', of: part('boolean') }),
      ],
      text: [() => literal('text', random)],
      day: [() => literal('day', random)],
    }
    return pick(shapes[type])?.() ?? literal(type, random)
  }
  return (type, before, inTable) => write(type, before, inTable, 3)
}

function literal(type: ValueType, random: () => number): Expression {
  switch (type) {
    case 'number':
      return { kind: 'number', value: String(Math.floor(random() * 1000)) }
    case 'boolean':
      return { kind: 'boolean', value: random() < 0.5 }
    case 'text':
      return { kind: 'text', value: random() < 0.5 ? 'mot' : 'Nguyễn Văn An' }
    case 'day':
      return { kind: 'day', value: `20${10 + Math.floor(random() * 30)}-06-15` }
  }
}
