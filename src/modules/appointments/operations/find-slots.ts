import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { compareVi } from '#kernel/text.ts'
import { findDesk, listReceiving } from '#modules/cases/index.ts'
import { findUnitAt, loadStructure } from '#modules/organisation/index.ts'
import { type Actor, type Context, operation } from '#server/operation.ts'
import { businessOf } from '../business.ts'
import * as contract from '../contract.ts'
import { takes } from '../domain/opening.ts'
import { findOpening, freeDays } from '../slots.ts'
import { openPublic } from '../store/appointments.ts'
import { openingsAt } from '../store/openings.ts'

type Business = Awaited<ReturnType<typeof businessOf>>

export const findSlots = operation(contract.findSlots, async (context, { procedureCode, unitId, day }) => {
  const { tx, now } = context
  await openPublic(tx)
  const today = dayAt(now)
  const business = await businessOf(tx, procedureCode, today)
  const procedure = business && { code: business.code, name: business.name }
  if (unitId === undefined) {
    return { procedure, places: await placesFor(context, business), unit: null, days: [], slots: [] }
  }
  const unit = findUnitAt(await loadStructure(tx), unitId, today)
  const opening = await findOpening(tx, unitId, today)
  if (!unit || opening === null || !takes(opening, business)) throw new Problem('not-found', 'appointments/not-here')
  const days = await freeDays(tx, unitId, opening, now)
  const { keepDays, graceMinutes } = opening
  return {
    procedure,
    places: [],
    unit: { id: unitId, name: unit.name, desk: (await findDesk(tx, unitId)) ?? null, keepDays, graceMinutes },
    days: days.map((one) => ({ day: one.day, free: one.slots.reduce((sum, { free }) => sum + free, 0) })),
    slots: [...(days.find((one) => one.day === day)?.slots ?? [])],
  }
})

async function placesFor({ tx, now }: Context<Actor | null>, business: Business) {
  const day = dayAt(now)
  const structure = await loadStructure(tx)
  const desks = new Map((await listReceiving(tx, day)).map((one) => [one.unitId, one.desk]))
  return (await openingsAt(tx, day))
    .flatMap(({ unitId, opening }) => {
      const unit = findUnitAt(structure, unitId, day)
      if (!unit || opening === null || !takes(opening, business)) return []
      if (business !== null && !business.levels.includes(unit.level)) return []
      const above = unit.parentId === null ? '' : (findUnitAt(structure, unit.parentId, day)?.name ?? '')
      return [{ id: unitId, name: unit.name, above, desk: desks.get(unitId) ?? null }]
    })
    .toSorted((a, b) => compareVi(a.name, b.name))
}
