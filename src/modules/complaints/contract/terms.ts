import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { dayField, idField, line, momentField, paragraphs } from '#kernel/fields.ts'
import { ASK_CLOCKS } from '../domain/asking.ts'
import { HAND_ON_CLOCKS } from '../domain/handing-on.ts'

export const TERM_STEPS = ['answer', 'ask', 'refuse'] as const
const reason = paragraphs(500).refine((text) => text.length >= 3, 'platform/required')
const CERTAINTY = z.enum(['text', 'cited', 'unverified'])
/** What holds from a day on, by which instrument, and how sure that is; who laid it down, null: it came with the platform. */
const laidDown = {
  id: idField,
  validFrom: z.string(),
  source: z.string(),
  certainty: CERTAINTY,
  set: z.object({ byName: z.string(), at: momentField, reason: z.string() }).nullable(),
}
const layDown = { validFrom: dayField, source: line(300), certainty: CERTAINTY, reason }

export const ComplaintTerm = z.object({
  ...laidDown,
  step: z.enum(TERM_STEPS),
  workingDays: z.number().int(),
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
    ...layDown,
    step: z.enum(TERM_STEPS),
    workingDays: z.coerce.number().int().min(1).max(365),
  }),
  output: z.object({ terms: z.array(ComplaintTerm) }),
})

/** Whether what is handed on keeps the moment its answer is due. */
export const HandOnRule = z.object({ ...laidDown, clock: z.enum(HAND_ON_CLOCKS) })
export type HandOnRule = z.infer<typeof HandOnRule>

export const listHandOnRules = endpoint({
  id: 'complaints.list-hand-on-rules',
  method: 'GET',
  path: '/complaints/hand-on-rules',
  permission: 'complaints:read',
  summary: { vi: 'Cách tính hạn khi chuyển phản ánh', en: 'How time is counted when a complaint is handed on' },
  input: z.object({}),
  output: z.object({ rules: z.array(HandOnRule) }),
})

/** From a day on, for what is handed on from then. */
export const setHandOnRule = endpoint({
  id: 'complaints.set-hand-on-rule',
  method: 'PUT',
  path: '/complaints/hand-on-rules',
  permission: 'complaints:define',
  summary: { vi: 'Đặt cách tính hạn khi chuyển phản ánh', en: 'Set how time is counted when a complaint is handed on' },
  reason: 'reason',
  input: z.object({ ...layDown, clock: z.enum(HAND_ON_CLOCKS) }),
  output: z.object({ rules: z.array(HandOnRule) }),
})

/** Whether the term of the answer runs on while the citizen is asked for more. */
export const AskRule = z.object({ ...laidDown, clock: z.enum(ASK_CLOCKS) })
export type AskRule = z.infer<typeof AskRule>

export const listAskRules = endpoint({
  id: 'complaints.list-ask-rules',
  method: 'GET',
  path: '/complaints/ask-rules',
  permission: 'complaints:read',
  summary: { vi: 'Cách tính hạn khi đề nghị bổ sung', en: 'How time is counted while a citizen is asked for more' },
  input: z.object({}),
  output: z.object({ rules: z.array(AskRule) }),
})

/** From a day on, for what is asked from then. */
export const setAskRule = endpoint({
  id: 'complaints.set-ask-rule',
  method: 'PUT',
  path: '/complaints/ask-rules',
  permission: 'complaints:define',
  summary: {
    vi: 'Đặt cách tính hạn khi đề nghị bổ sung',
    en: 'Set how time is counted while a citizen is asked for more',
  },
  reason: 'reason',
  input: z.object({ ...layDown, clock: z.enum(ASK_CLOCKS) }),
  output: z.object({ rules: z.array(AskRule) }),
})
