import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField } from '#kernel/fields.ts'
import { complaintWords, OwnComplaint } from '#modules/complaints/contract.ts'

export const complainAboutOwnCase = endpoint({
  id: 'portal.complain-about-own-case',
  method: 'POST',
  path: '/portal/own/:draftId/complaints',
  permission: 'citizen',
  perMinute: 10,
  summary: { vi: 'Phản ánh, kiến nghị về hồ sơ của tôi', en: 'Complain about a case of mine' },
  input: z.object({ draftId: idField, ...complaintWords }),
  output: OwnComplaint,
})
