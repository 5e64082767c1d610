import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { line, momentField } from '#kernel/fields.ts'
import { Profile } from '../domain/profile.ts'
import { MOODS } from '../domain/stand-in.ts'

/** Announced when anything between the portal and us moves. */
export const EXCHANGE_TOPIC = 'exchange'

/** `stand-in`: a simulation inside this installation, nothing leaves it. */
export const ConnectionKind = z.enum(['none', 'stand-in', 'real'])

export const Connection = z.object({
  kind: ConnectionKind,
  address: z.string(),
  account: z.string(),
  /** A secret is kept; it is never shown. */
  hasSecret: z.boolean(),
  agency: z.string(),
  profile: Profile,
  /** The portal is left alone until then, after so many failures one after the other. */
  pausedUntil: momentField.nullable(),
  failures: z.number().int(),
  /** Why the last call failed: a code. */
  lastError: z.string().nullable(),
  lastGoodAt: momentField.nullable(),
  polledAt: momentField.nullable(),
  /** How the stand-in was told to behave. */
  mood: z.enum(MOODS),
  version: z.number().int(),
  changedAt: momentField.nullable(),
  changedByName: z.string(),
})
export type Connection = z.infer<typeof Connection>

export const getConnection = endpoint({
  id: 'exchange.get-connection',
  method: 'GET',
  path: '/exchange/connection',
  permission: 'exchange:read',
  summary: { vi: 'Xem kết nối Cổng Dịch vụ công quốc gia', en: 'See the connection with the national portal' },
  input: z.object({}),
  output: Connection,
})

export const setConnection = endpoint({
  id: 'exchange.set-connection',
  method: 'PUT',
  path: '/exchange/connection',
  permission: 'exchange:connect',
  summary: { vi: 'Đặt kết nối Cổng Dịch vụ công quốc gia', en: 'Set the connection with the national portal' },
  input: z.object({
    kind: ConnectionKind,
    /** `https://…`; of the stand-in it is known by itself. */
    address: z.string().trim().max(300).default(''),
    account: z.union([line(200), z.literal('')]).default(''),
    /** Left out: the one that is kept stays. */
    secret: z.string().min(1).max(500).optional(),
    agency: z.union([line(60), z.literal('')]).default(''),
    profile: Profile,
    /** As last seen; 0 when nothing was set. */
    version: z.int().min(0),
  }),
  output: Connection,
})

/** Of the demonstration: how the stand-in behaves, and that so many invented citizens file something on it. */
export const setStandIn = endpoint({
  id: 'exchange.set-stand-in',
  method: 'POST',
  path: '/exchange/stand-in',
  permission: 'exchange:connect',
  summary: { vi: 'Điều khiển cổng mô phỏng', en: 'Tell the stand-in how to behave' },
  input: z.object({
    mood: z.enum(MOODS).optional(),
    filings: z.int().min(0).max(20).default(0),
    /** Identifier of the unit and code of the procedure that is filed. */
    unit: z.union([line(60), z.literal('')]).default(''),
    procedureCode: z.union([line(60), z.literal('')]).default(''),
  }),
  output: z.object({ mood: z.enum(MOODS) }),
})
