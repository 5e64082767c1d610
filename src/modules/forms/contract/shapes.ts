import { z } from 'zod'
import { bothField, dayField, idField, momentField } from '#kernel/fields.ts'

/** What the linter found; an error forbids publishing. `place`: `fields.ho_ten`, `steps.buoc-1`, `checks.0`; empty: the whole. */
export const Finding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  place: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  message: bothField,
})
export const Coverage = z.object({
  /** Conditions of the form, those that made-up answers made hold and fail, and how many answers were made up. */
  conditions: z.number(),
  reached: z.number(),
  tried: z.number(),
})

/** A version of a form without what it asks. */
export const FormVersion = z.object({
  id: idField,
  number: z.number(),
  state: z.enum(['draft', 'published']),
  /** In force from the day until before the other; a draft has none. */
  validFrom: dayField.nullable(),
  validTo: dayField.nullable(),
  /** SHA-256 of the definition: kept with each submission. */
  hash: z.string(),
  title: bothField,
  /** Codes of the procedures that use it. */
  procedures: z.array(z.string()),
  fieldCount: z.number(),
  demonstration: z.boolean(),
  publishedAt: momentField.nullable(),
  changedAt: momentField,
  /** To be sent back with the next save of a draft. */
  revision: z.number(),
})
export type FormVersion = z.infer<typeof FormVersion>

/** One thing wrong with an answer, or doubtful. `path`: `ho_ten`, `thanh_vien.3.ngay_sinh`; empty: the whole. */
export const Trouble = z.object({
  path: z.string(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  message: bothField,
})

/** A step of a filled form in words: what people read instead of the paper. An empty value was not answered. */
export const ReadStep = z.object({
  code: z.string(),
  title: z.string(),
  blocks: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('line'), label: z.string(), value: z.string() }),
      z.object({ kind: z.literal('heading'), text: z.string() }),
      z.object({ kind: z.literal('note'), text: z.string() }),
      z.object({
        kind: z.literal('table'),
        label: z.string(),
        head: z.array(z.string()),
        rows: z.array(z.array(z.string())),
      }),
    ]),
  ),
})
export type ReadStep = z.infer<typeof ReadStep>
