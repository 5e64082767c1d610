import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField, momentField } from '#kernel/fields.ts'
import { PushTarget } from '#modules/cases/contract.ts'

const Devices = z.object({
  devices: z.array(z.object({ id: idField, simulated: z.boolean(), madeAt: momentField })),
})

/** What a browser needs to be told by us, and which browsers of the citizen are. */
export const getPush = endpoint({
  id: 'portal.get-push',
  method: 'GET',
  path: '/portal/push',
  permission: 'citizen',
  summary: { vi: 'Xem thông báo đẩy của tôi', en: 'My browser notices' },
  input: z.object({}),
  output: Devices.extend({
    publicKey: z.string(),
    /** In a demonstration: the address of its stand-in, at which nobody is told. */
    standIn: z.string().nullable(),
  }),
})

/** The citizen agrees, and this browser is told from now on. */
export const turnOnPush = endpoint({
  id: 'portal.turn-on-push',
  method: 'POST',
  path: '/portal/push',
  permission: 'citizen',
  perMinute: 10,
  summary: { vi: 'Bật thông báo đẩy', en: 'Turn browser notices on' },
  input: z.object({ target: PushTarget, agreed: z.literal(true), language: z.enum(['vi', 'en']).default('vi') }),
  output: Devices,
})

/** The consent is taken back, and the browser is told no more. */
export const turnOffPush = endpoint({
  id: 'portal.turn-off-push',
  method: 'POST',
  path: '/portal/push/:deviceId/off',
  permission: 'citizen',
  summary: { vi: 'Tắt thông báo đẩy', en: 'Turn browser notices off' },
  input: z.object({ deviceId: idField, language: z.enum(['vi', 'en']).default('vi') }),
  output: Devices,
})
