import { canonicalJson } from '#kernel/canonical-json.ts'
import type { Both, FormDefinition } from './definition.ts'

/** One difference between two versions of a form. */
export type FormDifference = {
  readonly part: 'form' | 'step' | 'field' | 'check'
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  /** Name of the field or code of the step; of the form itself the attribute. */
  readonly code: string
  readonly label: Both | null
  /** Which attributes differ. */
  readonly attributes: readonly string[]
  readonly before: unknown
  readonly after: unknown
}

type Item = { readonly label: Both | null; readonly place: string; readonly value: object }

/** Every difference; empty exactly when the two say the same. */
export function compareForms(before: FormDefinition, after: FormDefinition): FormDifference[] {
  const single = (['title', 'intro', 'addressee', 'pledge', 'number', 'legalBasis', 'paper', 'demonstration'] as const)
    .filter((part) => !same(before[part], after[part]))
    .map(
      (part): FormDifference => ({
        part: 'form',
        kind: 'changed',
        code: part,
        label: null,
        attributes: [],
        before: before[part],
        after: after[part],
      }),
    )
  return [
    ...single,
    ...compareItems('step', stepsOf(before), stepsOf(after)),
    ...compareItems('field', fieldItems(before), fieldItems(after)),
    ...compareItems('check', checksOf(before), checksOf(after)),
  ]
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)

function stepsOf({ steps }: FormDefinition): Map<string, Item> {
  return keyed(
    steps.map(({ code, title, hint, showIf }, at) => [
      code,
      { label: title, place: `${at}`, value: { code, title, hint, showIf } },
    ]),
  )
}

/** Where a field stands: its step and the field before it, so that adding one above moves nothing. */
function fieldItems({ steps }: FormDefinition): Map<string, Item> {
  const items = steps.flatMap(({ code, fields }) =>
    fields.map((field): [string, Item] => [field.name, { label: field.label, place: code, value: field }]),
  )
  return keyed(items)
}

function checksOf({ checks }: FormDefinition): Map<string, Item> {
  return keyed(checks.map((check) => [check.at, { label: check.message, place: '', value: check }]))
}

/** By key; the second with a key gets a mark, so that nothing is lost. */
function keyed(items: readonly (readonly [string, Item])[]): Map<string, Item> {
  const found = new Map<string, Item>()
  for (const [name, item] of items) {
    let key = name
    while (found.has(key)) key += ' *'
    found.set(key, item)
  }
  return found
}

function compareItems(
  part: FormDifference['part'],
  before: ReadonlyMap<string, Item>,
  after: ReadonlyMap<string, Item>,
): FormDifference[] {
  const moved = movedKeys([...before.keys()], [...after.keys()])
  const removed = [...before].flatMap(([code, { label, value }]): FormDifference[] =>
    after.has(code) ? [] : [{ part, kind: 'removed', code, label, attributes: [], before: value, after: null }],
  )
  const rest = [...after].flatMap(([code, { label, place, value }]): FormDifference[] => {
    const was = before.get(code)
    if (!was) return [{ part, kind: 'added', code, label, attributes: [], before: null, after: value }]
    const shared = { part, code, label, before: was.value, after: value }
    const attributes = attributesThatDiffer(was.value, value)
    const isMoved = was.place !== place || moved.has(code)
    return [
      ...(attributes.length > 0 ? [{ ...shared, kind: 'changed' as const, attributes }] : []),
      ...(isMoved ? [{ ...shared, kind: 'moved' as const, attributes: [] }] : []),
    ]
  })
  return [...removed, ...rest]
}

function attributesThatDiffer(before: object, after: object): string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...old.keys(), ...now.keys()])].filter((name) => !same(old.get(name), now.get(name)))
}

/** The fewest keys that have to be moved to bring the old order of the keys both have into the new one. */
function movedKeys(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = new Map(before.map((key, at) => [key, at]))
  const kept = after.filter((key) => places.has(key))
  // The longest run that is still in order stays; the others moved.
  const best: { length: number; from: number }[] = []
  kept.forEach((key, at) => {
    let [length, from] = [1, -1]
    for (let earlier = 0; earlier < at; earlier++) {
      const reach = best[earlier]?.length ?? 0
      const isBefore = (places.get(kept[earlier] ?? '') ?? 0) < (places.get(key) ?? 0)
      if (isBefore && reach + 1 > length) [length, from] = [reach + 1, earlier]
    }
    best.push({ length, from })
  })
  let at = best.reduce((most, one, index) => (one.length > (best[most]?.length ?? 0) ? index : most), 0)
  const staying = new Set<string>()
  while (at >= 0 && best[at]) {
    staying.add(kept[at] ?? '')
    at = best[at]?.from ?? -1
  }
  return new Set(kept.filter((key) => !staying.has(key)))
}
