/**
 * The one text of a JSON value: keys in order, and what says nothing (`null`, `false`, empty text, empty lists and objects) left out of
 * objects. Two values that mean the same have the same text, also when one of them was written before an attribute existed.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(reduced(value))
}

function reduced(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => reduced(each) ?? null)
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.entries(value)
    .map(([key, inside]) => [key, reduced(inside)] as const)
    .filter(([, inside]) => !saysNothing(inside))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(parts)
}

function saysNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
