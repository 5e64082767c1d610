import { z } from 'zod'
import { endpoint, type FileAnswer } from '#kernel/endpoint.ts'
import { bothField, dayField } from '#kernel/fields.ts'

export const EXPORT_FORMAT = 'hai-dang-procedures-1'
export const MOST_IMPORTED = 1000
const IMPORT_BYTES = 20 * 1024 * 1024

export const exportProcedures = endpoint({
  id: 'procedures.export-procedures',
  method: 'GET',
  path: '/procedures/export',
  permission: 'procedures:read',
  answers: 'file',
  perMinute: 20,
  summary: { vi: 'Xuất danh mục thủ tục', en: 'Export the catalogue' },
  input: z.object({
    /** `json`: everything, to be imported elsewhere. `xlsx`: the list. */
    format: z.enum(['json', 'xlsx']),
    day: dayField.optional(),
  }),
  output: z.custom<FileAnswer>((value) => typeof value === 'object' && value !== null && 'bytes' in value),
})

/** Each row is checked by itself: a bad one is named and the rest is still looked at; with a fault nothing is stored. */
export const importProcedures = endpoint({
  id: 'procedures.import-procedures',
  method: 'POST',
  path: '/procedures/import',
  permission: 'procedures:write',
  maxBytes: IMPORT_BYTES,
  perMinute: 20,
  summary: { vi: 'Nhập danh mục thủ tục', en: 'Import procedures' },
  input: z.object({
    format: z.literal(EXPORT_FORMAT),
    procedures: z.array(z.unknown()).min(1).max(MOST_IMPORTED),
    dryRun: z.boolean().default(true),
  }),
  output: z.object({
    stored: z.boolean(),
    rows: z.array(
      z.object({
        /** From 0. */
        index: z.number(),
        code: z.string().nullable(),
        /** What becomes, or would become, of it: a new procedure, a new draft of one, its draft anew, or nothing at all. */
        outcome: z.enum(['new', 'draft', 'unchanged', 'faulty']),
        faults: z.array(z.object({ path: z.string(), code: z.string(), message: bothField })),
      }),
    ),
  }),
})
