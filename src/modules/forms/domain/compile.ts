import type { Expression } from '#kernel/rules/expression.ts'
import { references } from '#kernel/rules/expression.ts'
import type { Fields, ValueType } from '#kernel/rules/types.ts'
import type { Column, Field, FormCheck, FormDefinition, Step } from './definition.ts'
import { hasAnswer, valueTypeOf } from './kinds.ts'

/** A definition made ready to be evaluated often: once per version, not per keystroke. */
export type CompiledForm = {
  readonly definition: FormDefinition
  /** In the order of the form; of two fields with one name the first. */
  readonly fields: ReadonlyMap<string, CompiledField>
  /** Every field after those that its visibility and its value ask; those in a ring come last. */
  readonly order: readonly CompiledField[]
  /** Names whose visibility or value comes round to themselves. */
  readonly ring: readonly string[]
  readonly checks: ReadonlyMap<string, readonly FormCheck[]>
  /** By field those that ask it: before they are shown or computed, and afterwards. */
  readonly asking: ReadonlyMap<string, Asking>
  /** Whether what asks nothing that changed stands as it was: no ring, and no two steps of one code. */
  readonly isTraceable: boolean
}
type Asking = { readonly first: readonly string[]; readonly afterwards: readonly string[] }

export type CompiledField = {
  readonly field: Field
  readonly step: Step
  /** Fields that must be known before this one is shown or computed. */
  readonly asks: readonly string[]
  readonly columns: ReadonlyMap<string, Column>
  /** Names outside the row that the rules of columns ask. */
  readonly outer: readonly string[]
}

export function compileForm(definition: FormDefinition): CompiledForm {
  const fields = new Map<string, CompiledField>()
  for (const step of definition.steps)
    for (const field of step.fields) if (!fields.has(field.name)) fields.set(field.name, compileField(step, field))
  const { order, ring } = inOrder(fields)
  const checks = Map.groupBy(definition.checks, ({ at }) => at)
  const isTraceable =
    ring.length === 0 && new Set(definition.steps.map(({ code }) => code)).size === definition.steps.length
  return { definition, fields, order, ring, checks, asking: askingOf(fields, checks), isTraceable }
}

function askingOf(fields: ReadonlyMap<string, CompiledField>, checks: CompiledForm['checks']): CompiledForm['asking'] {
  const asking = new Map<string, { first: string[]; afterwards: string[] }>()
  const of = (asked: string) => {
    const known = asking.get(asked) ?? { first: [], afterwards: [] }
    asking.set(asked, known)
    return known
  }
  for (const [name, { field, asks }] of fields) {
    const rules = [field.requiredIf, ...(checks.get(name) ?? []).map(({ holds }) => holds)]
    const linked = [field.bornOn, field.gender].filter((other) => other !== null)
    for (const asked of asks) of(asked).first.push(name)
    for (const asked of new Set([...rules.flatMap(asksOf).map(ownerOf), ...linked])) of(asked).afterwards.push(name)
  }
  return asking
}

function compileField(step: Step, field: Field): CompiledField {
  const columns = new Map(field.columns.map((column) => [column.name, column]))
  const inRows = field.columns.flatMap(({ value, requiredIf }) => [...asksOf(value), ...asksOf(requiredIf)])
  const outer = [...new Set(inRows)].filter((name) => !columns.has(name))
  const asked = [...asksOf(step.showIf), ...asksOf(field.showIf), ...asksOf(field.value), ...outer]
  const places = [field.dayFrom].filter((name) => name !== null)
  return { field, step, columns, outer, asks: [...new Set([...asked.map(ownerOf), ...places])] }
}

const asksOf = (rule: Expression | null): readonly string[] => (rule === null ? [] : references(rule))

/** The field that answers a reference: `thanh_vien.rows` is of `thanh_vien`. */
export const ownerOf = (reference: string): string => reference.split('.')[0] ?? reference

/** Reserved: the day on which the form is filled in. */
export const TODAY = 'today'

/** Kahn's order, the first of the form first among those that are free. */
function inOrder(fields: ReadonlyMap<string, CompiledField>) {
  const waits = new Map<string, number>()
  const asking = new Map<string, string[]>()
  for (const [name, { asks }] of fields) {
    const known = asks.filter((asked) => fields.has(asked))
    waits.set(name, known.length)
    for (const asked of known) asking.set(asked, [...(asking.get(asked) ?? []), name])
  }
  const ready = [...fields.keys()].filter((name) => waits.get(name) === 0)
  const order: CompiledField[] = []
  for (const name of ready) {
    const compiled = fields.get(name)
    if (compiled) order.push(compiled)
    for (const next of asking.get(name) ?? []) {
      const left = (waits.get(next) ?? 0) - 1
      waits.set(next, left)
      if (left === 0) ready.push(next)
    }
  }
  const done = new Set(order.map(({ field }) => field.name))
  const rest = [...fields].filter(([name]) => !done.has(name))
  return {
    order: [...order, ...rest.map(([, compiled]) => compiled)],
    ring: inRing(fields, new Set(rest.map(([name]) => name))),
  }
}

/** Of the names that could not be put in order those that really ask each other; the others only wait for them. */
function inRing(fields: ReadonlyMap<string, CompiledField>, stuck: ReadonlySet<string>): string[] {
  const isReached = (from: string): boolean => {
    const seen = new Set<string>()
    const waiting = [...(fields.get(from)?.asks ?? [])]
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (name === from) return true
      if (seen.has(name) || !stuck.has(name)) continue
      seen.add(name)
      waiting.push(...(fields.get(name)?.asks ?? []))
    }
    return false
  }
  return [...stuck].filter(isReached)
}

/**
 * The names that rules of the form may use, with their types: each answered field; of a day also the age (`ngay_sinh.age`), of choices
 * each choice (`giay_to.ho_chieu`), of files and tables how many (`.count`, `.rows`), of columns with numbers their sum (`hang.so_tien`).
 */
export function namesFor(definition: FormDefinition): Fields {
  const names = definition.steps.flatMap(({ fields }) => fields.flatMap(namesOf))
  return Object.fromEntries([...names, [TODAY, 'day' as const]])
}

export function namesOf(field: Field): readonly (readonly [string, ValueType])[] {
  const { name } = field
  if (!hasAnswer(field.kind)) return []
  const kind: string = field.kind
  const type = valueTypeOf(field.kind)
  const own = type ? [[name, type] as const] : []
  switch (kind) {
    case 'day':
      return [...own, [`${name}.age`, 'number']]
    case 'choices':
      return field.choices.map(({ value }) => [`${name}.${value}`, 'boolean'])
    case 'files':
      return [[`${name}.count`, 'number']]
    case 'table':
      return [
        [`${name}.rows`, 'number'],
        ...field.columns
          .filter((column) => valueTypeOf(column.kind) === 'number' && column.name !== 'rows')
          .map((column) => [`${name}.${column.name}`, 'number'] as const),
      ]
    default:
      return own
  }
}

/** The names that rules of a column may use: the columns of its own row before the fields of the form. */
export function namesInRow(definition: FormDefinition, table: Field): Fields {
  const columns = table.columns.flatMap((column) => {
    const type = valueTypeOf(column.kind)
    return type ? [[column.name, type] as const] : []
  })
  return { ...namesFor(definition), ...Object.fromEntries(columns) }
}
