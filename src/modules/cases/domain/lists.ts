import { addDays, type Day, dayAt, startOfDay } from '#kernel/calendar.ts'
import { BUSINESS_STATES, type BusinessState, type List, OPEN_STATES } from './words.ts'

/** The ways in which a unit has to do with a case: it holds it now, decides it, received it, helped to file it. */
export const UNIT_ROLES = ['holder', 'competent', 'received', 'helped'] as const
export type UnitRole = (typeof UNIT_ROLES)[number]

/** `today` still ahead today; `soon` ahead, at the latest at the end of the second working day from today; `past` gone by. */
export type DueWindow = 'today' | 'soon' | 'past'

/** By which moment a list is ordered, soonest first, rows without one last; equal ones by id. `newest`: by id alone, downwards. */
export type ListOrder = 'due' | 'ended' | 'opinion-due' | 'letter-due' | 'newest'

export type ListRule = {
  readonly states: readonly BusinessState[]
  /** A case stands in the list of a unit that has one of these roles. */
  readonly roles: readonly UnitRole[]
  /** Only cases on which the asker works. */
  readonly mine: boolean
  /** Only cases whose clock runs (they have a due moment), and where it stands; null: all. */
  readonly due: DueWindow | null
  /** Only cases on which one of the units was asked for an opinion and has not answered. */
  readonly opinion: boolean
  /** Only cases whose citizen wrote and waits for an answer. */
  readonly letter: boolean
  readonly order: ListOrder
}

/** A draft is its citizen's alone: no official finds it in any list. */
const SEEN_STATES = BUSINESS_STATES.filter((state) => state !== 'draft')

const RESPONSIBLE = ['holder', 'competent'] as const
const open = (rest: Partial<ListRule>): ListRule => ({
  states: OPEN_STATES,
  roles: ['holder'],
  mine: false,
  due: null,
  opinion: false,
  letter: false,
  order: 'due',
  ...rest,
})

/** What stands in which list. The SQL of the lists, of their counts and `isInList` are all made from this table. */
export const LIST_RULES: Readonly<Record<List, ListRule>> = {
  mine: open({ mine: true, roles: UNIT_ROLES }),
  unit: open({}),
  'due-today': open({ due: 'today', roles: RESPONSIBLE }),
  'due-soon': open({ due: 'soon', roles: RESPONSIBLE }),
  overdue: open({ due: 'past', roles: RESPONSIBLE }),
  'waiting-citizen': open({ states: ['supplement', 'payment'], roles: ['holder', 'competent', 'received'] }),
  'to-receive': open({ states: ['submitted'], roles: ['competent', 'received'] }),
  'to-return': open({ states: ['decided'], roles: ['received'], order: 'ended' }),
  opinions: open({ opinion: true, roles: [], order: 'opinion-due' }),
  letters: open({ states: SEEN_STATES, letter: true, order: 'letter-due' }),
  all: open({ states: SEEN_STATES, roles: UNIT_ROLES, order: 'newest' }),
}

/** The moments that part the due windows: now, and the ends (exclusive) of today and of the second working day from today. */
export type DueMoments = { readonly now: Date; readonly endOfToday: Date; readonly endOfSoon: Date }

/** The moments at `now`; `plusWorkingDays` counts by the calendar of the asker. */
export function dueMoments(now: Date, plusWorkingDays: (day: Day, count: number) => Day): DueMoments {
  const today = dayAt(now)
  const endOf = (day: Day) => startOfDay(addDays(day, 1))
  return { now, endOfToday: endOf(today), endOfSoon: endOf(plusWorkingDays(today, 2)) }
}

/** From when (inclusive; null: ever) to when (exclusive) a due moment lies in a window. What is due this very moment is not late. */
export function windowOf(due: DueWindow, moments: DueMoments): { readonly from: Date | null; readonly before: Date } {
  if (due === 'past') return { from: null, before: moments.now }
  return { from: moments.now, before: due === 'today' ? moments.endOfToday : moments.endOfSoon }
}

/** What decides in which lists a case stands. */
export type Standing = {
  readonly units: Readonly<Record<UnitRole, string | null>>
  readonly business: BusinessState
  readonly assigneeId: string | null
  readonly dueAt: Date | null
  /** Units that were ever asked, and those that still owe their answer. */
  readonly asked: readonly string[]
  readonly unanswered: readonly string[]
  /** Whether the citizen waits for an answer. */
  readonly letterWaits: boolean
}

/** Who asks: over which units (null: everywhere), and which of them the filter names (null: none named). */
export type Asker = {
  readonly accountId: string
  readonly units: ReadonlySet<string> | null
  readonly chosen: ReadonlySet<string> | null
}

const within = (units: ReadonlySet<string> | null, unitId: string | null) =>
  units === null || (unitId !== null && units.has(unitId))

/** Whether the asker may know of the case at all: one of its units is theirs, or one of theirs was asked. */
export function maySee(standing: Standing, asker: Asker): boolean {
  if (standing.business === 'draft') return false
  if (asker.units === null) return true
  const roles = UNIT_ROLES.some((role) => within(asker.units, standing.units[role]))
  return roles || standing.asked.some((unitId) => within(asker.units, unitId))
}

/** Whether the case stands in the list. */
export function isInList(list: List, standing: Standing, asker: Asker, moments: DueMoments): boolean {
  const rule = LIST_RULES[list]
  if (!maySee(standing, asker) || !rule.states.includes(standing.business)) return false
  if (rule.mine && standing.assigneeId !== asker.accountId) return false
  if (rule.due && !liesIn(standing.dueAt, windowOf(rule.due, moments))) return false
  if (rule.letter && !standing.letterWaits) return false
  if (rule.opinion) return standing.unanswered.some((unitId) => within(narrow(asker), unitId))
  return hasRole(rule, standing, asker)
}

function hasRole(rule: ListRule, standing: Standing, asker: Asker): boolean {
  // What is mine, and what I may see at all, I see by whichever right; a named unit must have a role of its own.
  const units = rule.roles === UNIT_ROLES ? asker.chosen : narrow(asker)
  if (rule.roles.some((role) => within(units, standing.units[role]))) return true
  return rule.roles === UNIT_ROLES && standing.asked.some((unitId) => within(units, unitId))
}

const narrow = ({ units, chosen }: Asker) => chosen ?? units

function liesIn(dueAt: Date | null, { from, before }: { readonly from: Date | null; readonly before: Date }): boolean {
  return dueAt !== null && dueAt < before && (from === null || dueAt >= from)
}
