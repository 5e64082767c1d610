import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { flagField, idField, limitField, momentField } from '#kernel/fields.ts'
import { NOTICE_KINDS } from '../domain/notice.ts'

/** Announced to whoever has other notices; says nothing of which. */
export const NOTICES_TOPIC = 'complaints.notices'

export const ComplaintNotice = z.object({
  id: idField,
  kind: z.enum(NOTICE_KINDS),
  complaintId: idField,
  number: z.string(),
  unit: z.string(),
  dueAt: momentField,
  at: momentField,
  read: z.boolean(),
})
export type ComplaintNotice = z.infer<typeof ComplaintNotice>

/** What one is told of: by name, or as who answers at a unit. */
export const listComplaintNotices = endpoint({
  id: 'complaints.list-complaint-notices',
  method: 'GET',
  path: '/complaints/notices',
  permission: 'complaints:answer',
  summary: { vi: 'Thông báo về phản ánh, kiến nghị', en: 'Notices of complaints' },
  input: z.object({ unread: flagField.default(false), before: idField.optional(), limit: limitField }),
  output: z.object({
    notices: z.array(ComplaintNotice),
    next: idField.nullable(),
    /** At most 100: more is "99+". */
    unread: z.number().int(),
  }),
})

export const markComplaintNoticesRead = endpoint({
  id: 'complaints.mark-complaint-notices-read',
  method: 'POST',
  path: '/complaints/notices/read',
  permission: 'complaints:answer',
  summary: { vi: 'Đánh dấu đã đọc thông báo về phản ánh', en: 'Mark notices of complaints as read' },
  audit: 'none',
  input: z.object({ noticeIds: z.array(idField).min(1).max(100) }),
  output: z.object({ marked: z.number().int() }),
})
