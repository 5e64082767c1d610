import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField, line, momentField, paragraphs } from '#kernel/fields.ts'
import { DEVICE_KINDS } from '../domain/devices.ts'
import { getBoard, getKiosk } from './queue.ts'

const kind = z.enum(DEVICE_KINDS)
const reason = paragraphs(500).refine((text) => text.length >= 3, 'platform/required')

/** Announced when a device of any unit is paired, renamed or revoked. */
export const devicesTopic = 'appointments.devices'
/** Announced to a browser that shows a code, when it was typed. */
export const pairingTopic = (pairingId: string): string => `public.pairing.${pairingId}`

/** A browser in a hall asks to be paired, and is given a code for ten minutes. */
export const askPairing = endpoint({
  id: 'appointments.ask-pairing',
  method: 'POST',
  path: '/appointments/pairings',
  permission: 'anyone',
  perMinute: 6,
  idempotent: false,
  summary: { vi: 'Xin mã ghép thiết bị', en: 'Ask for a code to pair a device' },
  input: z.object({}),
  output: z.object({ id: idField, code: z.string(), expiresAt: momentField }),
})

const place = {
  unitId: idField,
  kind,
  /** Where one stands that rates. */
  desk: z.string().max(8).nullable().default(null),
  name: line(80),
}

/** The official types the code that stands on the screen: from then on the browser is that device. */
export const pairDevice = endpoint({
  id: 'appointments.pair-device',
  method: 'POST',
  path: '/appointments/devices',
  permission: 'appointments:manage',
  perMinute: 20,
  summary: { vi: 'Ghép thiết bị tại quầy', en: 'Pair a device in the hall' },
  input: z.object({ code: z.string().max(20), ...place }),
  output: z.object({ id: idField }),
})

export const Device = z.object({
  id: idField,
  unitId: idField,
  unitName: z.string(),
  kind,
  desk: z.string().nullable(),
  name: z.string(),
  pairedAt: momentField,
  pairedByName: z.string(),
  lastSeenAt: momentField.nullable(),
  revokedAt: momentField.nullable(),
  revokedByName: z.string().nullable(),
  revokedReason: z.string().nullable(),
})
export type Device = z.output<typeof Device>

export const listDevices = endpoint({
  id: 'appointments.list-devices',
  method: 'GET',
  path: '/appointments/devices',
  permission: 'appointments:manage',
  summary: { vi: 'Thiết bị đã ghép', en: 'Paired devices' },
  input: z.object({
    unitId: idField.optional(),
    after: idField.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({ devices: z.array(Device), after: idField.nullable() }),
})

export const renameDevice = endpoint({
  id: 'appointments.rename-device',
  method: 'PUT',
  path: '/appointments/devices/:deviceId/name',
  permission: 'appointments:manage',
  summary: { vi: 'Đổi tên thiết bị', en: 'Rename a device' },
  input: z.object({ deviceId: idField, name: line(80) }),
  output: z.null(),
})

/** It may do nothing any more from this moment on, and its screen says so. */
export const revokeDevice = endpoint({
  id: 'appointments.revoke-device',
  method: 'POST',
  path: '/appointments/devices/:deviceId/revocation',
  permission: 'appointments:manage',
  idempotent: false,
  reason: 'reason',
  summary: { vi: 'Thu hồi thiết bị', en: 'Revoke a device' },
  input: z.object({ deviceId: idField, reason }),
  output: z.null(),
})

const Rating = z.object({
  unit: z.object({ id: idField, name: z.string() }),
  desk: z.string(),
  /** Whom the desk served last today and who has not said yet how it was. */
  ticket: z.object({ id: idField, shown: z.string() }).nullable(),
})

/** What the browser that asks is: nothing yet, one that shows a code, one that is revoked, or a device with its screen. */
export const getOwnDevice = endpoint({
  id: 'appointments.get-own-device',
  method: 'GET',
  path: '/appointments/own-device',
  permission: 'anyone',
  perMinute: 240,
  summary: { vi: 'Màn hình của thiết bị', en: 'The screen of a device' },
  input: z.object({}),
  output: z.discriminatedUnion('state', [
    z.object({ state: z.literal('none') }),
    z.object({ state: z.literal('waiting'), id: idField, code: z.string(), expiresAt: momentField }),
    z.object({ state: z.literal('revoked'), name: z.string(), unitName: z.string() }),
    z.object({ state: z.literal('closed'), name: z.string(), unit: z.object({ id: idField, name: z.string() }) }),
    z.object({ state: z.literal('kiosk'), name: z.string(), kiosk: getKiosk.output }),
    z.object({ state: z.literal('board'), name: z.string(), board: getBoard.output }),
    z.object({ state: z.literal('rating'), name: z.string(), rating: Rating }),
  ]),
})
export type OwnDevice = z.output<typeof getOwnDevice.output>
