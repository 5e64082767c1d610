import { z } from 'zod'
import { endpoint, type FileAnswer } from '#kernel/endpoint.ts'
import { idField, limitField, line, momentField, paragraphs } from '#kernel/fields.ts'
import { CLOSINGS } from '../domain/asking.ts'
import { ABOUTS, ACTS, COMPLAINT_STATES, MOST_FILES, MOST_TEXT, OUTCOMES, TOPICS } from '../domain/complaint.ts'
import { COMPLAINT_LISTS } from '../domain/lists.ts'

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

/** What a unit asked its citizen, and what they said to it; `closed` null: they are awaited. */
const Enquiry = z.object({
  id: idField,
  unit: z.string(),
  question: z.string(),
  askedAt: momentField,
  closed: z.enum(CLOSINGS).nullable(),
  closedAt: momentField.nullable(),
  reply: z.string().nullable(),
  files: z.array(file),
})

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
  /** Since when its citizen is awaited, and since when the term stands still for that: `dueAt` is later then. */
  askedAt: momentField.nullable(),
  pausedAt: momentField.nullable(),
  enquiries: z.array(Enquiry),
  /** How each day until then was counted, a sentence a step. */
  counted: sentences,
  outcome: z.enum(OUTCOMES).nullable(),
  answer: z.string().nullable(),
  answeredAt: momentField.nullable(),
  onTime: z.boolean().nullable(),
  /** From which unit to which it went on, and why; without a reason units were reorganised. */
  handedOn: z.array(z.object({ at: momentField, from: z.string(), to: z.string(), reason: z.string() })),
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
  askedAt: momentField.nullable(),
  pausedAt: momentField.nullable(),
  answeredAt: momentField.nullable(),
  onTime: z.boolean().nullable(),
  /** Who of the unit answers it; null: nobody in particular. */
  assigneeName: z.string().nullable(),
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

export const ComplaintAct = z.object({
  act: z.enum(ACTS),
  at: momentField,
  /** null: the platform by itself, or the citizen. */
  byName: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  assigneeName: z.string().nullable(),
  reason: z.string(),
})

export const ComplaintDetail = Complaint.extend({
  caseId: idField.nullable(),
  officerName: z.string(),
  refuseBy: momentField,
  /** Until when it counts as asked in time (decision-766, 5.2). */
  askBy: momentField,
  answeredByName: z.string().nullable(),
  seenAt: momentField.nullable(),
  assigneeId: idField.nullable(),
  assigneeName: z.string().nullable(),
  /** Its way between being filed and answered. */
  acts: z.array(ComplaintAct),
  /** What is public of it; null: nothing. */
  publication: z.object({ question: z.string(), answer: z.string(), publishedAt: momentField }).nullable(),
  version: z.number().int(),
  /** What the reader may do now; when nothing, why: who handled the case closes no complaint about it. */
  may: z.array(z.enum(['answer', 'refuse', 'ask', 'take-back', 'hand-on', 'assign', 'publish', 'withdraw'])),
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

/** To the unit that is competent. Whoever hands it on sees no more of it than where it is (`listHandedOn`). */
export const handOnComplaint = endpoint({
  id: 'complaints.hand-on-complaint',
  method: 'POST',
  path: '/complaints/:complaintId/handing-on',
  permission: 'complaints:answer',
  summary: { vi: 'Chuyển phản ánh, kiến nghị đến nơi có thẩm quyền', en: 'Hand a complaint on to the competent unit' },
  reason: 'reason',
  input: seen.extend({ unitId: idField, reason }),
  output: z.object({ number: z.string(), unit: z.string() }),
})

export const listComplaintAssignees = endpoint({
  id: 'complaints.list-complaint-assignees',
  method: 'GET',
  path: '/complaints/:complaintId/assignees',
  permission: 'complaints:answer',
  summary: { vi: 'Người có thể được phân công trả lời', en: 'Who may be given a complaint' },
  input: oneComplaint,
  output: z.object({ assignees: z.array(z.object({ accountId: idField, name: z.string() })) }),
})

/** Inside the unit that has it; null: to nobody in particular. */
export const assignComplaint = endpoint({
  id: 'complaints.assign-complaint',
  method: 'POST',
  path: '/complaints/:complaintId/assignee',
  permission: 'complaints:answer',
  summary: { vi: 'Phân công trả lời phản ánh, kiến nghị', en: 'Give a complaint to somebody of the unit' },
  input: seen.extend({ assigneeId: idField.nullable() }),
  output: ComplaintDetail,
})
