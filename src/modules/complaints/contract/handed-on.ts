import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField, limitField, momentField } from '#kernel/fields.ts'
import { ComplaintSummary } from './complaints.ts'

export const HandedOn = ComplaintSummary.omit({ assigneeName: true }).extend({
  /** When it left, from which unit to which, and why; `unit` is where it is now. */
  leftAt: momentField,
  from: z.string(),
  to: z.string(),
  reason: z.string(),
})
export type HandedOn = z.infer<typeof HandedOn>

/** What units in sight handed on and is out of sight since: where it is now, nothing of who complained. */
export const listHandedOn = endpoint({
  id: 'complaints.list-handed-on',
  method: 'GET',
  path: '/complaints/handed-on',
  permission: 'complaints:read',
  audit: 'read',
  summary: { vi: 'Phản ánh, kiến nghị đã chuyển đi', en: 'Complaints that were handed on' },
  input: z.object({ before: idField.optional(), limit: limitField }),
  output: z.object({ complaints: z.array(HandedOn), next: idField.nullable() }),
})

/** The same with the words that had been read before it left; nothing of what came after but where it stands. */
export const getHandedOn = endpoint({
  id: 'complaints.get-handed-on',
  method: 'GET',
  path: '/complaints/handed-on/:complaintId',
  permission: 'complaints:read',
  audit: 'read',
  summary: { vi: 'Xem phản ánh đã chuyển đi', en: 'A complaint that was handed on' },
  input: z.object({ complaintId: idField }),
  output: HandedOn.extend({ text: z.string() }),
})
