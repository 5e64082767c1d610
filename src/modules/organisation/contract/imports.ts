import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { dayField, flagField, idField } from '#kernel/fields.ts'
import { IMPORT_RESULTS } from '../domain/kinds.ts'
import { decisionInput } from './decision.ts'

export const ImportDifference = z.object({
  /** Row of the file as a person counts it (the heading is 1); null for units that the file does not name. */
  row: z.number().int().nullable(),
  result: z.enum(IMPORT_RESULTS),
  code: z.string().nullable(),
  name: z.string(),
  /** What stood before; null when there was nothing. */
  before: z.string().nullable(),
  unitId: idField.nullable(),
  problem: z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
})
export type ImportDifference = z.infer<typeof ImportDifference>

const importInput = z.object({
  /** An uploaded file, or its text with its format. */
  fileId: idField.optional(),
  text: z.string().max(20_000_000).optional(),
  format: z.enum(['csv', 'json']).optional(),
  /** The day from which the list holds. */
  asOf: dayField,
  /** The list stands under this unit; without it, provinces stand under the country. */
  rootId: idField.optional(),
  /** The list is complete: what it does not name and no row succeeds, ends that day. */
  complete: flagField.default(false),
  decision: decisionInput.nullable().default(null),
})

const ImportReport = z.object({
  rows: z.number().int(),
  counts: z.record(z.enum(IMPORT_RESULTS), z.number().int()),
  differences: z.array(ImportDifference),
  /** Whether it was stored: never by half. */
  stored: z.boolean(),
})
export type ImportReport = z.infer<typeof ImportReport>

export const previewImport = endpoint({
  id: 'organisation.preview-import',
  method: 'POST',
  path: '/organisation/imports/preview',
  permission: 'organisation:import',
  summary: { vi: 'Chạy thử việc nhập danh mục đơn vị', en: 'Dry run of an import of units' },
  audit: 'none',
  idempotent: false,
  maxBytes: 25 * 1024 * 1024,
  input: importInput,
  output: ImportReport,
})

export const importUnits = endpoint({
  id: 'organisation.import-units',
  method: 'POST',
  path: '/organisation/imports',
  permission: 'organisation:import',
  summary: {
    vi: 'Nhập danh mục đơn vị (CSV, JSON): tất cả hoặc không',
    en: 'Import units (CSV, JSON): all or nothing',
  },
  maxBytes: 25 * 1024 * 1024,
  input: importInput,
  output: ImportReport,
})
