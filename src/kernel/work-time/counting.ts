import { clockText, DAY_MINUTES, dayNumberOf, dayText, officeText } from './clock.ts'
import type { Mode } from './course.ts'
import type { StepOf, TraceStep } from './trace.ts'
import {
  type DayFacts,
  dayFacts,
  minutesOfDay,
  openingAt,
  type SpecialDay,
  type WorkingCalendar,
} from './working-calendar.ts'

/** Steps of a stretch, and what is counted with it, in the unit of the mode. */
export type Counted = { readonly steps: readonly TraceStep[]; readonly total: number }

/** A stretch of a count from one office minute to another, `total` being counted before it. */
export type Stretch = { readonly from: number; readonly to: number; readonly total: number }

/** The steps of a stretch. `trailing`: also the days off at its end, which nothing counted follows. */
export function countStretch(mode: Mode, stretch: Stretch, trailing: boolean, calendar: WorkingCalendar): Counted {
  if (mode === 'minutes') return walk(stretch, trailing, calendar, minuteStep)
  if (mode === 'working-days') return walk(stretch, trailing, calendar, dayStep)
  const [first, last] = [dayNumberOf(stretch.from) + 1, dayNumberOf(stretch.to)]
  const days = last - first + 1
  if (days <= 0) return { steps: [], total: stretch.total }
  const total = stretch.total + days
  return { steps: [{ kind: 'counted-span', from: dayText(first), to: dayText(last), days, total }], total }
}

/** The way from an office minute to the first minute of work at or after it. */
export function stepsToOpening(minute: number, calendar: WorkingCalendar): readonly TraceStep[] {
  const opening = openingAt(minute, calendar)
  if (opening === minute) return []
  const day = dayNumberOf(minute)
  const facts = dayFacts(day, calendar)
  const why = reasonToWait(minute - day * DAY_MINUTES, facts)
  const steps = stepsOff(why === 'day-off' ? day : day + 1, dayNumberOf(opening), calendar)
  return [...steps, { kind: 'moved-to-opening', from: officeText(minute), to: officeText(opening), why }]
}

/** The days off from a day up to, not with, another. */
export function stepsOff(from: number, to: number, calendar: WorkingCalendar): readonly TraceStep[] {
  const steps: TraceStep[] = []
  for (let day = from; day < to; day++) skip(steps, dayFacts(day, calendar))
  return steps
}

function reasonToWait(clock: number, facts: DayFacts): StepOf<'moved-to-opening'>['why'] {
  if (!facts.working) return 'day-off'
  if (clock < facts.opening) return 'before-opening'
  return clock >= facts.closing ? 'after-closing' : 'between-sessions'
}

/** What a working day adds; null when nothing of it lies in the stretch. */
type StepOfDay = (
  facts: DayFacts,
  stretch: Stretch,
  total: number,
  calendar: WorkingCalendar,
) => { readonly step: TraceStep; readonly total: number } | null

function walk(stretch: Stretch, trailing: boolean, calendar: WorkingCalendar, stepOfDay: StepOfDay): Counted {
  const steps: TraceStep[] = []
  let total = stretch.total
  let kept = 0
  const end = dayNumberOf(stretch.to)
  for (let day = dayNumberOf(stretch.from); day <= end; day++) {
    const facts = dayFacts(day, calendar)
    if (!facts.working) {
      if (day * DAY_MINUTES > stretch.from) skip(steps, facts)
      continue
    }
    const found = stepOfDay(facts, stretch, total, calendar)
    if (found === null) continue
    steps.push(found.step)
    total = found.total
    kept = steps.length
  }
  if (!trailing) steps.length = kept
  return { steps, total }
}

function minuteStep(facts: DayFacts, { from, to }: Stretch, total: number, calendar: WorkingCalendar) {
  const minutes = minutesOfDay(facts.number, from, to, calendar)
  if (minutes === 0) return null
  const totalMinutes = total + minutes
  const [begin, end] = [from - facts.number * DAY_MINUTES, to - facts.number * DAY_MINUTES]
  const parts = facts.sessions.filter((session) => Math.max(session.from, begin) < Math.min(session.to, end))
  const step = {
    ...countedDay(facts),
    from: clockText(Math.max(parts[0]?.from ?? 0, begin)),
    to: clockText(Math.min(parts.at(-1)?.to ?? 0, end)),
    minutes,
    totalMinutes,
  }
  return { step, total: totalMinutes }
}

function dayStep(facts: DayFacts, { from }: Stretch, total: number) {
  if (facts.number === dayNumberOf(from)) return null
  const nth = total + 1
  return { step: { ...countedDay(facts), nth }, total: nth }
}

function countedDay(facts: DayFacts): StepOf<'counted'> {
  const { number, opening, closing, special, unconfirmed } = facts
  const makeUp = special && named(special)
  return {
    kind: 'counted',
    day: dayText(number),
    from: clockText(opening),
    to: clockText(closing),
    minutes: null,
    totalMinutes: null,
    nth: null,
    makeUp,
    unconfirmed,
  }
}

/** Adds a day off, to the step before it when it is off for the same reason. */
function skip(steps: TraceStep[], facts: DayFacts): void {
  const { special, unconfirmed } = facts
  const day = dayText(facts.number)
  const before = steps.at(-1)
  const same =
    before?.kind === 'skipped' &&
    before.unconfirmed === unconfirmed &&
    before.special?.name === special?.name &&
    before.special?.decision === special?.decision
  if (same) steps[steps.length - 1] = { ...before, to: day }
  else
    steps.push({
      kind: 'skipped',
      from: day,
      to: day,
      why: special === null ? 'weekend' : 'off',
      special: special && named(special),
      unconfirmed,
    })
}

function named({ name, nameEn, decision }: SpecialDay) {
  return { name, nameEn: nameEn ?? null, decision }
}
