import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { dayField, idField, limitField, line, paragraphs } from '#kernel/fields.ts'
import { REPORT_STATUSES } from '../domain/lifecycle.ts'
import { FilledReport, periodField } from './shapes.ts'
import { FileOut } from './templates.ts'

/** Announced to browsers at each change of a report. */
export const REPORT_TOPIC = 'reports.report'
/** Announced by the indicators module when any figure changes. */
export const FIGURES_TOPIC = 'indicators.figures'

const status = z.enum(REPORT_STATUSES)
const key = z.string().min(1).max(200)

export const ReportRow = z.object({
  reportId: idField,
  title: z.string(),
  templateId: idField,
  templateVersion: z.number().int(),
  unitId: idField,
  unitName: z.string(),
  period: z.string(),
  structureDay: dayField,
  status,
  revision: z.number().int(),
  missingCount: z.number().int(),
  filledAt: z.string(),
  /** `312/BC-UBND`, once issued. */
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  createdByName: z.string(),
  createdAt: z.string(),
})
export type ReportRow = z.infer<typeof ReportRow>

export const Comment = z.object({
  commentId: idField,
  place: z.string(),
  text: z.string(),
  byName: z.string(),
  at: z.string(),
  resolvedAt: z.string().nullable(),
  resolvedByName: z.string().nullable(),
})
export type Comment = z.infer<typeof Comment>

export const ReportDetail = ReportRow.extend({
  templateCode: z.string(),
  document: FilledReport,
  wording: z.array(
    z.object({
      key: z.string(),
      text: z.string(),
      version: z.number().int(),
      editedByName: z.string(),
      editedAt: z.string(),
    }),
  ),
  comments: z.array(Comment),
  steps: z.array(
    z.object({
      step: z.enum(['draft', 'submit', 'return', 'sign', 'issue']),
      byName: z.string(),
      at: z.string(),
      note: z.string(),
      /** Why it was issued although proved contradictions were open; empty when none were. */
      overrideReason: z.string(),
    }),
  ),
  /** SHA-256 of the frozen snapshot, once issued. */
  seal: z.string().nullable(),
})
export type ReportDetail = z.infer<typeof ReportDetail>

export const listReports = endpoint({
  id: 'reports.list-reports',
  method: 'GET',
  path: '/reports',
  permission: 'reports:read',
  summary: { vi: 'Liệt kê báo cáo', en: 'List the reports' },
  input: z.object({
    status: status.optional(),
    unitId: idField.optional(),
    templateId: idField.optional(),
    search: line(100).optional(),
    /** The id of the last report of the page before; the newest come first. */
    after: idField.optional(),
    limit: limitField,
  }),
  output: z.object({ reports: z.array(ReportRow) }),
})

export const getReport = endpoint({
  id: 'reports.get-report',
  method: 'GET',
  path: '/reports/:reportId',
  permission: 'reports:read',
  summary: { vi: 'Xem một báo cáo', en: 'Show a report' },
  input: z.object({ reportId: idField }),
  output: ReportDetail,
})

export const draftReport = endpoint({
  id: 'reports.draft-report',
  method: 'POST',
  path: '/reports',
  permission: 'reports:write',
  summary: { vi: 'Dự thảo báo cáo của một kỳ', en: "Draft a period's report" },
  input: z.object({
    templateId: idField,
    unitId: idField,
    period: periodField,
    /** In whose structure tables are drawn; default: the period's last day. */
    structureDay: dayField.optional(),
  }),
  output: ReportRow,
})

export const refillReport = endpoint({
  id: 'reports.refill-report',
  method: 'POST',
  path: '/reports/:reportId/refill',
  permission: 'reports:write',
  summary: { vi: 'Điền lại số liệu mới nhất', en: 'Fill in the newest figures' },
  input: z.object({ reportId: idField, revision: z.number().int() }),
  output: ReportRow.extend({ changed: z.number().int() }),
})

export const checkFigures = endpoint({
  id: 'reports.check-figures',
  method: 'GET',
  path: '/reports/:reportId/fresher-figures',
  permission: 'reports:read',
  summary: { vi: 'Số nào của dự thảo đã thay đổi', en: 'Which figures of a draft have moved on' },
  input: z.object({ reportId: idField }),
  output: z.object({ changed: z.array(z.object({ key: z.string(), name: z.string(), unitName: z.string() })) }),
})

export const updateSection = endpoint({
  id: 'reports.update-section',
  method: 'PUT',
  path: '/reports/:reportId/wording',
  permission: 'reports:write',
  summary: { vi: 'Viết lời văn cho một mục', en: 'Write the wording of a section' },
  input: z.object({
    reportId: idField,
    key,
    text: paragraphs(20_000),
    /** The version the editor saw; 0 when nothing was written yet. */
    version: z.number().int().min(0),
  }),
  output: z.object({ key: z.string(), version: z.number().int(), missingCount: z.number().int() }),
})

export const comment = endpoint({
  id: 'reports.comment',
  method: 'POST',
  path: '/reports/:reportId/comments',
  permission: 'reports:read',
  summary: { vi: 'Góp ý vào báo cáo', en: 'Comment on a report' },
  input: z.object({ reportId: idField, place: z.string().max(200).default(''), text: line(2000) }),
  output: Comment,
})

export const resolveComment = endpoint({
  id: 'reports.resolve-comment',
  method: 'POST',
  path: '/reports/:reportId/comments/:commentId/resolution',
  permission: 'reports:write',
  summary: { vi: 'Đánh dấu đã xử lý góp ý', en: 'Mark a comment as dealt with' },
  input: z.object({ reportId: idField, commentId: idField }),
  output: Comment,
})

const step = z.object({ reportId: idField, revision: z.number().int() })

export const submitForSignature = endpoint({
  id: 'reports.submit-for-signature',
  method: 'POST',
  path: '/reports/:reportId/submission',
  permission: 'reports:write',
  summary: { vi: 'Trình ký báo cáo', en: 'Submit a report for signature' },
  input: step.extend({
    /** What is still missing is submitted knowingly. */
    withGaps: z.boolean().default(false),
    note: line(1000).or(z.literal('')).default(''),
  }),
  output: ReportRow,
})

export const signOff = endpoint({
  id: 'reports.sign-off',
  method: 'POST',
  path: '/reports/:reportId/signature',
  permission: 'reports:sign',
  summary: { vi: 'Duyệt ký báo cáo', en: 'Sign a report off' },
  input: step.extend({ note: line(1000).or(z.literal('')).default('') }),
  output: ReportRow,
})

export const returnReport = endpoint({
  id: 'reports.return-report',
  method: 'POST',
  path: '/reports/:reportId/return',
  permission: 'reports:sign',
  summary: { vi: 'Trả lại báo cáo để sửa', en: 'Return a report for mending' },
  input: step.extend({ reason: line(1000) }),
  output: ReportRow,
})

export const issueReport = endpoint({
  id: 'reports.issue-report',
  method: 'POST',
  path: '/reports/:reportId/issue',
  permission: 'reports:issue',
  reason: 'overrideReason',
  summary: { vi: 'Ban hành báo cáo: cấp số và đóng băng', en: 'Issue a report: number and freeze it' },
  input: step.extend({
    /** Default: today. */
    issuedOn: dayField.optional(),
    /** A number given elsewhere (a paper register); default: the next of the agency's year. */
    number: z.number().int().min(1).max(99_999).optional(),
    /** Why it is issued although the auditor holds a contradiction for proved. Kept with the step and in the log of acts. */
    overrideReason: paragraphs(2000).optional(),
  }),
  output: ReportRow.extend({ seal: z.string() }),
})

const side = z.object({
  state: z.string(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  note: z.string().nullable(),
  quality: z.string(),
})
export const FigureDifference = z.object({
  key: z.string(),
  name: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  sections: z.array(z.string()).readonly(),
  before: side,
  after: side,
  /** Corrections recorded since the report was issued, newest first. */
  reasons: z.array(z.object({ at: z.string(), by: z.string(), reason: z.string() })),
})
export type FigureDifference = z.infer<typeof FigureDifference>

export const differenceOfReport = endpoint({
  id: 'reports.difference-of-report',
  method: 'GET',
  path: '/reports/:reportId/difference',
  permission: 'reports:read',
  summary: { vi: 'Số đã phát hành khác gì số biết hôm nay', en: 'What is known otherwise today than the report says' },
  input: z.object({ reportId: idField }),
  output: z.object({ comparedFigures: z.number().int(), differences: z.array(FigureDifference) }),
})

export const verifyReport = endpoint({
  id: 'reports.verify-report',
  method: 'GET',
  path: '/reports/:reportId/seal',
  permission: 'reports:read',
  summary: { vi: 'Kiểm tra niêm phong báo cáo', en: 'Check the seal of an issued report' },
  input: z.object({ reportId: idField }),
  output: z.object({ seal: z.string(), computed: z.string(), intact: z.boolean(), takenAt: z.string() }),
})

export const FORMATS = ['docx', 'pdf', 'xlsx'] as const

export const downloadReport = endpoint({
  id: 'reports.download-report',
  method: 'GET',
  path: '/reports/:reportId/file',
  permission: 'reports:read',
  answers: 'file',
  perMinute: 60,
  summary: { vi: 'Tải báo cáo: Word, PDF, Excel', en: 'Download a report: Word, PDF, Excel' },
  input: z.object({
    reportId: idField,
    format: z.enum(FORMATS),
    /** With `docx`: fill the office's own Word template instead. */
    wordTemplateId: idField.optional(),
  }),
  output: FileOut,
})

/** Events: facts of the log. */
export const ReportIssued = z.object({
  reportId: idField,
  unitId: idField,
  period: z.string(),
  number: z.string(),
  seal: z.string(),
})
export const ReportMoved = z.object({ reportId: idField, unitId: idField, period: z.string() })
