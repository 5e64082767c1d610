import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField, line } from '#kernel/fields.ts'
import { IMPORT_MODES } from '../domain/import-row.ts'
import { periodKey, regime } from './definitions.ts'

export const Conflict = z.object({
  /** Row of the file as the reader sees it (1 is the first), and the column's letter; 0 and '' for the file as a whole. */
  row: z.number(),
  column: z.string(),
  code: z.string(),
  text: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export const importObservations = endpoint({
  id: 'indicators.import-observations',
  method: 'POST',
  path: '/indicators/imports',
  permission: 'indicators:import',
  maxBytes: 25 * 1024 * 1024,
  summary: { vi: 'Nhập số liệu từ Excel, CSV hoặc khối dán', en: 'Import values from Excel, CSV or pasted cells' },
  input: z.object({
    source: z.union([z.object({ fileId: idField }), z.object({ text: z.string().max(20_000_000) })]),
    /** Used where the rows do not say their period. */
    period: periodKey.nullable().default(null),
    regime: regime.default('cut-off'),
    mode: z.enum(IMPORT_MODES).default('all-or-nothing'),
    dryRun: z.boolean().default(true),
    reason: line(500).or(z.literal('')).default(''),
  }),
  output: z.object({
    importId: z.string().nullable(),
    dryRun: z.boolean(),
    stored: z.boolean(),
    values: z.number(),
    accepted: z.number(),
    created: z.number(),
    changed: z.number(),
    unchanged: z.number(),
    refused: z.number(),
    /** One per bad value; at most 1,000 are listed, `refused` counts all. */
    conflicts: z.array(Conflict),
  }),
})
