import { z } from 'zod'
import { isDay } from './calendar.ts'

/**
 * One line of text a person typed: trimmed, in Unicode NFC (so that `ệ` is one letter however it was typed),
 * without control characters, which PostgreSQL or a printer would refuse.
 */
export const line = (maxLength: number) =>
  z
    .string()
    .max(maxLength * 4)
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(maxLength)
        .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'platform/unstorable-character'),
    )

/** Several lines of text: as `line`, but line breaks and tabs may stand in it, and it may be empty. */
export const paragraphs = (maxLength: number) =>
  z
    .string()
    .max(maxLength * 4)
    .transform((text) => text.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .max(maxLength)
        // biome-ignore lint: the control characters are what is refused
        .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u, 'platform/unstorable-character'),
    )

/** A calendar day, `2026-11-21`. */
export const dayField = z.string().refine(isDay, 'platform/not-a-day')

/** An id made by `newId`. */
export const idField = z.uuid()

/** How many rows a page holds; lists are never unbounded. */
export const limitField = z.coerce.number().int().min(1).max(500).default(50)

/** A true-or-false that also arrives as query text. */
export const flagField = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])

/** An instant on its way out: a `Date` inside, ISO text (`2026-11-21T07:00:00.000Z`) outside. */
export const momentField = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString() : value),
  z.iso.datetime(),
)

/** A text in both languages on its way out. */
export const bothField = z.object({ vi: z.string(), en: z.string() })
