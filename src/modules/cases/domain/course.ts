import { type WorkingCalendar, workingMinutesBetween } from '#kernel/work-time/working-calendar.ts'
import type { Act, BusinessState } from './words.ts'

/** What of a case's log tells where its time went. `assigneeName` undefined: as before. */
export type LogAct = {
  readonly act: Act
  readonly at: Date
  readonly toState: BusinessState
  readonly toStep: string | null
  readonly actorName: string
  readonly assigneeName?: string | null | undefined
}
/** A time at one step, in working minutes during which the unit (and not the citizen) was to act. */
export type Stay = {
  readonly stepId: string
  readonly from: Date
  readonly minutes: number
  /** Who had it, else who handed it on; null while nobody has. */
  readonly personName: string | null
}

const WORKED: readonly BusinessState[] = ['received', 'processing']

/** The stays of a case from its receipt until its end or `until`, in order; coming back to a step is a stay of its own. */
export function staysOf(acts: readonly LogAct[], until: Date, calendar: WorkingCalendar): readonly Stay[] {
  const stays: Stay[] = []
  let assignee: string | null = null
  for (const [place, one] of acts.entries()) {
    if (one.assigneeName !== undefined) assignee = one.assigneeName
    if (one.at >= until) break
    const next = acts[place + 1]
    const to = next && next.at < until ? next.at : until
    if (!WORKED.includes(one.toState)) continue
    const stepId = one.toStep ?? 'start'
    const minutes = workingMinutesBetween(one.at, to, calendar)
    const last = stays.at(-1)
    const personName = assignee ?? (next && next.at <= until ? next.actorName : null)
    if (last && last.stepId === stepId)
      stays[stays.length - 1] = { ...last, minutes: last.minutes + minutes, personName: personName ?? last.personName }
    else stays.push({ stepId, from: one.at, minutes, personName })
  }
  return stays
}

/** Working minutes from first entering each step to the end; `*` from receipt. */
export function minutesToEnd(stays: readonly Stay[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  let rest = 0
  for (const { stepId, minutes } of stays.toReversed()) {
    rest += minutes
    found.set(stepId, rest)
  }
  found.set('*', rest)
  return found
}

export type Responsible = { readonly stepId: string; readonly personName: string | null; readonly overMinutes: number }

/**
 * The step that used the most working time beyond its own limit, and who had the case there; null when none did. A step without a limit of its
 * own is held against an equal part of the whole term. All stays at a step count together.
 */
export function responsibleFor(
  stays: readonly Stay[],
  limitOf: (stepId: string) => number | null,
  termMinutes: number,
): Responsible | null {
  const used = new Map<string, { minutes: number; personName: string | null }>()
  for (const { stepId, minutes, personName } of stays) {
    const before = used.get(stepId)
    used.set(stepId, {
      minutes: (before?.minutes ?? 0) + minutes,
      personName: personName ?? before?.personName ?? null,
    })
  }
  const fair = termMinutes / Math.max(1, used.size)
  const over = [...used].map(([stepId, { minutes, personName }]) => ({
    stepId,
    personName,
    overMinutes: Math.round(minutes - (limitOf(stepId) ?? fair)),
  }))
  const most = over.reduce<Responsible | null>(
    (worst, one) => (one.overMinutes > (worst?.overMinutes ?? 0) ? one : worst),
    null,
  )
  return most
}
