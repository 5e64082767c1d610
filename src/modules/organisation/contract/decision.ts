import { z } from 'zod'
import { dayField, idField, line } from '#kernel/fields.ts'

/** The act of an authority on which a change or an appointment rests. */
export const Decision = z.object({
  id: idField,
  number: z.string(),
  issuedOn: dayField.nullable(),
  issuer: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  /** `unchecked`: taken from a secondary source; a person has yet to compare it with the gazette. */
  certainty: z.enum(['checked', 'unchecked']),
})
export type Decision = z.infer<typeof Decision>

/** A decision as it is given in; one with the same number is the same decision. */
export const decisionInput = z.object({
  number: line(100),
  issuedOn: dayField.nullable().default(null),
  issuer: line(200),
  title: line(500),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
  certainty: z.enum(['checked', 'unchecked']).default('checked'),
})
