import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField, paragraphs } from '#kernel/fields.ts'
import { MOST_FILES, MOST_TEXT } from '../domain/complaint.ts'
import { ComplaintDetail, OwnComplaint } from './complaints.ts'

const seen = z.object({ complaintId: idField, version: z.coerce.number().int().min(1) })
const words = paragraphs(MOST_TEXT).refine((text) => text.length > 0, 'platform/required')

/** The citizen reads it and is told of it; one question at a time. */
export const askForMore = endpoint({
  id: 'complaints.ask-for-more',
  method: 'POST',
  path: '/complaints/:complaintId/questions',
  permission: 'complaints:answer',
  summary: { vi: 'Đề nghị công dân bổ sung thông tin', en: 'Ask the citizen for more' },
  input: seen.extend({ question: words }),
  output: ComplaintDetail,
})

export const takeQuestionBack = endpoint({
  id: 'complaints.take-question-back',
  method: 'POST',
  path: '/complaints/:complaintId/questions/withdrawal',
  permission: 'complaints:answer',
  summary: { vi: 'Rút đề nghị bổ sung thông tin', en: 'Take a question to the citizen back' },
  input: seen,
  output: ComplaintDetail,
})

/** What the citizen says to the question that waits for them. */
export const giveMore = endpoint({
  id: 'complaints.give-more',
  method: 'POST',
  path: '/complaints/own/:complaintId/questions/:enquiryId',
  permission: 'citizen',
  perMinute: 10,
  summary: { vi: 'Bổ sung thông tin cho phản ánh của tôi', en: 'Say more to a complaint of mine' },
  input: z.object({
    complaintId: idField,
    enquiryId: idField,
    text: words,
    fileIds: z.array(idField).max(MOST_FILES).default([]),
  }),
  output: OwnComplaint,
})
