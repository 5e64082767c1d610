import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, dayField, idField, limitField, line, momentField } from '#kernel/fields.ts'
import { BUSINESS_STATES } from '../domain/words.ts'
import { ActRow, CaseDetail, onCase, reasonField, UnitRef } from './shapes.ts'

/** An opinion is no longer waited for. */
export const withdrawOpinion = endpoint({
  id: 'cases.withdraw-opinion',
  method: 'POST',
  path: '/cases/:caseId/withdraw-opinion',
  permission: 'cases:process',
  summary: { vi: 'Thôi lấy ý kiến', en: 'Withdraw a question to a unit' },
  input: z.object({ ...onCase, opinionId: idField, reason: reasonField }),
  output: CaseDetail,
})

export const listActs = endpoint({
  id: 'cases.list-acts',
  method: 'GET',
  path: '/cases/:caseId/acts',
  permission: 'cases:read',
  summary: { vi: 'Nhật ký của hồ sơ', en: 'The log of a case' },
  audit: 'read',
  /** `before`: the last number of the page before; the newest act comes first. */
  input: z.object({ caseId: idField, before: z.coerce.number().int().min(1).optional(), limit: limitField }),
  output: z.object({ acts: z.array(ActRow), next: z.number().int().nullable() }),
})

/** Why a case is due when it is: every day counted, and every change with its ground. */
export const explainDue = endpoint({
  id: 'cases.explain-due',
  method: 'GET',
  path: '/cases/:caseId/due',
  permission: 'cases:read',
  summary: { vi: 'Cách tính thời hạn của hồ sơ', en: 'How the deadline of a case was counted' },
  audit: 'read',
  input: z.object({ caseId: idField }),
  output: z.object({
    /** As it stands; null: the clock does not run. */
    dueAt: momentField.nullable(),
    /** Counted with the calendar in force now. Another than `dueAt` once days off have changed: only a decision moves a deadline. */
    reckonedDueAt: momentField.nullable(),
    /** A day on the way may yet be declared off. */
    unconfirmed: z.boolean(),
    /** One sentence for every step of the count. */
    sentences: z.array(bothField),
    changes: z.array(
      z.object({
        kind: z.enum(['first', 'pause', 'resume', 'extension', 'calendar', 'transfer', 'reopen']),
        at: momentField,
        dueBefore: momentField.nullable(),
        dueAfter: momentField.nullable(),
        reason: z.string(),
        decision: z.string().nullable(),
        byName: z.string(),
      }),
    ),
  }),
})

const UnitCode = z.object({
  unit: UnitRef,
  code: z.string(),
  validFrom: dayField,
  /** The first day on which it no longer holds; null: still holds. */
  validTo: dayField.nullable(),
})
export const listUnitCodes = endpoint({
  id: 'cases.list-unit-codes',
  method: 'GET',
  path: '/cases/settings/unit-codes',
  permission: 'cases:read',
  summary: { vi: 'Mã định danh của đơn vị', en: 'Identifiers of units' },
  input: z.object({ unitId: idField.optional(), after: idField.optional(), limit: limitField }),
  output: z.object({ codes: z.array(UnitCode), next: idField.nullable() }),
})
export const setUnitCode = endpoint({
  id: 'cases.set-unit-code',
  method: 'POST',
  path: '/cases/settings/unit-codes',
  permission: 'cases:define',
  summary: { vi: 'Khai mã định danh của đơn vị', en: 'Set the identifier of a unit' },
  input: z.object({
    unitId: idField,
    code: z
      .string()
      .max(35)
      .regex(/^[A-Z]\d{2}(?:\.\d{2,3}){0,4}$/, 'cases/bad-unit-code'),
    /** From this day on; the one before ends. */
    validFrom: dayField,
  }),
  output: z.object({ codes: z.array(UnitCode) }),
})

const LateReason = z.object({ code: z.string(), name: bothField, validFrom: dayField, validTo: dayField.nullable() })
export const listLateReasons = endpoint({
  id: 'cases.list-late-reasons',
  method: 'GET',
  path: '/cases/settings/late-reasons',
  permission: 'cases:read',
  summary: { vi: 'Danh mục nguyên nhân chậm', en: 'Reasons for lateness' },
  /** Without a day: all, also those that no longer hold. */
  input: z.object({ day: dayField.optional() }),
  output: z.object({ reasons: z.array(LateReason) }),
})
export const saveLateReason = endpoint({
  id: 'cases.save-late-reason',
  method: 'POST',
  path: '/cases/settings/late-reasons',
  permission: 'cases:define',
  summary: { vi: 'Lưu nguyên nhân chậm', en: 'Save a reason for lateness' },
  input: z
    .object({
      code: z
        .string()
        .max(60)
        .regex(/^[a-z0-9][a-z0-9-]*$/, 'cases/bad-late-reason-code'),
      name: z.object({ vi: line(200), en: line(200) }),
      validFrom: dayField,
      validTo: dayField.nullable().default(null),
    })
    .refine(({ validFrom, validTo }) => validTo === null || validTo > validFrom, {
      path: ['validTo'],
      message: 'cases/ends-before-it-begins',
    }),
  output: z.object({ reasons: z.array(LateReason) }),
})

/** Cases that no unit can go on with: theirs has ended, and not exactly one unit follows it. */
export const listOrphanedCases = endpoint({
  id: 'cases.list-orphaned-cases',
  method: 'GET',
  path: '/cases/orphaned',
  permission: 'cases:steer',
  summary: { vi: 'Hồ sơ của đơn vị đã tách, giải thể', en: 'Cases of units that were split or dissolved' },
  audit: 'read',
  input: z.object({ after: idField.optional(), limit: limitField }),
  output: z.object({
    cases: z.array(
      z.object({
        caseId: idField,
        code: z.string().nullable(),
        version: z.number().int(),
        procedureName: z.string(),
        business: z.enum(BUSINESS_STATES),
        dueAt: momentField.nullable(),
        /** Which of its units is no more. */
        unit: UnitRef,
        /** Who could be. */
        successors: z.array(UnitRef),
      }),
    ),
    next: idField.nullable(),
  }),
})

/** What became of each of many cases: each alone succeeds or is explained. */
const refused = z.array(z.object({ caseId: idField, code: z.string(), detail: z.string() }))

/** Hands cases to another unit, each by an act of its own; of an ended unit too, which is how a person decides where several units follow. */
export const transferCases = endpoint({
  id: 'cases.transfer-cases',
  method: 'POST',
  path: '/cases/transfers',
  permission: 'cases:steer',
  summary: { vi: 'Giao nhiều hồ sơ cho đơn vị khác', en: 'Hand many cases to another unit' },
  reason: 'reason',
  input: z.object({
    cases: z.array(z.object(onCase)).min(1).max(100),
    competentUnitId: idField,
    /** The decision on which it rests, as people cite it. */
    decision: line(200).optional(),
    reason: reasonField,
  }),
  output: z.object({ done: z.array(z.object({ caseId: idField, version: z.number().int() })), refused }),
})

const Move = z.object({
  caseId: idField,
  code: z.string().nullable(),
  version: z.number().int(),
  procedureName: z.string(),
  unit: UnitRef,
  receivedAt: momentField,
  dueAt: momentField,
  /** Counted with the calendar in force now. */
  wouldBeDueAt: momentField,
})
/** Running cases that one answer looks at. */
export const MOST_LOOKED = 2000

export const previewCalendarMove = endpoint({
  id: 'cases.preview-calendar-move',
  method: 'GET',
  path: '/cases/calendar-move',
  permission: 'cases:steer',
  summary: { vi: 'Hồ sơ đổi thời hạn theo lịch mới', en: 'Cases whose deadline another calendar would move' },
  audit: 'read',
  /** `next` may come with no case: it is where to go on looking. So many cases are looked at, at most, before it answers: `MOST_LOOKED`. */
  input: z.object({ unitId: idField.optional(), after: idField.optional(), limit: limitField }),
  output: z.object({ moves: z.array(Move), looked: z.number().int(), next: idField.nullable() }),
})
export const moveDeadlines = endpoint({
  id: 'cases.move-deadlines',
  method: 'POST',
  path: '/cases/calendar-move',
  permission: 'cases:steer',
  summary: { vi: 'Dời thời hạn theo lịch mới', en: 'Move deadlines to the calendar in force' },
  reason: 'reason',
  input: z.object({
    cases: z.array(z.object(onCase)).min(1).max(200),
    /** The decision on which it rests, as people cite it. */
    decision: line(200),
    reason: reasonField,
  }),
  output: z.object({
    done: z.array(z.object({ caseId: idField, version: z.number().int(), dueAt: momentField })),
    refused,
  }),
})
