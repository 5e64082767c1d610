import { z } from 'zod'
import { TIME_UNITS } from './term.ts'

/** `2026-11-20T16:40`, office clock. */
const time = z.string()
const day = z.string()
const plainTerm = z.object({ amount: z.number(), unit: z.enum(TIME_UNITS), rule: z.enum(['hours', 'days']) }).readonly()
/** What a special day is called, and what it rests on. */
const special = z
  .object({ name: z.string(), nameEn: z.string().nullable(), decision: z.string().nullable() })
  .readonly()

const received = z.object({ kind: z.literal('received'), at: time, term: plainTerm })
/** Counting begins later than the clock says, and why. */
const moved = z.object({
  kind: z.literal('moved-to-opening'),
  from: time,
  to: time,
  why: z.enum(['before-opening', 'between-sessions', 'after-closing', 'day-off']),
})
/** The day of receipt (or of resuming) is not counted under the day rule. */
const excluded = z.object({ kind: z.literal('excluded'), day })
/** In-day: whether it came in before the cut-off. */
const inDay = z.object({ kind: z.literal('in-day'), cutOff: z.string(), before: z.boolean() })
/** A working day, or the part of one between two clocks. `total` is what is counted so far, this step included. */
const counted = z.object({
  kind: z.literal('counted'),
  day,
  from: z.string(),
  to: z.string(),
  /** Minutes of this step and so far; null under the day rule. */
  minutes: z.number().nullable(),
  totalMinutes: z.number().nullable(),
  /** Which working day this is; null when minutes are counted. */
  nth: z.number().nullable(),
  /** Set when it is a weekend day worked instead of another. */
  makeUp: special.nullable(),
  unconfirmed: z.boolean(),
})
/** Calendar days, all of them, off or not: `days` from `from` to `to`, both included. */
const span = z.object({ kind: z.literal('counted-span'), from: day, to: day, days: z.number(), total: z.number() })
/** A term of months from a day to the same day of the later month, or to its last. */
const months = z.object({ kind: z.literal('counted-months'), from: day, to: day, months: z.number() })
/** Consecutive days that are not counted for the same reason. */
const skipped = z.object({
  kind: z.literal('skipped'),
  from: day,
  to: day,
  why: z.enum(['weekend', 'off']),
  special: special.nullable(),
  unconfirmed: z.boolean(),
})
/** What is left when a pause begins: working minutes, working days or calendar days. */
const paused = z.object({
  kind: z.literal('paused'),
  at: time,
  reason: z.string(),
  left: z.number(),
  of: z.enum(['minutes', 'working-days', 'calendar-days']),
})
const resumed = z.object({ kind: z.literal('resumed'), at: time })
const extended = z.object({
  kind: z.literal('extended'),
  at: time,
  reason: z.string(),
  term: plainTerm.nullable(),
  /** The due time from then on, pauses still to come left aside. */
  dueAt: time,
})
/** The last calendar day is off; the days in between stand as skipped steps before this one. */
const lastDayMoved = z.object({ kind: z.literal('last-day-moved'), from: day, to: day })
const due = z.object({ kind: z.literal('due'), at: time })

/** One step of how a deadline was counted, in the order of time, complete enough to recount it by hand. */
export const TraceStep = z.discriminatedUnion('kind', [
  received,
  moved,
  excluded,
  inDay,
  counted,
  span,
  months,
  skipped,
  paused,
  resumed,
  extended,
  lastDayMoved,
  due,
])
export type TraceStep = Readonly<z.infer<typeof TraceStep>>
/** A step of one kind. */
export type StepOf<Kind extends TraceStep['kind']> = Extract<TraceStep, { kind: Kind }>
