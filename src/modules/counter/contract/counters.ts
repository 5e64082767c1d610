import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { dayField, idField, line, momentField, paragraphs } from '#kernel/fields.ts'
import { LEASE_ENDS, LONGEST_HOURS, MOST_LEASED, NUMBER_STATES } from '../domain/lease.ts'

/** Announced when counters of a unit, their numbers or what came in under them change. */
export const countersTopic = (unitId: string) => `counter.unit.${unitId}`

const reasonField = paragraphs(500).refine((text) => text.length >= 3, 'platform/required')
const keyPart = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

export const Counter = z.object({
  deviceId: idField,
  unitId: idField,
  unitName: z.string(),
  /** Of the unit: it stands in its provisional numbers. */
  counter: z.number().int(),
  name: z.string(),
})

/** Makes this browser a counter of the caller. The server keeps the public key alone. */
export const registerDevice = endpoint({
  id: 'counter.register-device',
  method: 'POST',
  path: '/counter/devices',
  permission: 'cases:receive',
  summary: { vi: 'Đăng ký máy làm quầy tiếp nhận không cần mạng', en: 'Register a machine as an offline counter' },
  input: z.object({
    unitId: idField,
    name: line(80),
    /** ECDSA P-256, as in a JSON Web Key. */
    publicKey: z.object({ x: keyPart, y: keyPart }),
  }),
  output: Counter.extend({
    /** With it the browser opens its queue while its officer is signed in; base64url of 32 bytes. */
    queueKey: z.string(),
  }),
})

/** The key that opens the queue of a counter, for the officer it belongs to, while the counter stands. */
export const openQueue = endpoint({
  id: 'counter.open-queue',
  method: 'POST',
  path: '/counter/devices/:deviceId/opening',
  permission: 'cases:receive',
  summary: { vi: 'Mở hàng đợi của quầy', en: 'Open the queue of a counter' },
  idempotent: false,
  input: z.object({ deviceId: idField }),
  output: Counter.extend({ queueKey: z.string() }),
})

export const LeaseShown = z.object({
  leaseId: idField,
  unitCode: z.string(),
  day: dayField,
  first: z.number().int(),
  last: z.number().int(),
  leasedAt: momentField,
  validUntil: momentField,
})
export type LeaseShown = z.output<typeof LeaseShown>

/** Numbers of today for a counter, which no other gets. */
export const leaseNumbers = endpoint({
  id: 'counter.lease-numbers',
  method: 'POST',
  path: '/counter/devices/:deviceId/leases',
  permission: 'cases:receive',
  summary: { vi: 'Cấp dải số tạm cho quầy', en: 'Lease provisional numbers to a counter' },
  input: z.object({
    deviceId: idField,
    amount: z.coerce.number().int().min(1).max(MOST_LEASED),
    hours: z.coerce.number().int().min(1).max(LONGEST_HOURS).default(24),
  }),
  output: LeaseShown.extend({
    /** By which the counter sets its clock. */
    now: momentField,
  }),
})

/** The counter gives back what it did not use, and says which number it gave last. */
export const endLease = endpoint({
  id: 'counter.end-lease',
  method: 'POST',
  path: '/counter/leases/:leaseId/end',
  permission: 'cases:receive',
  summary: { vi: 'Trả lại dải số tạm', en: 'Give back provisional numbers' },
  idempotent: false,
  input: z.object({
    leaseId: idField,
    /** Null: none was given. */
    lastGiven: z.int().min(1).nullable(),
  }),
  output: z.object({ leaseId: idField, unused: z.number().int() }),
})

/** Takes a lease away: nothing under its numbers is received any more. */
export const revokeLease = endpoint({
  id: 'counter.revoke-lease',
  method: 'POST',
  path: '/counter/leases/:leaseId/revocation',
  permission: 'cases:steer',
  summary: { vi: 'Thu hồi dải số tạm', en: 'Revoke provisional numbers' },
  idempotent: false,
  reason: 'reason',
  input: z.object({ leaseId: idField, reason: reasonField }),
  output: z.object({ leaseId: idField }),
})

/** The machine is lost: its numbers are taken away, and the key that opens its queue is destroyed. */
export const revokeDevice = endpoint({
  id: 'counter.revoke-device',
  method: 'POST',
  path: '/counter/devices/:deviceId/revocation',
  permission: 'cases:steer',
  summary: { vi: 'Thu hồi quầy (mất máy)', en: 'Revoke a counter (lost machine)' },
  idempotent: false,
  reason: 'reason',
  input: z.object({ deviceId: idField, reason: reasonField }),
  output: z.object({ deviceId: idField, leases: z.number().int() }),
})

const counts = z.object({
  received: z.number().int(),
  refused: z.number().int(),
  void: z.number().int(),
})

/** Counters of the units in the reader's scope with their leases, the newest first. */
export const listCounters = endpoint({
  id: 'counter.list-counters',
  method: 'GET',
  path: '/counter/devices',
  permission: 'cases:steer',
  summary: { vi: 'Danh sách quầy và dải số tạm', en: 'List counters and their provisional numbers' },
  input: z.object({ after: idField.optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
  output: z.object({
    counters: z.array(
      Counter.extend({
        officerName: z.string(),
        registeredAt: momentField,
        revokedAt: momentField.nullable(),
        revokedReason: z.string().nullable(),
        /** The last ten. */
        leases: z.array(
          LeaseShown.extend({ endKind: z.enum(LEASE_ENDS).nullable(), endedAt: momentField.nullable(), came: counts }),
        ),
      }),
    ),
    after: idField.nullable(),
  }),
})

/** Every number of a lease and what became of it. */
export const getLease = endpoint({
  id: 'counter.get-lease',
  method: 'GET',
  path: '/counter/leases/:leaseId',
  permission: 'cases:steer',
  summary: { vi: 'Đối chiếu từng số của dải số tạm', en: 'Account for the numbers of a lease' },
  input: z.object({ leaseId: idField }),
  output: LeaseShown.extend({
    counterName: z.string(),
    officerName: z.string(),
    endKind: z.enum(LEASE_ENDS).nullable(),
    endedAt: momentField.nullable(),
    endReason: z.string(),
    numbers: z.array(
      z.object({
        number: z.string(),
        state: z.enum(NUMBER_STATES),
        caseId: idField.nullable(),
        code: z.string().nullable(),
        /** Why it was refused or given up. */
        problem: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  }),
})
