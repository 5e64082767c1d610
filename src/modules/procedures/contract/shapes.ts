import { z } from 'zod'
import { bothField, dayField, idField, momentField } from '#kernel/fields.ts'
import { ONLINE_LEVELS } from '../domain/content.ts'

export const Field = z.object({ code: z.string(), name: bothField })
export type Field = z.infer<typeof Field>

export const VERSION_STATES = ['draft', 'published', 'abolished'] as const
export const DECISION_KINDS = ['new', 'amended', 'abolished'] as const
export const ANNOUNCERS = ['province', 'ministry'] as const
export const PROCESS_STATES = ['draft', 'published', 'replaced', 'withdrawn'] as const

/** A version of a procedure without its content. */
export const VersionHead = z.object({
  id: idField,
  number: z.number(),
  state: z.enum(VERSION_STATES),
  /** In force from the day until before the other; a draft has none. */
  validFrom: dayField.nullable(),
  validTo: dayField.nullable(),
  name: bothField,
  fieldCode: z.string(),
  onlineLevel: z.enum(ONLINE_LEVELS),
  demonstration: z.boolean(),
  decision: z
    .object({
      number: z.string(),
      on: dayField,
      kind: z.enum(DECISION_KINDS),
      announcer: z.enum(ANNOUNCERS),
    })
    .nullable(),
  publishedAt: momentField.nullable(),
  changedAt: momentField,
  /** To be sent back with the next save of a draft. */
  revision: z.number(),
})
export type VersionHead = z.infer<typeof VersionHead>

export const ProcessHead = z.object({
  id: idField,
  /** Null: everywhere; else in the unit and below. */
  unit: z.object({ id: idField, name: z.string() }).nullable(),
  number: z.number(),
  state: z.enum(PROCESS_STATES),
  note: z.string(),
  publishedAt: momentField.nullable(),
  changedAt: momentField,
  revision: z.number(),
})
export type ProcessHead = z.infer<typeof ProcessHead>

/** What a check found; an error forbids publishing. `place` names the part: `nodes.tham-dinh`, `edges.3`, `papers.to-khai`. */
export const Finding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  place: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  message: bothField,
})
export type Finding = z.infer<typeof Finding>
