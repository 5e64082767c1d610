import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField, line, momentField } from '#kernel/fields.ts'

export const Citizen = z.object({
  id: idField,
  /** The address with its middle hidden. */
  address: z.string(),
})

/** Whether the address is known makes no difference to the answer. */
export const askCode = endpoint({
  id: 'portal.ask-code',
  method: 'POST',
  path: '/portal/sign-in/codes',
  permission: 'anyone',
  perMinute: 30,
  idempotent: false,
  summary: { vi: 'Gửi mã đăng nhập một lần', en: 'Send a one-time code' },
  input: z.object({ address: line(200), language: z.enum(['vi', 'en']).default('vi') }),
  output: z.object({
    codeId: idField,
    channel: z.enum(['email', 'sms']),
    expiresAt: momentField,
    /** In a demonstration without a real way to send: the code itself, shown as such. */
    demonstrationCode: z.string().nullable(),
  }),
})

/** A wrong code is an answer, not a problem: its try is counted where it was looked at. */
export const giveCode = endpoint({
  id: 'portal.give-code',
  method: 'POST',
  path: '/portal/sign-in',
  permission: 'anyone',
  perMinute: 60,
  idempotent: false,
  summary: { vi: 'Đăng nhập bằng mã một lần', en: 'Sign in by a one-time code' },
  input: z.object({ codeId: idField, code: z.string().max(12) }),
  output: z.discriminatedUnion('step', [
    z.object({ step: z.literal('done'), citizen: Citizen }),
    z.object({ step: z.literal('refused'), code: z.literal('portal/code-wrong') }),
  ]),
})

export const currentCitizen = endpoint({
  id: 'portal.current-citizen',
  method: 'GET',
  path: '/portal/citizen',
  permission: 'anyone',
  summary: { vi: 'Ai đang đăng nhập', en: 'Who is signed in' },
  input: z.object({}),
  output: Citizen.nullable(),
})

export const signOutCitizen = endpoint({
  id: 'portal.sign-out-citizen',
  method: 'POST',
  path: '/portal/sign-out',
  permission: 'citizen',
  idempotent: false,
  summary: { vi: 'Đăng xuất', en: 'Sign out' },
  input: z.object({}),
  output: z.null(),
})
