import { addDays, dayAt, startOfDay } from '#kernel/calendar.ts'
import { readMark, writeMark } from '#kernel/page-mark.ts'
import { findUnitAt, loadStructure, unitsUnder } from '#modules/organisation/index.ts'
import { countCaseRatings, listCaseRatings as listRows, type RatingMark } from '#modules/portal/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { type Reason, UNHAPPY } from '../domain/satisfaction.ts'

export const listCaseRatings = operation(contract.listCaseRatings, async ({ tx, now }, asked) => {
  const { unitId, from, to, after, limit } = asked
  const structure = await loadStructure(tx)
  const today = dayAt(now)
  const under = unitId === undefined ? null : unitsUnder(structure, unitId, today).map((unit) => unit.unitId)
  const span = { unitIds: under, from: startOfDay(from), before: startOfDay(addDays(to, 1)) }
  const rows = await listRows(tx, { ...span, after: readRatingMark(after), limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  const byStars = [...(await countCaseRatings(tx, span))]
  const nameOf = (id: string) => (findUnitAt(structure, id, today) ?? structure.byUnit.get(id)?.at(-1))?.name ?? ''
  const total = (of: (count: number, stars: number) => number) =>
    byStars.reduce((sum, count, place) => sum + of(count, place + 1), 0)
  return {
    ratings: page.map(({ caseId, caseCode, unitId: of, stars, reasons, words, way, at }) => ({
      caseId,
      caseCode,
      unit: nameOf(of),
      stars,
      words,
      way,
      at,
      // Only what the contracts allow is ever stored.
      reasons: reasons as Reason[],
    })),
    next: last ? `${last.stars}_${writeMark({ at: last.at, id: last.caseId })}` : null,
    sum: {
      stars: total((count, stars) => count * stars),
      ratings: total((count) => count),
      content: total((count, stars) => (stars > UNHAPPY ? count : 0)),
    },
    byStars,
  }
})

function readRatingMark(text: string | undefined): RatingMark | null {
  if (text === undefined) return null
  const [, stars, rest = ''] = /^([1-5])_(.*)$/.exec(text) ?? []
  const mark = readMark(rest)
  return mark && { stars: Number(stars), at: mark.at, caseId: mark.id }
}
