import type { ProcedureContent } from './content.ts'

/** The parts without which a procedure is not whole (decree-63-2010 art. 8.2), as the 766 index (1.3) counts them. */
export const PARTS = ['name', 'steps', 'ways', 'papers', 'term', 'applicants', 'agency'] as const
export type Part = (typeof PARTS)[number]

/** Which of the seven parts are there. Forms are not looked at. */
export function partsOf(content: ProcedureContent): Readonly<Record<Part, boolean>> {
  const last = content.terms.at(-1)
  return {
    name: content.name.vi !== '',
    steps: content.steps.vi !== '',
    ways: content.channels.length > 0,
    papers: content.papers.length > 0 && content.sets > 0,
    term: last !== undefined && (last.term.amount > 0 || last.term.unit === 'in-day'),
    applicants: content.applicants.length > 0,
    agency: content.levels.length > 0,
  }
}

/** The parts that are missing, in their order; none: the procedure is whole. */
export function missingParts(content: ProcedureContent): Part[] {
  const there = partsOf(content)
  return PARTS.filter((part) => !there[part])
}
