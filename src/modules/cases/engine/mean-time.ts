import { Problem } from '#kernel/problem.ts'
import { loadCalendars } from '#modules/calendar/index.ts'
import { findInForce } from '#modules/procedures/index.ts'
import { type MeanUnit, meanTime, meanUnitOf, timeTaken } from '../domain/index-766/mean-time.ts'
import { listSettled, mostSettledProcedure, type SettledCase } from '../store/settled-cases.ts'
import { type Asked, spansOf } from './report-days.ts'

const PAGE = 5000

/**
 * 2.2 of the 766 index: the mean time of the settled cases of one procedure that were received in the days asked. The procedure is the one
 * named, else that with the most such cases. Null: there is none.
 */
export async function meanTimeOf(asked: Asked, named: string | undefined) {
  const { tx, range, structureDay } = asked
  const { spans } = spansOf(asked, [{ unitId: asked.unitId, reach: 'subtree' }])
  const day = range.to
  const most = named === undefined ? await mostSettledProcedure(tx, { spans, day }) : undefined
  const procedureCode = named ?? most?.code
  if (procedureCode === undefined) return null
  const version = await findInForce(tx, procedureCode, structureDay)
  const name = version?.content.name ?? (most && { vi: most.name, en: most.name })
  if (!name) throw new Problem('not-found', 'cases/unknown-procedure-of-index', '', { values: { code: procedureCode } })
  const term = version?.content.terms[0]?.term
  const unit = meanUnitOf(term?.unit ?? 'working-days')
  let [sum, cases] = [0, 0]
  for (let after: string | null = null; ; ) {
    const page: SettledCase[] = await listSettled(tx, { spans, day, procedureCode }, { after, limit: PAGE })
    sum += await sumOf(asked, page, unit)
    cases += page.length
    after = page.at(-1)?.caseId ?? null
    if (page.length < PAGE) break
  }
  return {
    procedure: { code: procedureCode, name: { vi: name.vi, en: name.en || name.vi } },
    chosen: named === undefined ? ('most-cases' as const) : ('asked' as const),
    unit,
    sum,
    cases,
    mean: meanTime({ sum, cases }),
    term: term && term.unit !== 'in-day' ? term.amount : null,
  }
}

async function sumOf({ tx }: Asked, page: readonly SettledCase[], unit: MeanUnit): Promise<number> {
  const calendars = await loadCalendars(tx, [...new Set(page.map(({ competentUnitId }) => competentUnitId))])
  return page.reduce((sum, { competentUnitId, receivedAt, endedAt, waits }) => {
    const calendar = calendars.get(competentUnitId)
    if (!calendar) throw new Error(`The unit ${competentUnitId} has no calendar.`)
    const known = waits.map(({ from, to }) => ({ from: new Date(from), to: to === null ? endedAt : new Date(to) }))
    return sum + timeTaken({ receivedAt, endedAt, waits: known }, unit, calendar)
  }, 0)
}
