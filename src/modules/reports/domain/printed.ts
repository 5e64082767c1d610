import type { FilledReport, FilledText, Run } from './filled.ts'

/** The paragraphs of a text as they are printed: in a draft a place that nobody wrote yet says so instead of standing empty. */
export function printedParagraphs(
  { paragraphs, hand }: Pick<FilledText, 'paragraphs' | 'hand'>,
  { header }: Pick<FilledReport, 'header'>,
): readonly (readonly Run[])[] {
  if (paragraphs.length > 0 || !hand?.required || header.number !== null) return paragraphs
  return [[{ text: `[Chưa viết: ${hand.prompt}]`, missing: true }]]
}
