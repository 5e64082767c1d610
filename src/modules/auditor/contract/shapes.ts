import { z } from 'zod'
import { bothField, idField } from '#kernel/fields.ts'
import { parsePeriodKey } from '#kernel/period.ts'
import { DECISIONS } from '../domain/decision.ts'
import { DOCUMENT_FORMATS, type Block as DocumentBlock } from '../domain/document.ts'
import { type Correction as DomainCorrection, SEVERITIES } from '../domain/finding.ts'
import { STATES } from '../domain/finding-words.ts'

export const severity = z.enum(SEVERITIES)
export const state = z.enum(STATES)
/** `2023-9M`, `2026-Q3` … (kernel/period). */
export const periodField = z.string().refine((text) => parsePeriodKey(text) !== null, 'auditor/bad-period')

const Spot = z.object({
  block: z.number().int(),
  row: z.number().int().optional(),
  column: z.number().int().optional(),
  from: z.number().int().optional(),
  to: z.number().int().optional(),
})
export const Place = Spot.extend({ quote: z.string(), where: bothField })

const correction = z.object({
  kind: z.enum([
    'swap',
    'transpose',
    'lost-mark',
    'wrong-denominator',
    'wrong-total',
    'wrong-ratio',
    'wrong-date',
    'other',
  ]),
  says: bothField,
  changes: z.array(z.object({ spot: Spot, from: z.string(), to: z.string() })),
  confirmedBy: z.array(Spot),
})
/** The schema of the domain's own type: its lists are read-only, which zod's are not. */
export const Correction = correction as unknown as z.ZodType<DomainCorrection, DomainCorrection>

export const Decision = z.object({
  decision: z.enum(DECISIONS),
  reason: z.string(),
  byName: z.string(),
  at: z.string(),
  /** The version of the report in which it was decided. */
  version: z.number().int(),
  /** What the document said then. */
  stated: bothField,
})
export type Decision = z.infer<typeof Decision>

export const FindingShown = z.object({
  rule: z.string(),
  key: z.string(),
  placeKey: z.string(),
  severity,
  places: z.array(Place).readonly(),
  stated: bothField,
  worked: bothField,
  why: bothField,
  correction: Correction.optional(),
  notes: z.array(bothField).readonly().optional(),
  state,
  /** The last word on this very finding, from whichever version of the report. */
  decision: Decision.nullable(),
  /** With nothing decided: the last word on the same place when it held other numbers. */
  earlier: Decision.nullable(),
})
export type FindingShown = z.infer<typeof FindingShown>

const origin = z.object({
  page: z.number().optional(),
  line: z.number().optional(),
  sheet: z.string().optional(),
  address: z.string().optional(),
  wordParagraph: z.number().optional(),
  key: z.string().optional(),
})
const cell = z.object({
  text: z.string(),
  row: z.number().int(),
  column: z.number().int(),
  rowSpan: z.number().int().optional(),
  columnSpan: z.number().int().optional(),
  bold: z.boolean().optional(),
  number: z.number().optional(),
  formula: z.string().optional(),
  hidden: z.boolean().optional(),
  origin: origin.optional(),
})
const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string(), heading: z.number().optional(), origin }),
  z.object({
    kind: z.literal('table'),
    rows: z.array(z.array(cell)),
    width: z.number().int(),
    headerRows: z.number().int().optional(),
    caption: z.string().optional(),
    origin,
  }),
])
/** The schema of the domain's own type (`domain/document.ts`). */
export const Block = block as unknown as z.ZodType<DocumentBlock, DocumentBlock>

const counts = z.object({ proved: z.number().int(), likely: z.number().int(), look: z.number().int() })

export const AuditRow = z.object({
  auditId: idField,
  seriesId: idField,
  /** From 1, counted in the series: versions of one report. */
  version: z.number().int(),
  /** Whether no later version of the report was audited. */
  latest: z.boolean(),
  title: z.string(),
  fileName: z.string(),
  format: z.enum(DOCUMENT_FORMATS),
  source: z.enum(['file', 'report']),
  /** The report of ours, when it is one. */
  reportId: z.string().nullable(),
  unitId: idField,
  unitName: z.string(),
  period: z.string().nullable(),
  /** When the rules last looked at it, and who asked. */
  auditedAt: z.string(),
  auditedByName: z.string(),
  /** All findings, and those of them still open. */
  found: counts,
  open: counts,
  checked: z.object({
    tables: z.number().int(),
    numbers: z.number().int(),
    statements: z.number().int(),
    references: z.number().int(),
  }),
  demonstration: z.boolean(),
})
export type AuditRow = z.infer<typeof AuditRow>
