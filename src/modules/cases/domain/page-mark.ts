import type { ListOrder } from './lists.ts'

/**
 * Where a page of a list ended: the moment by which the list is ordered, as PostgreSQL writes it (`infinity`: the case has none; `none`:
 * the list is not ordered by one), and the case.
 */
export type PageMark = { readonly order: ListOrder; readonly at: string; readonly id: string }

const MARK =
  /^(due|ended|opinion-due|letter-due|newest)_(none|infinity|\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?\+00)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The mark as opaque text of an address. */
export function writeMark({ order, at, id }: PageMark): string {
  return Buffer.from(`${order}_${at}_${id}`).toString('base64url')
}

/** The mark that such a text means, or null when it is none of this order. */
export function readMark(text: string, wanted: ListOrder): PageMark | null {
  const [, order, at, id] = MARK.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? []
  if (order !== wanted || at === undefined || id === undefined) return null
  return (at === 'none') === (wanted === 'newest') ? { order: wanted, at, id } : null
}
