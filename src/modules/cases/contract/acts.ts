import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { dayField, idField, line } from '#kernel/fields.ts'
import { OUTCOMES, RETURN_WAYS } from '../domain/words.ts'
import { act } from './act.ts'
import {
  Answers,
  CaseDetail,
  flagField,
  noteField,
  onCase,
  PaperInput,
  PartyInput,
  RepresentativeInput,
  reasonField,
} from './shapes.ts'

// Every act answers with the case as it is afterwards. `cases:receive` receive, check, return, supplement, withdraw at the desk; `cases:process` work on it;
// `cases:approve` decide; `cases:steer` assign to others, transfer, reopen, move deadlines.

export const receiveCase = act(
  'receive-case',
  'cases:receive',
  { vi: 'Tiếp nhận hồ sơ đã nộp', en: 'Receive a submitted case' },
  {
    note: noteField,
  },
)
export const refuseCase = act(
  'refuse-case',
  'cases:receive',
  { vi: 'Từ chối tiếp nhận', en: 'Refuse to receive' },
  { reason: reasonField },
)
export const assignCase = act(
  'assign-case',
  'cases:process',
  { vi: 'Phân công', en: 'Assign' },
  {
    /** An account; one's own takes the case. */
    assigneeId: idField,
    note: noteField,
  },
)
/** What was looked at, without moving the case: a paper in order or not. */
export const checkCase = act(
  'check-case',
  'cases:process',
  { vi: 'Thẩm tra thành phần', en: 'Check the papers' },
  {
    papers: z.array(z.object({ code: z.string().max(60), fine: flagField, note: noteField })).max(100),
    note: noteField,
  },
)
/** Hands the case on to the next step; without `stepId` the one the conditions lead to. */
export const forwardCase = act(
  'forward-case',
  'cases:process',
  { vi: 'Chuyển bước tiếp theo', en: 'Hand on' },
  {
    stepId: z.string().max(60).optional(),
    unitId: idField.optional(),
    assigneeId: idField.optional(),
    note: noteField,
  },
)
export const sendBackCase = act(
  'send-back-case',
  'cases:process',
  { vi: 'Chuyển trả bước trước', en: 'Send back' },
  {
    stepId: z.string().max(60),
    reason: reasonField,
  },
)
export const askSupplement = act(
  'ask-supplement',
  'cases:process',
  { vi: 'Yêu cầu bổ sung', en: 'Ask for supplements' },
  {
    reason: reasonField,
    papers: z
      .array(
        z.object({
          code: z.string().max(60),
          name: line(500).optional(),
          form: z.enum(['original', 'certified-copy', 'copy', 'electronic']),
          copies: z.int().min(1).max(50).default(1),
          note: noteField,
        }),
      )
      .min(1)
      .max(60),
  },
)
export const supplementCase = act(
  'supplement-case',
  'cases:receive',
  { vi: 'Tiếp nhận bổ sung', en: 'Receive supplements' },
  {
    papers: z.array(PaperInput).max(100).default([]),
    answers: Answers.default({}),
    note: noteField,
  },
)
export const consultUnits = act(
  'consult-units',
  'cases:process',
  { vi: 'Lấy ý kiến đơn vị khác', en: 'Ask other units' },
  {
    unitIds: z.array(idField).min(1).max(20),
    question: reasonField,
    dueOn: dayField.optional(),
  },
)
export const answerOpinion = act(
  'answer-opinion',
  'cases:process',
  { vi: 'Trả lời ý kiến', en: 'Answer an opinion' },
  {
    opinionId: idField,
    agrees: flagField,
    answer: reasonField,
    fileId: idField.nullable().default(null),
  },
)
export const decideCase = act(
  'decide-case',
  'cases:approve',
  { vi: 'Phê duyệt, ban hành kết quả', en: 'Decide' },
  {
    outcome: z.enum(OUTCOMES),
    results: z
      .array(
        z.object({
          code: z.string().max(60),
          number: line(60).nullable().default(null),
          issuedOn: dayField.optional(),
          fileId: idField.nullable().default(null),
        }),
      )
      .max(20)
      .default([]),
    /** Why it is rejected; needed then. */
    note: noteField,
    /** Needed when it is late. */
    lateReason: line(60).optional(),
  },
)
/** Form 04: once, before the deadline passes, with the new moment. */
export const extendCase = act(
  'extend-case',
  'cases:approve',
  { vi: 'Xin lỗi và hẹn lại ngày trả', en: 'Apologise and set a new date' },
  {
    newDueAt: z.iso.datetime({ offset: true }),
    reason: reasonField,
    lateReason: line(60),
  },
)
export const stopCase = act(
  'stop-case',
  'cases:approve',
  { vi: 'Dừng giải quyết', en: 'Stop' },
  {
    reason: reasonField,
    decision: line(200),
    /** What becomes of what was paid. */
    finance: z.enum(['keep', 'refund']).default('keep'),
  },
)
export const withdrawCase = act(
  'withdraw-case',
  'cases:receive',
  { vi: 'Rút hồ sơ', en: 'Withdraw' },
  { reason: reasonField },
)
export const returnResult = act(
  'return-result',
  'cases:receive',
  { vi: 'Trả kết quả', en: 'Return the result' },
  {
    way: z.enum(RETURN_WAYS),
    /** Who took it, or the postal number. */
    receiver: line(200).nullable().default(null),
    note: noteField,
  },
)
export const reopenCase = act(
  'reopen-case',
  'cases:steer',
  { vi: 'Mở lại hồ sơ', en: 'Reopen' },
  { reason: reasonField },
)
export const transferCase = act(
  'transfer-case',
  'cases:steer',
  { vi: 'Chuyển cơ quan giải quyết', en: 'Transfer to another unit' },
  {
    competentUnitId: idField,
    reason: reasonField,
  },
)
export const giveLateReason = act(
  'give-late-reason',
  'cases:process',
  { vi: 'Ghi nguyên nhân chậm', en: 'Give the reason for lateness' },
  {
    lateReason: line(60),
    stepId: z.string().max(60).nullable().default(null),
    note: noteField,
  },
)
export const correctCase = act(
  'correct-case',
  'cases:receive',
  { vi: 'Sửa thông tin hồ sơ', en: 'Correct a case' },
  {
    title: line(500).optional(),
    subject: PartyInput.optional(),
    representative: RepresentativeInput.nullable().optional(),
    reason: reasonField,
  },
)

/** The same act on many cases; each alone succeeds or is explained. */
export const actOnMany = endpoint({
  id: 'cases.act-on-many',
  method: 'POST',
  path: '/cases/acts',
  permission: 'cases:process',
  summary: { vi: 'Xử lý nhiều hồ sơ cùng lúc', en: 'Act on many cases' },
  input: z.object({
    act: z.enum(['receive', 'assign', 'forward', 'decide', 'return']),
    cases: z.array(z.object(onCase)).min(1).max(100),
    assigneeId: idField.optional(),
    outcome: z.enum(OUTCOMES).default('granted'),
    way: z.enum(RETURN_WAYS).default('desk'),
    note: noteField,
    lateReason: line(60).optional(),
  }),
  output: z.object({
    done: z.array(z.object({ caseId: idField, version: z.number().int() })),
    refused: z.array(z.object({ caseId: idField, code: z.string(), detail: z.string() })),
  }),
})

export const getCase = endpoint({
  id: 'cases.get-case',
  method: 'GET',
  path: '/cases/:caseId',
  permission: 'cases:read',
  summary: { vi: 'Xem hồ sơ', en: 'See a case' },
  audit: 'read',
  input: z.object({ caseId: idField }),
  output: CaseDetail,
})
