import { z } from 'zod'
import { endpoint, type FileAnswer } from '#kernel/endpoint.ts'
import { bothField, flagField, idField, limitField, line, paragraphs } from '#kernel/fields.ts'
import { DECISIONS } from '../domain/decision.ts'
import { COLUMN_KINDS, NUMBER_STYLES } from '../domain/reading/reading.ts'
import { AuditRow, Block, FindingShown, periodField, severity, state } from './shapes.ts'

/** Announced to browsers at each audit and each decision. */
export const AUDIT_TOPIC = 'auditor.audit'

/** So many findings come with `get-audit`, the gravest first; the rest by `list-findings`. */
export const MOST_FINDINGS = 1000

export const auditFile = endpoint({
  id: 'auditor.audit-file',
  method: 'POST',
  path: '/auditor/audits',
  permission: 'auditor:write',
  perMinute: 20,
  summary: { vi: 'Kiểm tra một báo cáo từ tệp', en: 'Audit a report from a file' },
  input: z.object({
    /** A file of one's own, put in with `POST /api/files`. */
    fileId: idField,
    /** Whose report it is. */
    unitId: idField,
    /** The report it is a new version of; absent: recognised by unit and title, else a new one. */
    seriesId: idField.optional(),
    /** Default: the title in the document, else the name of the file. */
    title: line(300).optional(),
    /** Default: the period its title names. Stored figures of this period are held against it. */
    period: periodField.optional(),
    demonstration: z.boolean().default(false),
  }),
  output: AuditRow,
})

export const auditAgain = endpoint({
  id: 'auditor.audit-again',
  method: 'POST',
  path: '/auditor/audits/:auditId/runs',
  permission: 'auditor:write',
  perMinute: 20,
  summary: { vi: 'Kiểm tra lại với quy tắc và số liệu mới nhất', en: 'Audit again with the newest rules and figures' },
  input: z.object({ auditId: idField }),
  output: AuditRow,
})

export const listAudits = endpoint({
  id: 'auditor.list-audits',
  method: 'GET',
  path: '/auditor/audits',
  permission: 'auditor:read',
  summary: { vi: 'Liệt kê báo cáo đã kiểm tra', en: 'List the audited reports' },
  input: z.object({
    search: line(100).optional(),
    unitId: idField.optional(),
    seriesId: idField.optional(),
    source: z.enum(['file', 'report']).optional(),
    /** Only the newest version of each report. */
    latest: flagField.default(false),
    /** The id of the last audit of the page before; the newest come first. */
    after: idField.optional(),
    limit: limitField,
  }),
  output: z.object({ audits: z.array(AuditRow) }),
})

export const getAudit = endpoint({
  id: 'auditor.get-audit',
  method: 'GET',
  path: '/auditor/audits/:auditId',
  permission: 'auditor:read',
  summary: { vi: 'Xem kết quả kiểm tra một báo cáo', en: 'Show the audit of a report' },
  input: z.object({ auditId: idField }),
  output: AuditRow.extend({
    /** Blocks of the document; read them with `read-document`. */
    blockCount: z.number().int(),
    /** Headings with the block they stand in, for finding one's way through a long document; at most 500. */
    outline: z.array(z.object({ block: z.number().int(), level: z.number().int(), text: z.string() })),
    /** Gravest first, at most `MOST_FINDINGS`; `findingCount` counts all. */
    findings: z.array(FindingShown),
    findingCount: z.number().int(),
    /** All audited versions of the report, newest first; at most 100. */
    versions: z.array(
      z.object({ auditId: idField, version: z.number().int(), fileName: z.string(), auditedAt: z.string() }),
    ),
    /** Size of the kept original in bytes; `null` when there is none (a report of ours). */
    originalSize: z.number().int().nullable(),
  }),
})

export const readDocument = endpoint({
  id: 'auditor.read-document',
  method: 'GET',
  path: '/auditor/audits/:auditId/document',
  permission: 'auditor:read',
  summary: { vi: 'Đọc nội dung báo cáo đã kiểm tra', en: 'Read the audited document' },
  input: z.object({
    auditId: idField,
    fromBlock: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: z.object({
    fromBlock: z.number().int(),
    blocks: z.array(Block),
    /** The block to go on from; `null` at the end. */
    next: z.number().int().nullable(),
  }),
})

const readColumn = z.object({
  header: z.string(),
  /** The number by which formulas name the column. */
  mark: z.string().nullable(),
  kind: z.enum(COLUMN_KINDS),
  style: z.enum(NUMBER_STYLES),
  /** How sure the reading of its marks is, 0 to 1. */
  sure: z.number(),
  formula: z.string().nullable(),
})

/** How the auditor understood a table of the document. */
export const TableRead = z.object({
  table: z.number().int(),
  title: z.string(),
  blocks: z.array(z.number().int()),
  dataRows: z.number().int(),
  totalRows: z.number().int(),
  columns: z.array(readColumn),
})
export type TableRead = z.infer<typeof TableRead>

export const listTables = endpoint({
  id: 'auditor.list-tables',
  method: 'GET',
  path: '/auditor/audits/:auditId/tables',
  permission: 'auditor:read',
  summary: { vi: 'Xem hệ thống hiểu từng bảng thế nào', en: 'See how each table was understood' },
  input: z.object({
    auditId: idField,
    from: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({
    tables: z.array(TableRead),
    /** The table to go on from; `null` at the end. */
    next: z.number().int().nullable(),
  }),
})

export const listFindings = endpoint({
  id: 'auditor.list-findings',
  method: 'GET',
  path: '/auditor/audits/:auditId/findings',
  permission: 'auditor:read',
  summary: { vi: 'Liệt kê các điểm được phát hiện', en: 'List the findings of an audit' },
  input: z.object({
    auditId: idField,
    severity: severity.optional(),
    rule: line(100).optional(),
    state: state.optional(),
    offset: z.coerce.number().int().min(0).default(0),
    limit: limitField,
  }),
  /** Gravest first; `total` counts what the filter lets through. */
  output: z.object({ findings: z.array(FindingShown), total: z.number().int() }),
})

export const decideFinding = endpoint({
  id: 'auditor.decide-finding',
  method: 'POST',
  path: '/auditor/audits/:auditId/decisions',
  permission: 'auditor:write',
  summary: { vi: 'Cho ý kiến về một phát hiện', en: 'Decide on a finding' },
  input: z.object({
    auditId: idField,
    /** `key` of the finding. */
    findingKey: z.string().min(1).max(200_000),
    decision: z.enum(DECISIONS),
    /** Required to dismiss. */
    reason: paragraphs(2000).default(''),
  }),
  output: FindingShown,
})

export const listRules = endpoint({
  id: 'auditor.list-rules',
  method: 'GET',
  path: '/auditor/rules',
  permission: 'auditor:read',
  summary: { vi: 'Các quy tắc kiểm tra', en: 'The rules reports are audited by' },
  input: z.object({}),
  output: z.object({
    rules: z.array(
      z.object({
        id: z.string(),
        title: bothField,
        about: bothField,
      }),
    ),
  }),
})

export const EXPORT_FORMATS = ['docx', 'pdf', 'json', 'text', 'html'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export const exportAudit = endpoint({
  id: 'auditor.export-audit',
  method: 'GET',
  path: '/auditor/audits/:auditId/file',
  permission: 'auditor:read',
  answers: 'file',
  perMinute: 60,
  summary: {
    vi: 'Tải kết quả: Word có chú thích, PDF một trang, JSON, văn bản, HTML',
    en: 'Download the result: annotated Word, one-page PDF, JSON, text, HTML',
  },
  input: z.object({
    auditId: idField,
    format: z.enum(EXPORT_FORMATS),
    language: z.enum(['vi', 'en']).default('vi'),
  }),
  output: z.custom<FileAnswer>((value) => typeof value === 'object' && value !== null && 'bytes' in value),
})

/** Events: facts of the log. */
export const Audited = z.object({
  auditId: idField,
  seriesId: idField,
  unitId: idField,
  version: z.number().int(),
  proved: z.number().int(),
  likely: z.number().int(),
  look: z.number().int(),
})
export const Decided = z.object({
  auditId: idField,
  seriesId: idField,
  unitId: idField,
  rule: z.string(),
  decision: z.enum(DECISIONS),
})
