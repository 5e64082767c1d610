import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField, limitField, paragraphs } from '#kernel/fields.ts'
import { MOST_TEXT, OUTCOMES, TOPICS } from '../domain/complaint.ts'
import { ComplaintDetail } from './complaints.ts'

const seen = z.object({ complaintId: idField, version: z.coerce.number().int().min(1) })
const words = paragraphs(MOST_TEXT).refine((text) => text.length >= 10, 'platform/too-short')
const reason = paragraphs(500).refine((text) => text.length >= 3, 'platform/required')

/** By decision of the unit that answered it, in its own words; nothing of who complained. */
export const publishAnswer = endpoint({
  id: 'complaints.publish-answer',
  method: 'POST',
  path: '/complaints/:complaintId/publication',
  permission: 'complaints:answer',
  summary: { vi: 'Công khai câu trả lời phản ánh', en: 'Make an answer public' },
  input: seen.extend({ question: words, answer: words }),
  output: ComplaintDetail,
})

export const withdrawAnswer = endpoint({
  id: 'complaints.withdraw-answer',
  method: 'POST',
  path: '/complaints/:complaintId/publication/withdrawal',
  permission: 'complaints:answer',
  summary: { vi: 'Gỡ câu trả lời đã công khai', en: 'Take an answer back from the public' },
  reason: 'reason',
  input: seen.extend({ reason }),
  output: ComplaintDetail,
})

/** What units made public, the newest first. */
export const listPublishedAnswers = endpoint({
  id: 'complaints.list-published-answers',
  method: 'GET',
  path: '/complaints/published',
  permission: 'anyone',
  summary: { vi: 'Phản ánh, kiến nghị đã công khai trả lời', en: 'Answers to complaints that are public' },
  input: z.object({ after: z.string().max(100).optional(), limit: limitField }),
  output: z.object({
    answers: z.array(
      z.object({
        id: idField,
        unit: z.string(),
        topic: z.enum(TOPICS),
        procedureName: z.object({ vi: z.string(), en: z.string() }).nullable(),
        question: z.string(),
        answer: z.string(),
        outcome: z.enum(OUTCOMES),
        answeredOn: z.string(),
        onTime: z.boolean(),
      }),
    ),
    next: z.string().nullable(),
  }),
})
