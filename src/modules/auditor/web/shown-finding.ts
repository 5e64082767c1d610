import type { FindingShown } from '../contract.ts'
import { inReadingOrder } from './jump-order.ts'

/** A finding with the number it goes by on the page: counted in reading order, the same under every filter. */
export type ShownFinding = FindingShown & { readonly id: string; readonly number: number }

/** The findings in reading order, numbered from 1. */
export function numbered(findings: readonly FindingShown[]): readonly ShownFinding[] {
  return inReadingOrder(findings).map((finding, index) => ({ ...finding, id: String(index + 1), number: index + 1 }))
}

/** So many letters fill two lines of a heading; a longer title is cut well before. */
const FITS = 80
const CUT = 64

/** A title that fits into a heading, cut between words: reports are named by whole sentences. */
export function shortened(title: string): string {
  if (title.length <= FITS) return title
  const end = title.lastIndexOf(' ', CUT)
  return `${title.slice(0, end > 0 ? end : CUT).replace(/[,;:.\s]+$/, '')}…`
}
