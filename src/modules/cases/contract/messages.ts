import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { dayField, flagField, idField, limitField, momentField, paragraphs } from '#kernel/fields.ts'
import { LANGUAGES, MESSAGE_CHANNELS, MESSAGE_STATES, WRITTEN_CHANNELS } from '../domain/message.ts'
import { ACTS } from '../domain/words.ts'

/** Announced when a message is queued, sent or reported on. */
export const MESSAGES_TOPIC = 'cases.messages'
const reason = paragraphs(500).refine((text) => text.length >= 3, 'platform/required')

export const Message = z.object({
  id: idField,
  act: z.enum(ACTS).nullable(),
  channel: z.enum(MESSAGE_CHANNELS),
  language: z.enum(LANGUAGES),
  recipient: z.string(),
  subject: z.string(),
  text: z.string(),
  writtenByName: z.string().nullable(),
  state: z.enum(MESSAGE_STATES),
  attempts: z.number().int(),
  /** Why the last try failed: a code. */
  lastError: z.string().nullable(),
  providerId: z.string().nullable(),
  queuedAt: momentField,
  nextAt: momentField.nullable(),
  sentAt: momentField.nullable(),
  settledAt: momentField.nullable(),
})
export type Message = z.infer<typeof Message>

export const listMessages = endpoint({
  id: 'cases.list-messages',
  method: 'GET',
  path: '/cases/:caseId/messages',
  permission: 'cases:read',
  summary: { vi: 'Tin nhắn của hồ sơ', en: 'Messages of a case' },
  audit: 'read',
  input: z.object({ caseId: idField, after: idField.optional(), limit: limitField }),
  output: z.object({
    messages: z.array(Message),
    next: idField.nullable(),
    /** By channel: whether it can reach the citizen (an address is known), and whether the installation has a way out or only a stand-in. */
    ways: z.array(
      z.object({
        channel: z.enum(WRITTEN_CHANNELS),
        configured: z.boolean(),
        simulated: z.boolean(),
        reachable: z.boolean(),
      }),
    ),
  }),
})

/** Words of an official to the citizen. Taken once under one `Idempotency-Key`. */
export const sendMessage = endpoint({
  id: 'cases.send-message',
  method: 'POST',
  path: '/cases/:caseId/messages',
  permission: 'cases:process',
  summary: { vi: 'Gửi tin cho công dân', en: 'Write to the citizen' },
  perMinute: 30,
  input: z.object({
    caseId: idField,
    channel: z.enum(WRITTEN_CHANNELS),
    language: z.enum(LANGUAGES).default('vi'),
    subject: paragraphs(200).default(''),
    text: paragraphs(2000).refine((text) => text.length > 0, 'platform/required'),
  }),
  output: z.object({ messageId: idField }),
})

export const retryMessage = endpoint({
  id: 'cases.retry-message',
  method: 'POST',
  path: '/cases/:caseId/messages/:messageId/retry',
  permission: 'cases:process',
  summary: { vi: 'Gửi lại tin', en: 'Try a message again' },
  input: z.object({ caseId: idField, messageId: idField }),
  output: z.object({ messageId: idField }),
})

export const messageOverview = endpoint({
  id: 'cases.message-overview',
  method: 'GET',
  path: '/cases/message-overview',
  permission: 'cases:define',
  summary: { vi: 'Tình hình gửi tin', en: 'State of messages' },
  input: z.object({}),
  output: z.object({
    channels: z.array(
      z.object({
        channel: z.enum(MESSAGE_CHANNELS),
        configured: z.boolean(),
        /** A stand-in of the demonstration answers: nothing reaches anybody. */
        simulated: z.boolean(),
        perMinute: z.number().int(),
        mostAttempts: z.number().int(),
        pausedUntil: momentField.nullable(),
        oldestWaiting: momentField.nullable(),
        counts: z.array(z.object({ state: z.enum(MESSAGE_STATES), count: z.number().int() })),
      }),
    ),
    /** Channels write to people while nobody has said where the platform is: what they send names pages in words alone. */
    withoutAddress: z.boolean(),
    /** Codes of failures of the last seven days, the most frequent first. */
    failures: z.array(z.object({ channel: z.enum(MESSAGE_CHANNELS), code: z.string(), count: z.number().int() })),
  }),
})

export const MessageTemplate = z.object({
  id: idField,
  act: z.enum(ACTS),
  channel: z.enum(WRITTEN_CHANNELS),
  language: z.enum(LANGUAGES),
  subject: z.string(),
  text: z.string(),
  automatic: z.boolean(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  reason: z.string(),
  changedAt: momentField,
})
export type MessageTemplate = z.infer<typeof MessageTemplate>

export const listMessageTemplates = endpoint({
  id: 'cases.list-message-templates',
  method: 'GET',
  path: '/cases/message-templates',
  permission: 'cases:read',
  summary: { vi: 'Mẫu tin nhắn', en: 'Templates of messages' },
  input: z.object({ withPast: flagField.default(false), limit: limitField, after: idField.optional() }),
  output: z.object({ templates: z.array(MessageTemplate), next: idField.nullable() }),
})

const words = {
  act: z.enum(ACTS),
  channel: z.enum(WRITTEN_CHANNELS),
  language: z.enum(LANGUAGES),
  subject: paragraphs(200).default(''),
  text: paragraphs(2000).refine((text) => text.length > 0, 'platform/required'),
}

/** New words for an act, from a day on: what was in force ends the day before. */
export const saveMessageTemplate = endpoint({
  id: 'cases.save-message-template',
  method: 'POST',
  path: '/cases/message-templates',
  permission: 'cases:define',
  summary: { vi: 'Lưu mẫu tin nhắn', en: 'Save a template' },
  reason: 'reason',
  input: z.object({ ...words, automatic: flagField, validFrom: dayField, reason }),
  output: z.object({ templateId: idField }),
})

/** The words filled with made-up particulars, and how they arrive. */
export const previewMessageTemplate = endpoint({
  id: 'cases.preview-message-template',
  method: 'POST',
  path: '/cases/message-templates/preview',
  permission: 'cases:define',
  summary: { vi: 'Xem thử mẫu tin', en: 'Preview a template' },
  changes: false,
  input: z.object(words),
  output: z.object({
    subject: z.string(),
    text: z.string(),
    /** As how many text messages it is billed; null for other channels. */
    parts: z.number().int().nullable(),
    unknownPlaces: z.array(z.string()),
  }),
})

/** A provider says what became of messages: `payload` is the JSON text that is signed, `{ channel, id, state, code }`. */
export const reportDelivery = endpoint({
  id: 'cases.report-delivery',
  method: 'POST',
  path: '/cases/message-reports',
  permission: 'anyone',
  summary: { vi: 'Nhận báo phát tin nhắn', en: 'Take a delivery report' },
  idempotent: false,
  perMinute: 600,
  maxBytes: 64 * 1024,
  input: z.object({
    webhookId: z.string().regex(/^[\w.:-]{1,100}$/),
    /** Seconds since 1970. */
    timestamp: z.coerce.number().int().min(0).max(1e11),
    signature: z.string().max(1000),
    payload: z.string().max(10_000),
  }),
  output: z.object({ taken: z.literal(true) }),
})
export const DeliveryReport = z.object({
  channel: z.enum(WRITTEN_CHANNELS),
  /** As the provider numbered it. */
  id: z.string().regex(/^[\w.@:-]{1,200}$/),
  state: z.enum(['delivered', 'undelivered']),
  code: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .nullable()
    .default(null),
})
export type DeliveryReport = z.infer<typeof DeliveryReport>
