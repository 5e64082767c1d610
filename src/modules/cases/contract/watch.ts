import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, dayField, flagField, idField, limitField, line, momentField, paragraphs } from '#kernel/fields.ts'
import { DEAD_REASONS, ESCALATION_UNITS, MOMENTS, RECIPIENTS } from '../domain/escalation.ts'

/** Announced when rules change or fire. */
export const WATCH_TOPIC = 'cases.watch'
/** Announced to whoever has new notices. */
export const NOTICES_TOPIC = 'cases.notices'

const ruleWords = {
  name: z.object({ vi: line(200), en: line(200) }),
  moment: z.enum(MOMENTS),
  amount: z.coerce.number().int().min(0).max(500),
  timeUnit: z.enum(ESCALATION_UNITS),
  unitId: idField.nullable().default(null),
  procedureCode: line(40).nullable().default(null),
  fieldCode: line(60).nullable().default(null),
  recipient: z.enum(RECIPIENTS),
  validFrom: dayField,
  validTo: dayField.nullable().default(null),
}

export const EscalationRule = z.object({
  id: idField,
  name: bothField,
  moment: z.enum(MOMENTS),
  amount: z.number().int(),
  timeUnit: z.enum(ESCALATION_UNITS),
  unitId: idField.nullable(),
  unitName: z.string().nullable(),
  procedureCode: z.string().nullable(),
  fieldCode: z.string().nullable(),
  recipient: z.enum(RECIPIENTS),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  version: z.number().int(),
  /** well: it has fired or will. dead: it cannot, and why. resting: not in force today. */
  state: z.enum(['well', 'dead', 'resting']),
  reasons: z.array(z.enum(DEAD_REASONS)),
  /** Units with open cases at which nobody would be told; the first few. */
  silentUnits: z.array(z.string()),
  checkedAt: momentField.nullable(),
  lastFiredAt: momentField.nullable(),
  fired: z.number().int(),
  /** When it fires next, of the open cases there are now; null: for none of them. */
  nextAt: momentField.nullable(),
  /** Open cases with a running deadline that it watches. */
  covers: z.number().int(),
})
export type EscalationRule = z.infer<typeof EscalationRule>

/** Each rule with the proof that it works. */
export const escalationHealth = endpoint({
  id: 'cases.escalation-health',
  method: 'GET',
  path: '/cases/escalation',
  permission: 'cases:define',
  summary: { vi: 'Quy tắc nhắc việc và tình trạng', en: 'Escalation rules and whether they work' },
  input: z.object({}),
  output: z.object({ rules: z.array(EscalationRule) }),
})

export const saveEscalationRule = endpoint({
  id: 'cases.save-escalation-rule',
  method: 'POST',
  path: '/cases/escalation',
  permission: 'cases:define',
  summary: { vi: 'Lưu quy tắc nhắc việc', en: 'Save an escalation rule' },
  reason: 'reason',
  input: z.object({
    /** With the version seen: changes a rule. Without: a new one. */
    ruleId: idField.optional(),
    version: z.coerce.number().int().min(1).optional(),
    ...ruleWords,
    reason: paragraphs(500).refine((text) => text.length >= 3, 'platform/required'),
  }),
  output: z.object({ ruleId: idField }),
})

/** What the drafting of apologies goes by. */
const ApologySettings = {
  /** Working hours before the due moment from which a draft is made. */
  apologyHours: z.coerce.number().int().min(1).max(80),
  /** A draft is made when so many in a hundred comparable cases would be late, or when nothing can be said. */
  likelihoodPercent: z.coerce.number().int().min(1).max(100),
}

export const getWatchSettings = endpoint({
  id: 'cases.get-watch-settings',
  method: 'GET',
  path: '/cases/watch-settings',
  permission: 'cases:define',
  summary: { vi: 'Xem thiết lập dự thảo xin lỗi', en: 'See what the drafting of apologies goes by' },
  input: z.object({}),
  output: z.object({ ...ApologySettings, changedAt: momentField }),
})

export const setWatchSettings = endpoint({
  id: 'cases.set-watch-settings',
  method: 'PUT',
  path: '/cases/watch-settings',
  permission: 'cases:define',
  summary: { vi: 'Ghi thiết lập dự thảo xin lỗi', en: 'Set what the drafting of apologies goes by' },
  reason: 'reason',
  input: z.object({
    ...ApologySettings,
    reason: paragraphs(500).refine((text) => text.length >= 3, 'platform/required'),
  }),
  output: z.object({ ...ApologySettings, changedAt: momentField }),
})

export const Notice = z.object({
  id: idField,
  kind: z.enum(['escalation', 'apology', 'letter']),
  caseId: idField,
  code: z.string().nullable(),
  procedureName: z.string(),
  ruleName: bothField.nullable(),
  dueAt: momentField,
  at: momentField,
  read: z.boolean(),
})
export type Notice = z.infer<typeof Notice>

/** What one is told of: by name, or as who holds a right at a unit. */
export const listNotices = endpoint({
  id: 'cases.list-notices',
  method: 'GET',
  path: '/cases/notices',
  permission: 'cases:read',
  summary: { vi: 'Thông báo nhắc việc', en: 'Notices' },
  input: z.object({ unread: flagField.default(false), before: idField.optional(), limit: limitField }),
  output: z.object({
    notices: z.array(Notice),
    next: idField.nullable(),
    /** At most 100: more is "99+". */
    unread: z.number().int(),
  }),
})

export const markNoticesRead = endpoint({
  id: 'cases.mark-notices-read',
  method: 'POST',
  path: '/cases/notices/read',
  permission: 'cases:read',
  summary: { vi: 'Đánh dấu đã đọc', en: 'Mark notices as read' },
  audit: 'none',
  input: z.object({ noticeIds: z.array(idField).min(1).max(100) }),
  output: z.object({ marked: z.number().int() }),
})
