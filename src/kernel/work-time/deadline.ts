/**
 * Legal time: when something that was received is due, and how that was counted. Rules and their sources stand in the decision
 * record on legal time; examples that any other engine can be held against in `deadline.cases.json`.
 */
import { clockText, DAY_MINUTES, dayNumberOf, dayText, instantOf, officeMinute, officeText } from './clock.ts'
import { countStretch, stepsOff, stepsToOpening } from './counting.ts'
import {
  afterExtension,
  afterPause,
  beginCourse,
  type Course,
  type Extension,
  isBeforeCutOff,
  leftAt,
} from './course.ts'
import { isTerm, type Term } from './term.ts'
import type { TraceStep } from './trace.ts'
import { dayFacts, openingAt, type WorkingCalendar } from './working-calendar.ts'

export type { Extension } from './course.ts'
export type { Term } from './term.ts'
export { TraceStep } from './trace.ts'

/** A time in which nothing is counted, because something is awaited from outside; `to` is null while it lasts. */
export type Pause = { readonly from: Date; readonly to: Date | null; readonly reason: string }

export type DeadlineInput = {
  readonly receivedAt: Date
  readonly term: Term
  readonly pauses?: readonly Pause[]
  readonly extensions?: readonly Extension[]
}

export type Deadline = {
  /** null while paused. */
  readonly dueAt: Date | null
  /** Working minutes left while paused under an hour rule; null otherwise. */
  readonly remainingMinutes: number | null
  readonly trace: readonly TraceStep[]
  /** A day from receipt to due (or to the pause) may yet be declared off, or its being off is not decided. */
  readonly unconfirmed: boolean
}

/**
 * When what was received is due. Seconds are dropped. What of a pause lies before the receipt or after due changes nothing; pauses
 * that overlap are one. Extensions apply in the order of their time. Throws RangeError for a term that cannot be counted, for a
 * pause that ends before it begins, and for an extension that names neither or both of term and instant.
 */
export function deadlineOf(input: DeadlineInput, calendar: WorkingCalendar): Deadline {
  const { term, pauses = [], extensions = [] } = input
  const received = officeMinute(input.receivedAt)
  if (!isTerm(term)) throw new RangeError(`not a term: ${term.amount} ${term.unit}`)
  const run = begin(received, term, calendar)
  if (pauses.length + extensions.length > 0)
    for (const act of actsOf(received, pauses, extensions)) follow(run, act, calendar)
  const open = run.paused?.counts ? run.paused.since : null
  if (open === null) finish(run, term, calendar)
  const left = open !== null && run.course.mode === 'minutes' ? leftAt(run.course, open, calendar) : null
  return {
    dueAt: open === null ? instantOf(run.course.due) : null,
    remainingMinutes: left,
    trace: run.steps,
    unconfirmed: isUnconfirmed(received, open ?? run.course.due, calendar),
  }
}

/** Whether something that ended then was on time: not later than due, to the minute; always while the count is paused. */
export function onTime(endedAt: Date, deadline: Pick<Deadline, 'dueAt'>): boolean {
  return deadline.dueAt === null || officeMinute(endedAt) <= officeMinute(deadline.dueAt)
}

/** A count on its way. `cursor` is the office minute up to which `steps` tell; `paused.counts` is false for a pause after due. */
type Run = {
  course: Course
  cursor: number
  total: number
  paused: { since: number; reason: string; counts: boolean } | null
  readonly steps: TraceStep[]
}

type Act =
  | { readonly at: number; readonly kind: 'resume' }
  | { readonly at: number; readonly kind: 'extend'; readonly extension: Extension }
  | { readonly at: number; readonly kind: 'pause'; readonly reason: string }

function begin(received: number, term: Term, calendar: WorkingCalendar): Run {
  const course = beginCourse(received, term, calendar)
  const { amount, unit, rule } = term
  const steps: TraceStep[] = [{ kind: 'received', at: officeText(received), term: { amount, unit, rule } }]
  const day = dayText(dayNumberOf(received))
  if (course.mode === 'calendar-days') {
    steps.push({ kind: 'excluded', day })
    if (unit === 'months') steps.push({ kind: 'counted-months', from: day, to: dayText(course.last), months: amount })
    return { course, cursor: received, total: 0, paused: null, steps }
  }
  const opening = openingAt(received, calendar)
  steps.push(...stepsToOpening(received, calendar))
  if (unit === 'in-day') {
    const { cutOff } = dayFacts(dayNumberOf(opening), calendar)
    steps.push({ kind: 'in-day', cutOff: clockText(cutOff), before: isBeforeCutOff(opening, calendar) })
  } else if (course.mode === 'working-days') steps.push({ kind: 'excluded', day: dayText(dayNumberOf(opening)) })
  return { course, cursor: opening, total: 0, paused: null, steps }
}

const ORDER = { resume: 0, extend: 1, pause: 2 } as const

function actsOf(received: number, pauses: readonly Pause[], extensions: readonly Extension[]): readonly Act[] {
  const acts: Act[] = extensions.map((extension) => ({ kind: 'extend', at: officeMinute(extension.at), extension }))
  for (const { from, to, reason } of joined(received, pauses)) {
    acts.push({ kind: 'pause', at: from, reason })
    if (to !== null) acts.push({ kind: 'resume', at: to })
  }
  return acts.toSorted((left, right) => left.at - right.at || ORDER[left.kind] - ORDER[right.kind])
}

/** The pauses after a receipt, in order, those that overlap joined; without those of no length. */
function joined(received: number, pauses: readonly Pause[]) {
  const spans: { from: number; to: number | null; reason: string }[] = []
  const inOrder = pauses.map(spanOf).toSorted((left, right) => left.from - right.from)
  for (const { from, to, reason } of inOrder) {
    const [begin, before] = [Math.max(from, received), spans.at(-1)]
    if (to !== null && to <= begin) continue
    if (!before || (before.to !== null && before.to < begin)) spans.push({ from: begin, to, reason })
    else if (before.to !== null) before.to = to === null ? null : Math.max(before.to, to)
  }
  return spans
}

function spanOf(pause: Pause) {
  const [from, to] = [officeMinute(pause.from), pause.to && officeMinute(pause.to)]
  if (to !== null && to < from) throw new RangeError('a pause ends before it begins')
  return { from, to, reason: pause.reason }
}

function follow(run: Run, act: Act, calendar: WorkingCalendar): void {
  if (act.kind === 'pause') {
    run.paused = { since: act.at, reason: act.reason, counts: false }
    tellPause(run, calendar)
  } else if (act.kind === 'resume') {
    if (run.paused?.counts) resume(run, run.paused.since, act.at, calendar)
    run.paused = null
  } else extend(run, act.at, act.extension, calendar)
}

/** Begins to count a pause as one, unless it began at or after due. */
function tellPause(run: Run, calendar: WorkingCalendar): void {
  const { paused, course } = run
  if (!paused || paused.counts || paused.since >= course.due) return
  paused.counts = true
  const { since: at, reason } = paused
  const days = course.mode === 'working-days'
  const opening = openingAt(at, calendar)
  if (days) countTo(run, dayNumberOf(at) * DAY_MINUTES, dayNumberOf(opening) > dayNumberOf(at), calendar)
  else countTo(run, Math.min(at, lastMinute(course)), false, calendar)
  const of = days ? 'working-days' : course.mode
  run.steps.push({ kind: 'paused', at: officeText(at), reason, left: leftAt(course, at, calendar), of })
  if (days) countTo(run, opening, false, calendar)
}

function resume(run: Run, since: number, at: number, calendar: WorkingCalendar): void {
  run.course = afterPause(run.course, since, at, calendar)
  run.steps.push({ kind: 'resumed', at: officeText(at) })
  const byCalendar = run.course.mode === 'calendar-days'
  if (!byCalendar) run.steps.push(...stepsToOpening(at, calendar))
  run.cursor = byCalendar ? at : openingAt(at, calendar)
  if (run.course.mode !== 'minutes') run.steps.push({ kind: 'excluded', day: dayText(dayNumberOf(run.cursor)) })
}

/** An extension is told after the days before its own; in a pause it splits the pause in two. */
function extend(run: Run, at: number, extension: Extension, calendar: WorkingCalendar): void {
  if ((extension.term === null) === (extension.dueAt === null))
    throw new RangeError('an extension names a term or an instant')
  if (extension.term !== null && !isTerm(extension.term)) throw new RangeError('not a term')
  if (run.paused?.counts) run.course = afterPause(run.course, run.paused.since, at, calendar)
  else countTo(run, Math.min(dayNumberOf(at) * DAY_MINUTES - 1, lastMinute(run.course)), true, calendar)
  run.course = afterExtension(run.course, extension, calendar)
  const { term, reason } = extension
  run.steps.push({ kind: 'extended', at: officeText(at), reason, term, dueAt: officeText(run.course.due) })
  if (!run.paused) return
  run.paused.since = Math.max(run.paused.since, at)
  tellPause(run, calendar)
}

/** Where the counting of a course ends: a moved last day is told, not counted. */
function lastMinute({ mode, due, last }: Course): number {
  return mode === 'calendar-days' ? Math.min(due, last * DAY_MINUTES + DAY_MINUTES - 1) : due
}

function countTo(run: Run, to: number, trailing: boolean, calendar: WorkingCalendar): void {
  if (to <= run.cursor) return
  const { steps, total } = countStretch(run.course.mode, { from: run.cursor, to, total: run.total }, trailing, calendar)
  run.steps.push(...steps)
  run.total = total
  run.cursor = to
}

function finish(run: Run, term: Term, calendar: WorkingCalendar): void {
  const { course, steps } = run
  const wholeMonths = term.unit === 'months' && steps.length === 3
  if (!wholeMonths) countTo(run, lastMinute(course), false, calendar)
  const dueDay = dayNumberOf(course.due)
  if (course.mode === 'calendar-days' && dueDay > course.last) {
    steps.push(...stepsOff(course.last, dueDay, calendar))
    steps.push({ kind: 'last-day-moved', from: dayText(course.last), to: dayText(dueDay) })
  }
  steps.push({ kind: 'due', at: officeText(course.due) })
}

function isUnconfirmed(from: number, to: number, calendar: WorkingCalendar): boolean {
  const last = dayNumberOf(to)
  for (let day = dayNumberOf(from); day <= last; day++) if (dayFacts(day, calendar).unconfirmed) return true
  return false
}
