import { z } from 'zod'
import { parsePeriodKey } from '#kernel/period.ts'
import { FIGURE_STATES, REACHES, TARGET_LEVELS } from '../domain/figure.ts'
import type { FilledReport as Filled } from '../domain/filled.ts'

/** `2023-9M`, `2026-Q3` … (kernel/period). */
export const periodField = z.string().refine((text) => parsePeriodKey(text) !== null, 'reports/bad-period')

const Period = z.object({
  kind: z.enum(['month', 'quarter', 'half', 'nine-months', 'year']),
  year: z.number().int(),
  number: z.number().int(),
})

export const Figure = z.object({
  key: z.string(),
  subject: z.object({ kind: z.enum(['indicator', 'measure']), code: z.string() }),
  name: z.string(),
  unitOfMeasure: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  reach: z.enum(REACHES),
  period: Period,
  from: z.string(),
  to: z.string(),
  state: z.enum(FIGURE_STATES),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  quality: z.enum(['exact', 'estimated', 'not-derivable']),
  formula: z.string(),
  targets: z.array(
    z.object({ level: z.enum(TARGET_LEVELS), text: z.string(), verdict: z.enum(['met', 'near', 'missed', 'unknown']) }),
  ),
  note: z.string().nullable(),
  parts: z.array(z.string()),
})

const Run = z.object({
  text: z.string(),
  figure: z.string().optional(),
  missing: z.boolean().optional(),
  broken: z.boolean().optional(),
})
const Runs = z.array(Run)

const FilledCell = z.object({
  runs: Runs,
  align: z.enum(['left', 'center', 'right']),
  bold: z.boolean().optional(),
  span: z.number().optional(),
  number: z.number().optional(),
  format: z.enum(['count', 'percent']).optional(),
  formula: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('ratio'), numerator: z.number(), denominator: z.number() }),
      z.object({ kind: z.literal('sum'), rows: z.array(z.number()) }),
    ])
    .optional(),
  parts: z.array(z.object({ label: z.string(), numerator: z.number(), denominator: z.number() })).optional(),
  said: z.string().optional(),
  editable: z.string().optional(),
})

const FilledTable = z.object({
  kind: z.literal('table'),
  key: z.string(),
  caption: z.string(),
  columns: z.array(z.object({ key: z.string(), width: z.number(), result: z.boolean() })),
  header: z.array(z.array(z.object({ text: z.string(), column: z.number(), columns: z.number(), rows: z.number() }))),
  rows: z.array(z.object({ kind: z.enum(['heading', 'data', 'total']), key: z.string(), cells: z.array(FilledCell) })),
})

const FilledText = z.object({
  kind: z.literal('text'),
  key: z.string(),
  style: z.enum(['paragraph', 'bullet', 'italic']),
  paragraphs: z.array(Runs),
  hand: z.object({ prompt: z.string(), required: z.boolean() }).optional(),
})

export const Missing = z.object({
  kind: z.enum(['figure', 'text', 'placeholder']),
  sectionKey: z.string(),
  section: z.string(),
  what: z.string(),
  state: z.enum([...FIGURE_STATES, 'not-written', 'broken']),
  figure: z.string().nullable(),
  askUnitId: z.string().nullable(),
  askUnitName: z.string(),
})

/** What leaves of a filled report; domain/filled.ts says what each part means. */
const filledReport = z.object({
  header: z.object({
    parentAgency: z.string(),
    agency: z.string(),
    place: z.string(),
    typeName: z.string(),
    symbol: z.string(),
    number: z.string().nullable(),
    issuedOn: z.string().nullable(),
    abstract: z.string(),
    bases: z.array(z.string()),
    opening: z.array(Runs),
  }),
  unitId: z.string(),
  unitName: z.string(),
  period: Period,
  regime: z.enum(['cut-off', 'calendar']),
  from: z.string(),
  to: z.string(),
  periodText: z.string(),
  rangeText: z.string(),
  restText: z.string(),
  structureDay: z.string(),
  sections: z.array(
    z.object({
      key: z.string(),
      number: z.string(),
      title: z.string(),
      level: z.number(),
      blocks: z.array(z.discriminatedUnion('kind', [FilledText, FilledTable])),
    }),
  ),
  closing: z.array(Runs),
  recipients: z.array(z.string()),
  signer: z.object({ lines: z.array(z.string()), name: z.string() }),
  figures: z.record(z.string(), Figure),
  missing: z.array(Missing),
  demonstration: z.boolean(),
})

/** The schema of the domain's own type: its lists are read-only, which zod's are not. */
export const FilledReport = filledReport as unknown as z.ZodType<Filled, Filled>
