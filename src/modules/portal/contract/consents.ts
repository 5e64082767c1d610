import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, idField, momentField } from '#kernel/fields.ts'

const Consents = z.object({
  rows: z.array(
    z.object({
      purpose: z.string(),
      given: z.boolean(),
      at: momentField,
      /** Null: about all applications. */
      draftId: idField.nullable(),
      /** Of one application: its procedure, and the code of its case once there is one. */
      about: bothField.nullable(),
      caseCode: z.string().nullable(),
    }),
  ),
})

/** What holds now of everything the citizen agreed to or took back. */
export const listConsents = endpoint({
  id: 'portal.list-consents',
  method: 'GET',
  path: '/portal/consents',
  permission: 'citizen',
  summary: { vi: 'Những điều tôi đã đồng ý', en: 'What I have agreed to' },
  input: z.object({}),
  output: Consents,
})

/** Agrees, or takes it back. Notices of the browser have operations of their own. */
export const setConsent = endpoint({
  id: 'portal.set-consent',
  method: 'PUT',
  path: '/portal/consents',
  permission: 'citizen',
  perMinute: 60,
  summary: { vi: 'Đồng ý hoặc rút lại', en: 'Agree, or take it back' },
  input: z.object({
    purpose: z.enum(['known', 'messages', 'reuse']),
    /** Of `messages` and `reuse`: the application it is about. */
    draftId: idField.nullable().default(null),
    given: z.boolean(),
    language: z.enum(['vi', 'en']).default('vi'),
  }),
  output: Consents,
})
