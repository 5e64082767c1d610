import { z } from 'zod'
import { endpoint, type FileAnswer } from '#kernel/endpoint.ts'
import { dayField, idField, limitField, momentField, paragraphs } from '#kernel/fields.ts'
import { INCOMING_STATES } from '../domain/incoming.ts'
import { OUTGOING_STATES, PARTS } from '../domain/sending.ts'

const reason = paragraphs(500).refine((text) => text.length >= 3, 'platform/required')

export const showBacklog = endpoint({
  id: 'exchange.show-backlog',
  method: 'GET',
  path: '/exchange/backlog',
  permission: 'exchange:read',
  summary: { vi: 'Tình hình đồng bộ', en: 'State of the synchronisation' },
  input: z.object({}),
  output: z.object({
    /** All that is not sent, and what was sent within a day. */
    totals: z.array(z.object({ state: z.enum(OUTGOING_STATES), count: z.number().int() })),
    oldest: momentField.nullable(),
    units: z.array(
      z.object({
        unitId: idField,
        name: z.string(),
        waiting: z.number().int(),
        parked: z.number().int(),
        sentToday: z.number().int(),
        oldest: momentField.nullable(),
      }),
    ),
    incoming: z.array(z.object({ state: z.enum(INCOMING_STATES), count: z.number().int(), oldest: momentField })),
    compared: z.object({
      agreeing: z.number().int(),
      disagreeing: z.number().int(),
      waiting: z.number().int(),
      latest: momentField.nullable(),
    }),
  }),
})

export const Outgoing = z.object({
  id: idField,
  caseId: idField,
  code: z.string(),
  nationalCode: z.string().nullable(),
  act: z.number().int(),
  part: z.enum(PARTS),
  state: z.enum(OUTGOING_STATES),
  attempts: z.number().int(),
  queuedAt: momentField,
  nextAt: momentField,
  triedAt: momentField.nullable(),
  sentAt: momentField.nullable(),
  lastError: z.string().nullable(),
  digest: z.string().nullable(),
  reason: z.string().nullable(),
})
export type Outgoing = z.infer<typeof Outgoing>

export const listOutgoing = endpoint({
  id: 'exchange.list-outgoing',
  method: 'GET',
  path: '/exchange/outgoing',
  permission: 'exchange:read',
  summary: { vi: 'Danh sách gửi lên Cổng', en: 'What is told to the portal' },
  input: z.object({
    state: z.enum(OUTGOING_STATES).default('queued'),
    unitId: idField.optional(),
    caseId: idField.optional(),
    after: idField.optional(),
    limit: limitField,
  }),
  output: z.object({ outgoing: z.array(Outgoing), next: idField.nullable() }),
})

/** What is parked, tried again from the first attempt; of a case of which nothing is parked, its last act once more. */
export const sendAgain = endpoint({
  id: 'exchange.send-again',
  method: 'POST',
  path: '/exchange/outgoing/again',
  permission: 'exchange:send',
  summary: { vi: 'Gửi lại', en: 'Send again' },
  input: z.object({ caseId: idField.nullable().default(null) }),
  output: z.object({ queued: z.number().int() }),
})

/** A parked part is given up, so that what comes after it can go. */
export const leaveOut = endpoint({
  id: 'exchange.leave-out',
  method: 'POST',
  path: '/exchange/outgoing/:outgoingId/left-out',
  permission: 'exchange:send',
  summary: { vi: 'Bỏ qua một lượt gửi', en: 'Leave something out' },
  reason: 'reason',
  input: z.object({ outgoingId: idField, reason }),
  output: z.object({ outgoingId: idField }),
})

/** What happened on a day is told once more, with all that came after it on the same cases, so that each ends as it is. */
export const replayDay = endpoint({
  id: 'exchange.replay-day',
  method: 'POST',
  path: '/exchange/replays',
  permission: 'exchange:send',
  summary: { vi: 'Gửi lại theo ngày', en: 'Tell a day again' },
  input: z.object({ day: dayField, unitId: idField.optional() }),
  output: z.object({
    acts: z.number().int(),
    cases: z.number().int(),
    queued: z.number().int(),
    /** There were more acts than one call takes. */
    isPart: z.boolean(),
  }),
})

export const Mismatch = z.object({
  caseId: idField,
  code: z.string(),
  nationalCode: z.string().nullable(),
  unitName: z.string(),
  comparedAt: momentField,
  /** False: the portal does not know the dossier. */
  found: z.boolean(),
  differences: z.array(z.object({ field: z.string(), ours: z.string(), theirs: z.string() })),
})
export type Mismatch = z.infer<typeof Mismatch>

export const listMismatches = endpoint({
  id: 'exchange.list-mismatches',
  method: 'GET',
  path: '/exchange/mismatches',
  permission: 'exchange:read',
  summary: { vi: 'Báo cáo sai lệch với Cổng', en: 'Where the portal and we differ' },
  audit: 'read',
  input: z.object({ unitId: idField.optional(), before: idField.optional(), limit: limitField }),
  output: z.object({ mismatches: z.array(Mismatch), next: idField.nullable() }),
})

export const compareCases = endpoint({
  id: 'exchange.compare-cases',
  method: 'POST',
  path: '/exchange/comparisons',
  permission: 'exchange:send',
  summary: { vi: 'Đối soát với Cổng', en: 'Compare with the portal' },
  input: z.object({ caseId: idField.nullable().default(null), unitId: idField.nullable().default(null) }),
  output: z.object({ wanted: z.number().int() }),
})

/** A file of a case the portal knows, for the portal's account here. */
export const fetchFile = endpoint({
  id: 'exchange.fetch-file',
  method: 'GET',
  path: '/exchange/cases/:caseId/files/:fileId',
  permission: 'exchange:deliver',
  summary: { vi: 'Cổng tải tệp của hồ sơ', en: 'The portal fetches a file of a case' },
  audit: 'read',
  answers: 'file',
  input: z.object({ caseId: idField, fileId: idField }),
  output: z.custom<FileAnswer>((value) => typeof value === 'object' && value !== null && 'bytes' in value),
})
