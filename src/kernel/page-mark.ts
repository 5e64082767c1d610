import { Problem } from './problem.ts'

/** Where a page of a list that is ordered by a moment ended. */
export type PageMark = { readonly at: Date; readonly id: string }

const MARK = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The mark as text of an address. */
export const writeMark = ({ at, id }: PageMark): string => `${at.toISOString()}_${id}`

/** The mark that such a text means; null without one. Throws for any other text. */
export function readMark(text: string | undefined): PageMark | null {
  if (text === undefined) return null
  const [, moment, id] = MARK.exec(text) ?? []
  const at = new Date(moment ?? '')
  if (id === undefined || Number.isNaN(at.getTime())) throw new Problem('invalid-input', 'platform/invalid-input')
  return { at, id }
}
