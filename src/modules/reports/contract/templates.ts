import { z } from 'zod'
import { endpoint, type FileAnswer } from '#kernel/endpoint.ts'
import { dayField, idField, limitField, line } from '#kernel/fields.ts'
import { Template } from '../domain/template.ts'
import { FilledReport, periodField } from './shapes.ts'

export const TemplateRow = z.object({
  templateId: idField,
  code: z.string(),
  name: z.string(),
  version: z.number().int(),
  periodKind: Template.shape.periodKind,
  regime: Template.shape.regime,
  savedAt: z.string(),
  savedByName: z.string(),
})
export type TemplateRow = z.infer<typeof TemplateRow>

export const listTemplates = endpoint({
  id: 'reports.list-templates',
  method: 'GET',
  path: '/reports/templates',
  permission: 'reports:read',
  summary: { vi: 'Liệt kê mẫu báo cáo', en: 'List the report templates' },
  input: z.object({ after: idField.optional(), limit: limitField }),
  output: z.object({ templates: z.array(TemplateRow) }),
})

export const getTemplate = endpoint({
  id: 'reports.get-template',
  method: 'GET',
  path: '/reports/templates/:templateId',
  permission: 'reports:read',
  summary: { vi: 'Xem một mẫu báo cáo', en: 'Show a report template' },
  input: z.object({ templateId: idField, version: z.coerce.number().int().min(1).optional() }),
  output: TemplateRow.extend({
    body: Template,
    versions: z.array(
      z.object({ version: z.number().int(), savedAt: z.string(), savedByName: z.string(), note: z.string() }),
    ),
  }),
})

export const Change = z.object({
  change: z.enum(['added', 'removed', 'changed']),
  place: z.string(),
  title: z.string(),
})

export const saveTemplate = endpoint({
  id: 'reports.save-template',
  method: 'POST',
  path: '/reports/templates',
  permission: 'reports:define',
  summary: { vi: 'Lưu mẫu báo cáo (phiên bản mới)', en: 'Save a report template as a new version' },
  input: z.object({
    code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,79}$/, 'reports/bad-template-code'),
    name: line(300),
    body: Template,
    /** The version the editor began from; 0 for a new template. */
    basedOn: z.number().int().min(0),
    note: line(500).or(z.literal('')).default(''),
  }),
  output: z.object({ templateId: idField, version: z.number().int(), changes: z.array(Change) }),
  maxBytes: 4 * 1024 * 1024,
})

export const differenceOfTemplate = endpoint({
  id: 'reports.difference-of-template',
  method: 'GET',
  path: '/reports/templates/:templateId/difference',
  permission: 'reports:read',
  summary: { vi: 'So sánh hai phiên bản của mẫu', en: 'Compare two versions of a template' },
  input: z.object({
    templateId: idField,
    from: z.coerce.number().int().min(1),
    to: z.coerce.number().int().min(1),
  }),
  output: z.object({ changes: z.array(Change) }),
})

export const previewTemplate = endpoint({
  id: 'reports.preview-template',
  method: 'POST',
  path: '/reports/template-previews',
  permission: 'reports:define',
  audit: 'none',
  idempotent: false,
  summary: { vi: 'Xem thử mẫu với số liệu thật', en: 'Preview a template with real figures' },
  input: z.object({ body: Template, unitId: idField, period: periodField, structureDay: dayField.optional() }),
  output: z.object({ document: FilledReport }),
  maxBytes: 4 * 1024 * 1024,
})

const Placeholder = z.object({ source: z.string(), reason: z.string().nullable() })
export const WordTemplateRow = z.object({
  wordTemplateId: idField,
  name: z.string(),
  uploadedAt: z.string(),
  uploadedByName: z.string(),
  placeholders: z.array(z.string()),
  unknown: z.array(Placeholder),
})
export type WordTemplateRow = z.infer<typeof WordTemplateRow>

export const uploadWordTemplate = endpoint({
  id: 'reports.upload-word-template',
  method: 'POST',
  path: '/reports/templates/:templateId/word-templates',
  permission: 'reports:define',
  summary: { vi: 'Thêm mẫu Word của cơ quan', en: "Add an office's own Word template" },
  input: z.object({ templateId: idField, fileId: idField, name: line(200) }),
  output: WordTemplateRow,
})

export const listWordTemplates = endpoint({
  id: 'reports.list-word-templates',
  method: 'GET',
  path: '/reports/templates/:templateId/word-templates',
  permission: 'reports:read',
  summary: { vi: 'Liệt kê mẫu Word của cơ quan', en: "List the office's own Word templates" },
  input: z.object({ templateId: idField }),
  output: z.object({ wordTemplates: z.array(WordTemplateRow) }),
})

export const FileOut = z.custom<FileAnswer>((value) => typeof value === 'object' && value !== null && 'bytes' in value)

export const sampleWordTemplate = endpoint({
  id: 'reports.sample-word-template',
  method: 'GET',
  path: '/reports/templates/:templateId/word-sample',
  permission: 'reports:read',
  answers: 'file',
  summary: { vi: 'Tải mẫu Word có sẵn chỗ điền', en: 'Download a Word file with every placeholder to begin from' },
  input: z.object({ templateId: idField }),
  output: FileOut,
})
