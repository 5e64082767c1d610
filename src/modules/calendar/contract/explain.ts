import { z } from 'zod'
import { isDay } from '#kernel/calendar.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { idField, line } from '#kernel/fields.ts'
import { isClock } from '#kernel/work-time/clock.ts'
import { Term } from '#kernel/work-time/term.ts'
import { TraceStep } from '#kernel/work-time/trace.ts'

/** Office time, `2026-11-20T16:40`. */
const timeField = z
  .string()
  .refine((text) => isDay(text.slice(0, 10)) && text[10] === 'T' && isClock(text.slice(11)), 'calendar/not-a-time')

export const explainDeadline = endpoint({
  id: 'calendar.explain-deadline',
  method: 'POST',
  changes: false,
  path: '/calendar/deadline',
  permission: 'signed-in',
  summary: { vi: 'Tính thử một thời hạn', en: 'Try a deadline' },
  input: z.object({
    receivedAt: timeField,
    term: Term,
    /** Whose hours count; the nation's when null. */
    unitId: idField.nullable().default(null),
    pauses: z
      .array(z.object({ from: timeField, to: timeField.nullable(), reason: line(200) }))
      .max(20)
      .default([]),
    extensions: z
      .array(z.object({ at: timeField, term: Term, reason: line(200) }))
      .max(20)
      .default([]),
  }),
  output: z.object({
    /** null while paused. */
    dueAt: timeField.nullable(),
    remainingMinutes: z.number().nullable(),
    unconfirmed: z.boolean(),
    trace: z.array(TraceStep),
    /** The trace in words. */
    sentences: z.object({ vi: z.array(z.string()), en: z.array(z.string()) }),
  }),
})
