import { addDays, type Day, dayAt, numberFromDay, startOfDay } from '#kernel/calendar.ts'
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '#kernel/work-time/working-calendar.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import { loadStructure, requireScope, unitsUnder } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { workloadForecast as contract } from '../contract/forecast.ts'
import { quantile } from '../domain/forecast.ts'
import { countArrivals, countDueByDay } from '../store/courses.ts'
import { scopedUnits } from '../store/scope.ts'

const [AHEAD, BACK_DAYS, FEWEST_DAYS] = [10, 56, 4]

export const workloadForecast = operation(contract, async (context, { unitId }) => {
  const { tx, now } = context
  if (unitId !== undefined) await requireScope(context, contract.permission, unitId)
  const today = dayAt(now)
  const units =
    unitId === undefined
      ? await scopedUnits(tx)
      : unitsUnder(await loadStructure(tx), unitId, today).map((unit) => unit.unitId)
  const calendar = await loadCalendar(tx, unitId ?? null)
  const days = Array.from({ length: AHEAD }, (_, place) => addWorkingDays(addDays(today, -1), place + 1, calendar))
  const last = days.at(-1) ?? today
  const due = await countDueByDay(tx, units, startOfDay(addDays(last, 1)))
  const arrivals = await countArrivals(tx, units, startOfDay(addDays(today, -BACK_DAYS)))
  const expected = expecting(arrivals, today, calendar)
  return {
    overdue: sum(due.filter(({ day }) => day < today)),
    days: days.map((day) => ({
      day,
      due: sum(due.filter((one) => one.day === day)),
      arrivals: expected(day),
    })),
  }
})

type Counted = { readonly day: Day; readonly count: number }
const sum = (rows: readonly Counted[]) => rows.reduce((total, { count }) => total + count, 0)

/** What arrives on a weekday, as it was on the working days of that name since the first arrival. */
function expecting(arrivals: readonly Counted[], today: Day, calendar: WorkingCalendar) {
  const counts = new Map(arrivals.map(({ day, count }) => [day, count]))
  const first = arrivals[0]?.day
  const past = Array.from({ length: BACK_DAYS }, (_, place) => addDays(today, -1 - place))
  const worked = past.filter((day) => first !== undefined && day >= first && isWorkingDay(day, calendar))
  return (day: Day) => {
    const alike = worked
      .filter((one) => (numberFromDay(day) - numberFromDay(one)) % 7 === 0)
      .map((one) => counts.get(one) ?? 0)
    if (alike.length < FEWEST_DAYS) return null
    const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => quantile(alike, share)) as [number, number, number] // three in, three out
    return { low, middle, high, ofDays: alike.length }
  }
}
