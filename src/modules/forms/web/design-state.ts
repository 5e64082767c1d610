import { fold } from '#kernel/text.ts'
import { type Field, type FormDefinition, field as fieldOf, fieldsOf, type Step } from '../domain/definition.ts'
import type { FieldKind } from '../domain/kinds.ts'

// What can be done to a form that is being written: each gives another definition.

/** A name out of words that no field has yet: `ho_ten_nguoi_khai`. */
export function freeName(words: string, taken: ReadonlySet<string>): string {
  const plain = fold(words)
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_\d]+|_+$/g, '')
  const base = plain.slice(0, 40).replace(/_+$/, '') || 'muc'
  let name = base
  for (let count = 2; taken.has(name); count++) name = `${base}_${count}`
  return name
}

const namesIn = (definition: FormDefinition): ReadonlySet<string> =>
  new Set(fieldsOf(definition).map(({ name }) => name))

const withSteps = (definition: FormDefinition, change: (step: Step, at: number) => Step): FormDefinition => ({
  ...definition,
  steps: definition.steps.map(change),
})

export function addField(
  definition: FormDefinition,
  { step, after, kind }: { readonly step: number; readonly after: string | null; readonly kind: FieldKind },
): { readonly definition: FormDefinition; readonly name: string } {
  const name = freeName('muc', new Set([...namesIn(definition), 'muc']))
  const made = fieldOf({ kind, name })
  const insert = (fields: readonly Field[]) => {
    const at = after === null ? fields.length : fields.findIndex((one) => one.name === after) + 1
    return fields.toSpliced(at, 0, made)
  }
  return {
    name,
    definition: withSteps(definition, (one, at) => (at === step ? { ...one, fields: insert(one.fields) } : one)),
  }
}

export const changeField = (definition: FormDefinition, name: string, change: Partial<Field>): FormDefinition =>
  withSteps(definition, (step) => ({
    ...step,
    fields: step.fields.map((one) => (one.name === name ? { ...one, ...change } : one)),
  }))

export const removeField = (definition: FormDefinition, name: string): FormDefinition =>
  withSteps(definition, (step) => ({ ...step, fields: step.fields.filter((one) => one.name !== name) }))

export function copyField(definition: FormDefinition, name: string): FormDefinition {
  const copied = freeName(name, namesIn(definition))
  return withSteps(definition, (step) => {
    const at = step.fields.findIndex((one) => one.name === name)
    const found = step.fields[at]
    return found
      ? { ...step, fields: step.fields.toSpliced(at + 1, 0, { ...found, name: copied, formerly: [] }) }
      : step
  })
}

/** One place up or down; at the edge of a step into the step beside it. */
export function moveField(definition: FormDefinition, name: string, by: -1 | 1): FormDefinition {
  const step = definition.steps.findIndex(({ fields }) => fields.some((one) => one.name === name))
  const from = definition.steps[step]?.fields.findIndex((one) => one.name === name) ?? -1
  const found = definition.steps[step]?.fields[from]
  if (!found) return definition
  const to = from + by
  if (to >= 0 && to < (definition.steps[step]?.fields.length ?? 0))
    return withSteps(definition, (one, at) =>
      at === step ? { ...one, fields: one.fields.toSpliced(from, 1).toSpliced(to, 0, found) } : one,
    )
  if (!definition.steps[step + by]) return definition
  return withSteps(definition, (one, at) => {
    if (at === step) return { ...one, fields: one.fields.toSpliced(from, 1) }
    if (at === step + by) return { ...one, fields: by < 0 ? [...one.fields, found] : [found, ...one.fields] }
    return one
  })
}

/**
 * Gives a field another name, in every rule too. A name that was published goes on as a former one, so that answers of drafts follow.
 */
export function renameField(
  definition: FormDefinition,
  from: string,
  to: string,
  wasPublished: boolean,
): FormDefinition {
  const renamed = (name: string) =>
    name === from ? to : name.startsWith(`${from}.`) ? to + name.slice(from.length) : name
  const inRules = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inRules)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).map(([key, inside]) => [key, inRules(inside)] as const)
    const made = Object.fromEntries(entries)
    return made.kind === 'reference' && typeof made.name === 'string' ? { ...made, name: renamed(made.name) } : made
  }
  // Only names inside references change shape nowhere: the definition stays one.
  const ruled = inRules(definition) as FormDefinition
  const link = (name: string | null) => (name === from ? to : name)
  return {
    ...withSteps(ruled, (step) => ({
      ...step,
      fields: step.fields.map((one) => ({
        ...one,
        ...(one.name === from && {
          name: to,
          formerly: wasPublished ? [from, ...one.formerly].slice(0, 10) : one.formerly,
        }),
        dayFrom: link(one.dayFrom),
        bornOn: link(one.bornOn),
        gender: link(one.gender),
      })),
    })),
    checks: ruled.checks.map((check) => (check.at === from ? { ...check, at: to } : check)),
  }
}

/** A field that still has its first name is called by its label, once it has one. */
export function nameByLabel(definition: FormDefinition, name: string): { definition: FormDefinition; name: string } {
  const found = fieldsOf(definition).find((one) => one.name === name)
  if (!found || !/^muc_\d+$/.test(name) || found.label.vi.trim() === '') return { definition, name }
  const to = freeName(found.label.vi, namesIn(definition))
  return { definition: renameField(definition, name, to, false), name: to }
}

export function addStep(definition: FormDefinition): FormDefinition {
  const taken = new Set(definition.steps.map(({ code }) => code))
  let number = definition.steps.length + 1
  while (taken.has(`buoc-${number}`)) number++
  const step: Step = {
    code: `buoc-${number}`,
    title: { vi: '', en: '' },
    hint: { vi: '', en: '' },
    showIf: null,
    fields: [],
  }
  return { ...definition, steps: [...definition.steps, step] }
}

export const changeStep = (definition: FormDefinition, at: number, change: Partial<Step>): FormDefinition =>
  withSteps(definition, (step, place) => (place === at ? { ...step, ...change } : step))

/** Without a step; its fields go with it. The last step stays. */
export const removeStep = (definition: FormDefinition, at: number): FormDefinition =>
  definition.steps.length < 2 ? definition : { ...definition, steps: definition.steps.toSpliced(at, 1) }
