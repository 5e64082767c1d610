import { z } from 'zod'
import { endpoint, type FileAnswer } from '#kernel/endpoint.ts'
import { dayField, idField, limitField, line, momentField, paragraphs } from '#kernel/fields.ts'
import { ABOUTS, COMPLAINT_STATES, MOST_FILES, MOST_TEXT, OUTCOMES, TOPICS } from './domain/complaint.ts'
import { COMPLAINT_LISTS } from './domain/lists.ts'

/** Announced when any complaint at a unit changes: `complaints.unit.ID`; and one complaint: `complaints.one.ID`. */
export const COMPLAINT_UNIT_TOPICS = 'complaints.unit.'
export const COMPLAINT_TOPICS = 'complaints.one.'
export const complaintUnitTopic = (unitId: string) => `${COMPLAINT_UNIT_TOPICS}${unitId}`
export const complaintTopic = (complaintId: string) => `${COMPLAINT_TOPICS}${complaintId}`

const both = z.object({ vi: z.string(), en: z.string() })
const sentences = z.object({ vi: z.array(z.string()), en: z.array(z.string()) })
const words = paragraphs(MOST_TEXT).refine((text) => text.length > 0, 'platform/required')
const reason = paragraphs(500).refine((text) => text.length >= 3, 'platform/required')
const fileIds = z.array(idField).max(MOST_FILES).default([])
const oneComplaint = z.object({ complaintId: idField })
const file = z.object({ fileId: idField, name: z.string(), mediaType: z.string(), size: z.number().int() })
const asFile = z.custom<FileAnswer>((value) => typeof value === 'object' && value !== null && 'bytes' in value)

/** What a citizen says, whatever it is about. */
export const complaintWords = {
  topic: z.enum(TOPICS),
  text: words,
  /** Whom it is about, as far as the citizen knows. */
  officerName: line(100).or(z.literal('')).default(''),
  fileIds,
}

/** A complaint as its citizen and its unit see it. */
const Complaint = z.object({
  id: idField,
  number: z.string(),
  about: z.enum(ABOUTS),
  topic: z.enum(TOPICS),
  state: z.enum(COMPLAINT_STATES),
  caseCode: z.string().nullable(),
  procedureName: both.nullable(),
  /** Whom it is about, and whose head answers it. */
  aboutUnit: z.string(),
  unit: z.string(),
  text: z.string(),
  filedAt: momentField,
  dueAt: momentField,
  /** How each day until then was counted, a sentence a step. */
  counted: sentences,
  outcome: z.enum(OUTCOMES).nullable(),
  answer: z.string().nullable(),
  answeredAt: momentField.nullable(),
  onTime: z.boolean().nullable(),
  files: z.array(file),
  answerFiles: z.array(file),
})
export const OwnComplaint = Complaint
export type OwnComplaint = z.infer<typeof OwnComplaint>

export const complain = endpoint({
  id: 'complaints.complain',
  method: 'POST',
  path: '/complaints',
  permission: 'citizen',
  perMinute: 10,
  summary: { vi: 'Gửi phản ánh, kiến nghị', en: 'Complain' },
  /** About a case by code and secret; else about a unit, and a procedure there. */
  input: z.object({
    ...complaintWords,
    caseCode: line(60).optional(),
    secret: line(60).optional(),
    procedureCode: line(40).optional(),
    unitId: idField.optional(),
  }),
  output: OwnComplaint,
})

export const listOwnComplaints = endpoint({
  id: 'complaints.list-own-complaints',
  method: 'GET',
  path: '/complaints/own',
  permission: 'citizen',
  audit: 'read',
  summary: { vi: 'Phản ánh, kiến nghị của tôi', en: 'My complaints' },
  input: z.object({ after: idField.optional(), limit: limitField }),
  output: z.object({ complaints: z.array(OwnComplaint), next: idField.nullable() }),
})

export const getOwnComplaintFile = endpoint({
  id: 'complaints.get-own-complaint-file',
  method: 'GET',
  path: '/complaints/own/:complaintId/files/:fileId',
  permission: 'citizen',
  audit: 'read',
  answers: 'file',
  summary: { vi: 'Mở tệp của phản ánh của tôi', en: 'Open a file of a complaint of mine' },
  input: oneComplaint.extend({ fileId: idField }),
  output: asFile,
})

/** One line of a list: nothing of who complained. */
export const ComplaintSummary = z.object({
  id: idField,
  number: z.string(),
  about: z.enum(ABOUTS),
  topic: z.enum(TOPICS),
  state: z.enum(COMPLAINT_STATES),
  caseCode: z.string().nullable(),
  aboutUnit: z.string(),
  unit: z.string(),
  filedAt: momentField,
  dueAt: momentField,
  answeredAt: momentField.nullable(),
  onTime: z.boolean().nullable(),
})
export type ComplaintSummary = z.infer<typeof ComplaintSummary>

export const listComplaints = endpoint({
  id: 'complaints.list-complaints',
  method: 'GET',
  path: '/complaints',
  permission: 'complaints:read',
  audit: 'read',
  summary: { vi: 'Danh sách phản ánh, kiến nghị', en: 'List complaints' },
  input: z.object({
    list: z.enum(COMPLAINT_LISTS).default('open'),
    unitId: idField.optional(),
    after: z.string().max(100).optional(),
    limit: limitField,
  }),
  output: z.object({
    complaints: z.array(ComplaintSummary),
    next: z.string().nullable(),
    /** How many stand in each list, in the order of `COMPLAINT_LISTS`, under the same unit. */
    counts: z.array(z.object({ list: z.enum(COMPLAINT_LISTS), count: z.number().int() })),
    /** Of which units one may see complaints, to hear of news. */
    unitIds: z.array(idField),
  }),
})

export const ComplaintDetail = Complaint.extend({
  caseId: idField.nullable(),
  officerName: z.string(),
  refuseBy: momentField,
  answeredByName: z.string().nullable(),
  seenAt: momentField.nullable(),
  version: z.number().int(),
  /** What the reader may do now; when nothing, why: who handled the case closes no complaint about it. */
  may: z.array(z.enum(['answer', 'refuse'])),
  involved: z.boolean(),
})
export type ComplaintDetail = z.infer<typeof ComplaintDetail>

export const getComplaint = endpoint({
  id: 'complaints.get-complaint',
  method: 'GET',
  path: '/complaints/:complaintId',
  permission: 'complaints:read',
  audit: 'read',
  summary: { vi: 'Xem phản ánh, kiến nghị', en: 'A complaint' },
  input: oneComplaint,
  output: ComplaintDetail,
})

export const getComplaintFile = endpoint({
  id: 'complaints.get-complaint-file',
  method: 'GET',
  path: '/complaints/:complaintId/files/:fileId',
  permission: 'complaints:read',
  audit: 'read',
  answers: 'file',
  summary: { vi: 'Mở tệp của phản ánh', en: 'Open a file of a complaint' },
  input: oneComplaint.extend({ fileId: idField }),
  output: asFile,
})

const seen = oneComplaint.extend({ version: z.coerce.number().int().min(1) })

export const answerComplaint = endpoint({
  id: 'complaints.answer-complaint',
  method: 'POST',
  path: '/complaints/:complaintId/answer',
  permission: 'complaints:answer',
  summary: { vi: 'Trả lời phản ánh, kiến nghị', en: 'Answer a complaint' },
  input: seen.extend({ outcome: z.enum(OUTCOMES), text: words, fileIds }),
  output: ComplaintDetail,
})

export const refuseComplaint = endpoint({
  id: 'complaints.refuse-complaint',
  method: 'POST',
  path: '/complaints/:complaintId/refusal',
  permission: 'complaints:answer',
  summary: { vi: 'Từ chối tiếp nhận phản ánh, kiến nghị', en: 'Refuse a complaint' },
  reason: 'reason',
  input: seen.extend({ reason }),
  output: ComplaintDetail,
})

export const ComplaintTerm = z.object({
  id: idField,
  step: z.enum(['refuse', 'answer']),
  workingDays: z.number().int(),
  validFrom: z.string(),
  source: z.string(),
  certainty: z.enum(['text', 'cited', 'unverified']),
  reason: z.string(),
  changedAt: momentField,
})
export type ComplaintTerm = z.infer<typeof ComplaintTerm>

export const listComplaintTerms = endpoint({
  id: 'complaints.list-complaint-terms',
  method: 'GET',
  path: '/complaints/terms',
  permission: 'complaints:read',
  summary: { vi: 'Thời hạn xử lý phản ánh, kiến nghị', en: 'Terms of complaints' },
  input: z.object({}),
  output: z.object({ terms: z.array(ComplaintTerm) }),
})

/** From a day on; what was filed before keeps its term. */
export const setComplaintTerm = endpoint({
  id: 'complaints.set-complaint-term',
  method: 'PUT',
  path: '/complaints/terms',
  permission: 'complaints:define',
  summary: { vi: 'Đặt thời hạn xử lý phản ánh, kiến nghị', en: 'Set a term of complaints' },
  reason: 'reason',
  input: z.object({
    step: z.enum(['refuse', 'answer']),
    workingDays: z.coerce.number().int().min(1).max(365),
    validFrom: dayField,
    source: line(300),
    certainty: z.enum(['text', 'cited', 'unverified']),
    reason,
  }),
  output: z.object({ terms: z.array(ComplaintTerm) }),
})
