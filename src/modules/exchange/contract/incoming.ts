import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField, limitField, momentField, paragraphs } from '#kernel/fields.ts'
import { INCOMING_STATES } from '../domain/incoming.ts'

export const Incoming = z.object({
  id: idField,
  nationalCode: z.string(),
  state: z.enum(INCOMING_STATES),
  source: z.enum(['poll', 'push']),
  arrivedAt: momentField,
  /** How often the portal told it. */
  told: z.number().int(),
  reason: z.string().nullable(),
  faults: z.array(z.object({ field: z.string(), fault: z.string() })),
  caseId: idField.nullable(),
  /** As it came; null once a case holds it. */
  record: z.record(z.string(), z.unknown()).nullable(),
  settledAt: momentField.nullable(),
  settledByName: z.string().nullable(),
  settledNote: z.string().nullable(),
})
export type Incoming = z.infer<typeof Incoming>

export const listIncoming = endpoint({
  id: 'exchange.list-incoming',
  method: 'GET',
  path: '/exchange/incoming',
  permission: 'exchange:read',
  summary: { vi: 'Hồ sơ Cổng chuyển đến', en: 'What the portal told' },
  audit: 'read',
  input: z.object({ state: z.enum(INCOMING_STATES).optional(), before: idField.optional(), limit: limitField }),
  output: z.object({ incoming: z.array(Incoming), next: idField.nullable() }),
})

/** What was mended here (a procedure, an identifier of a unit) is tried once more. */
export const takeInAgain = endpoint({
  id: 'exchange.take-in-again',
  method: 'POST',
  path: '/exchange/incoming/:incomingId/again',
  permission: 'exchange:send',
  summary: { vi: 'Tiếp nhận lại hồ sơ Cổng chuyển đến', en: 'Try to take in again' },
  input: z.object({ incomingId: idField }),
  output: z.object({ incomingId: idField }),
})

export const settleIncoming = endpoint({
  id: 'exchange.settle-incoming',
  method: 'POST',
  path: '/exchange/incoming/:incomingId/settled',
  permission: 'exchange:send',
  summary: { vi: 'Đánh dấu đã xử lý hồ sơ Cổng chuyển đến', en: 'Mark as dealt with' },
  reason: 'note',
  input: z.object({
    incomingId: idField,
    note: paragraphs(1000).refine((text) => text.length >= 3, 'platform/required'),
  }),
  output: z.object({ incomingId: idField }),
})

/** The portal hands over what a citizen filed. Told twice it is taken once; what is wrong with it does not make it refused, but kept. */
export const receiveDossier = endpoint({
  id: 'exchange.receive-dossier',
  method: 'POST',
  path: '/exchange/dossiers',
  permission: 'exchange:deliver',
  summary: { vi: 'Nhận hồ sơ từ Cổng Dịch vụ công quốc gia', en: 'Take a dossier from the national portal' },
  idempotent: false,
  maxBytes: 2 * 1024 * 1024,
  input: z.object({
    /** With the fields of the portal (DongBoHoSoMC). */
    dossier: z
      .record(z.string().max(100), z.unknown())
      .refine((one) => Object.keys(one).length <= 200, 'platform/too-long'),
  }),
  output: z.object({ taken: z.literal(true), isNew: z.boolean() }),
})
