import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { dayField, idField, limitField, line, momentField } from '#kernel/fields.ts'

export const Delivery = z.object({
  eventId: z.string(),
  event: z.string(),
  handler: z.string(),
  happenedAt: momentField,
  attempts: z.number(),
  /** The first line of the last failure. */
  lastError: z.string().nullable(),
  /** The ids the event carries; texts are left out. */
  payload: z.record(z.string(), z.unknown()),
})
export type Delivery = z.infer<typeof Delivery>

export const listParkedDeliveries = endpoint({
  id: 'administration.list-parked-deliveries',
  method: 'GET',
  path: '/administration/parked-deliveries',
  permission: 'administration:replay',
  summary: { vi: 'Liệt kê sự kiện đỗ lại', en: 'List parked deliveries' },
  input: z.object({ before: idField.optional(), limit: limitField }),
  output: z.object({ deliveries: z.array(Delivery), due: z.number(), parked: z.number() }),
})

export const replayDelivery = endpoint({
  id: 'administration.replay-delivery',
  method: 'POST',
  path: '/administration/parked-deliveries/:eventId/replay',
  permission: 'administration:replay',
  summary: { vi: 'Cho chạy lại một sự kiện đỗ lại', en: 'Replay a parked delivery' },
  input: z.object({ eventId: idField, handler: line(200) }),
  output: z.object({ replayed: z.literal(true) }),
})

export const AuditEntry = z.object({
  id: z.string(),
  at: momentField,
  operation: z.string(),
  actorId: z.string().nullable(),
  actorKind: z.string(),
  actorName: z.string(),
  requestId: z.string(),
  address: z.string(),
  outcome: z.string(),
  target: z.record(z.string(), z.unknown()),
  inputHash: z.string(),
  /** The reason the actor gave for the record, where the act asks for one. */
  reason: z.string(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const listAudit = endpoint({
  id: 'administration.list-audit',
  method: 'GET',
  path: '/administration/audit',
  permission: 'administration:read-log',
  audit: 'read',
  summary: { vi: 'Tra nhật ký hệ thống', en: 'Search the log of acts' },
  input: z.object({
    operation: line(100).optional(),
    actorId: idField.optional(),
    outcome: z.enum(['done', 'read', 'refused']).optional(),
    from: dayField.optional(),
    /** The last day, included. */
    to: dayField.optional(),
    before: idField.optional(),
    limit: limitField,
  }),
  output: z.object({ entries: z.array(AuditEntry), next: z.string().nullable() }),
})

export const ScheduleState = z.object({
  name: z.string(),
  everySeconds: z.number(),
  nextAt: momentField,
  lastAt: momentField.nullable(),
  lastMs: z.number().nullable(),
  lastError: z.string().nullable(),
  /** `failing`: its last run failed; `late`: it should have run and has not; `waiting`: not yet run. */
  state: z.enum(['well', 'failing', 'late', 'waiting']),
})
export type ScheduleState = z.infer<typeof ScheduleState>

export const platformStatus = endpoint({
  id: 'administration.platform-status',
  method: 'GET',
  path: '/administration/status',
  permission: 'administration:status',
  summary: { vi: 'Xem tình trạng hệ thống', en: 'See the state of the platform' },
  input: z.object({}),
  output: z.object({
    database: z.object({
      version: z.string(),
      bytes: z.number(),
      connections: z.number(),
      startedAt: momentField,
    }),
    migrations: z.object({ count: z.number(), last: z.string().nullable() }),
    deliveries: z.object({ due: z.number(), parked: z.number() }),
    schedules: z.array(ScheduleState),
  }),
})
