import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, idField, limitField, momentField } from '#kernel/fields.ts'
import { MESSAGE_CHANNELS } from '../domain/message.ts'
import { BEHAVIOURS } from '../domain/stand-in.ts'

/** Announced when a stand-in is given something, reports on it, or is told to behave otherwise. */
export const STAND_INS_TOPIC = 'cases.stand-ins'

/** What reached the stand-ins of the demonstration: of cases in sight, and of other modules at units in sight. */
export const listStandInMessages = endpoint({
  id: 'cases.list-stand-in-messages',
  method: 'GET',
  path: '/cases/stand-in-messages',
  permission: 'cases:read',
  summary: { vi: 'Hộp thư mô phỏng', en: 'Outbox of the demonstration' },
  audit: 'read',
  input: z.object({ channel: z.enum(MESSAGE_CHANNELS).optional(), after: idField.optional(), limit: limitField }),
  output: z.object({
    /** Channels that a stand-in answers here, and how it behaves. */
    standIns: z.array(
      z.object({
        channel: z.enum(MESSAGE_CHANNELS),
        behaviour: z.enum(BEHAVIOURS),
        changedByName: z.string().nullable(),
        changedAt: momentField.nullable(),
      }),
    ),
    given: z.array(
      z.object({
        id: idField,
        channel: z.enum(MESSAGE_CHANNELS),
        messageId: idField,
        /** Null: of no case. */
        caseId: idField.nullable(),
        caseCode: z.string().nullable(),
        about: z.object({ kind: z.string(), id: z.string(), label: bothField }).nullable(),
        recipient: z.string(),
        subject: z.string(),
        text: z.string(),
        behaviour: z.enum(BEHAVIOURS),
        taken: z.boolean(),
        /** How often the person has it from this giving. */
        copies: z.number().int(),
        cameAt: momentField,
        report: z.enum(['delivered', 'undelivered']).nullable(),
        reportAt: momentField.nullable(),
        /** What the platform answered to each report, with spaces between. */
        reportAnswers: z.string(),
      }),
    ),
    next: idField.nullable(),
  }),
})
export type StandInMessages = z.output<typeof listStandInMessages.output>

export const setStandInBehaviour = endpoint({
  id: 'cases.set-stand-in-behaviour',
  method: 'PUT',
  path: '/cases/stand-ins/:channel',
  permission: 'cases:define',
  summary: { vi: 'Đặt cách xử sự của kênh mô phỏng', en: 'Say how a stand-in behaves' },
  input: z.object({ channel: z.enum(MESSAGE_CHANNELS), behaviour: z.enum(BEHAVIOURS) }),
  output: z.object({ channel: z.enum(MESSAGE_CHANNELS), behaviour: z.enum(BEHAVIOURS) }),
})
