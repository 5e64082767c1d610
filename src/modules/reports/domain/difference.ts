import type { Figure } from './figure.ts'
import type { FilledReport } from './filled.ts'

/** One number that is known otherwise today than the issued report prints it. */
export type FigureDifference = {
  readonly key: string
  readonly name: string
  readonly unitId: string
  readonly unitName: string
  /** Titles of the sections that print it. */
  readonly sections: readonly string[]
  readonly before: FigureSide
  readonly after: FigureSide
}

export type FigureSide = Pick<Figure, 'state' | 'value' | 'numerator' | 'denominator' | 'note' | 'quality'>

/** What is known otherwise today, in the order of the report; sums over groups follow from their parts. */
export function differences(issued: FilledReport, today: ReadonlyMap<string, Figure>): FigureDifference[] {
  const places = placesOf(issued)
  return Object.values(issued.figures)
    .flatMap((before) => {
      const after = today.get(before.key)
      if (!after || same(before, after)) return []
      const { key, unitId, unitName, name } = before
      const sections = places.get(key) ?? []
      return [{ key, name, unitId, unitName, sections, before: side(before), after: side(after) }]
    })
    .toSorted((left, right) => orderOf(left, places) - orderOf(right, places))
}

function same(left: Figure, right: Figure): boolean {
  return (['state', 'value', 'numerator', 'denominator', 'note'] as const).every(
    (field) => left[field] === right[field],
  )
}

function side({ state, value, numerator, denominator, note, quality }: Figure): FigureSide {
  return { state, value, numerator, denominator, note, quality }
}

function orderOf({ key }: { key: string }, places: ReadonlyMap<string, readonly string[]>): number {
  const at = [...places.keys()].indexOf(key)
  return at < 0 ? places.size : at
}

/** Figure key → the sections that print it, also through a sum it is part of. */
function placesOf(report: FilledReport): Map<string, string[]> {
  const places = new Map<string, string[]>()
  const put = (key: string, title: string) => {
    const titles = places.get(key) ?? []
    if (!titles.includes(title)) places.set(key, [...titles, title])
    for (const part of report.figures[key]?.parts ?? []) put(part, title)
  }
  for (const section of report.sections) {
    const title = `${section.number} ${section.title}`.trim()
    for (const block of section.blocks) {
      const runs =
        block.kind === 'text'
          ? block.paragraphs.flat()
          : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.runs))
      for (const { figure } of runs) if (figure) put(figure, title)
    }
  }
  return places
}
