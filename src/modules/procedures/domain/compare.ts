import type { Both, ProcedureContent } from './content.ts'

/** One difference between two versions. */
export type Difference = {
  /** The part of the content: `papers`, `fees`, `name`, `onlineLevel` … */
  readonly part: keyof ProcedureContent
  readonly kind: 'added' | 'removed' | 'changed'
  /** The code within the part; null for a part that is one value. */
  readonly code: string | null
  readonly name: Both | null
  /** Which attributes differ; empty for something added or removed, and for a part that is one value. */
  readonly fields: readonly string[]
  readonly before: unknown
  readonly after: unknown
}

type Named = { readonly key: string; readonly name: Both | null; readonly value: object }

/** How the items of each list are told apart. */
const LISTS = {
  papers: (content) => content.papers.map((one) => ({ key: one.code, name: one.name, value: one })),
  results: (content) => content.results.map((one) => ({ key: one.code, name: one.name, value: one })),
  fees: (content) => content.fees.map((one) => ({ key: `${one.code} ${one.validFrom}`, name: one.name, value: one })),
  terms: (content) => content.terms.map((one, index) => ({ key: `${index + 1}`, name: null, value: one })),
  legalBasis: (content) =>
    content.legalBasis.map((one) => ({
      key: `${one.number} ${one.article ?? ''}`.trim(),
      name: { vi: one.title, en: one.title },
      value: one,
    })),
  questions: (content) => content.questions.map((one) => ({ key: one.name, name: one.label, value: one })),
} satisfies Partial<Record<keyof ProcedureContent, (content: ProcedureContent) => Named[]>>

const SINGLE = [
  'name',
  'fieldCode',
  'onlineLevel',
  'eligibleForFull',
  'levels',
  'applicants',
  'channels',
  'steps',
  'requirements',
  'sets',
  'supplementPauses',
  'demonstration',
] as const satisfies readonly (keyof ProcedureContent)[]

/** Every difference, by parts; empty exactly when the contents say the same. The order of papers, results and fees does not count. */
export function compareContents(before: ProcedureContent, after: ProcedureContent): Difference[] {
  const single = SINGLE.filter((part) => !same(before[part], after[part])).map(
    (part): Difference => ({
      part,
      kind: 'changed',
      code: null,
      name: null,
      fields: [],
      before: before[part],
      after: after[part],
    }),
  )
  const lists = Object.entries(LISTS).flatMap(([part, itemsOf]) =>
    // The keys of LISTS are parts of the content.
    compareLists(part as keyof typeof LISTS, itemsOf(before), itemsOf(after)),
  )
  return [...single, ...lists]
}

function compareLists(part: keyof typeof LISTS, before: readonly Named[], after: readonly Named[]): Difference[] {
  const [old, now] = [byKey(before), byKey(after)]
  const shared = { part, fields: [] }
  const removed = [...old].filter(([key]) => !now.has(key))
  const added = [...now].filter(([key]) => !old.has(key))
  const changed = [...now].flatMap(([key, item]): Difference[] => {
    const was = old.get(key)
    if (!was || same(was.value, item.value)) return []
    const fields = fieldsThatDiffer(was.value, item.value)
    return [{ part, kind: 'changed', code: key, name: item.name, fields, before: was.value, after: item.value }]
  })
  return [
    ...removed.map(
      ([code, { name, value }]): Difference => ({ ...shared, kind: 'removed', code, name, before: value, after: null }),
    ),
    ...added.map(
      ([code, { name, value }]): Difference => ({ ...shared, kind: 'added', code, name, before: null, after: value }),
    ),
    ...changed,
  ]
}

/** By key; the second with a key gets a mark, so that nothing is lost. */
function byKey(items: readonly Named[]): Map<string, Named> {
  const found = new Map<string, Named>()
  for (const item of items) {
    let key = item.key
    while (found.has(key)) key += ' *'
    found.set(key, item)
  }
  return found
}

function fieldsThatDiffer(before: object, after: object): string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...old.keys(), ...now.keys()])].filter((field) => !same(old.get(field), now.get(field)))
}

/** Whether two values of a content are the same; keys in any order, as the database keeps them. */
export function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inside: unknown) =>
    typeof inside === 'object' && inside !== null && !Array.isArray(inside)
      ? Object.fromEntries(Object.entries(inside).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inside,
  )
}
