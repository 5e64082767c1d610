import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, dayField, flagField, idField, line, paragraphs } from '#kernel/fields.ts'
import { PERIOD_KINDS } from '#kernel/period.ts'
import { SHEET_ACTS, SHEET_STATUSES } from '../domain/approval.ts'
import { code, decimal, Measure, moment, periodKey, regime } from './definitions.ts'
import { ObservationVersion, PeriodShown, UnitShown } from './figures.ts'

const formCode = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/, 'indicators/bad-code')
const EVERY_STATE = ['reported', 'zero', 'missing', 'not-due', 'not-applicable', 'text'] as const

export const FormShown = z.object({
  id: z.string(),
  code: z.string(),
  name: bothField,
  periodKind: z.enum(PERIOD_KINDS),
  regime,
  dueWorkingDays: z.number(),
  approvalLevels: z.number(),
  measures: z.array(z.string()),
  units: z.number(),
})
export const listForms = endpoint({
  id: 'indicators.list-forms',
  method: 'GET',
  path: '/indicators/forms',
  permission: 'indicators:read',
  summary: { vi: 'Biểu mẫu nhập số liệu', en: 'Entry forms' },
  input: z.object({}),
  output: z.object({ forms: z.array(FormShown) }),
})
export const defineForm = endpoint({
  id: 'indicators.define-form',
  method: 'POST',
  path: '/indicators/forms',
  permission: 'indicators:define',
  summary: { vi: 'Lập biểu mẫu và giao cho đơn vị', en: 'Make an entry form and assign it to units' },
  input: z.object({
    code: formCode,
    name: z.object({ vi: line(300), en: line(300) }),
    periodKind: z.enum(PERIOD_KINDS),
    regime: regime.default('cut-off'),
    /** Working days after the period's last day. */
    dueWorkingDays: z.number().int().min(0).max(60).default(2),
    approvalLevels: z.number().int().min(0).max(3).default(1),
    measures: z.array(code).min(1).max(200),
    units: z.array(idField).max(4000).default([]),
    validFrom: dayField,
  }),
  output: z.object({ id: z.string() }),
})

export const Entry = z.object({
  measure: Measure,
  state: z.enum(EVERY_STATE),
  raw: z.string(),
  value: decimal.nullable(),
  note: z.string(),
  /** A problem code when the draft's text is not a number. */
  wrong: z.string().nullable(),
  previous: z.object({ period: z.string(), value: decimal.nullable() }).nullable(),
})
export const Sheet = z.object({
  sheetId: z.string().nullable(),
  form: FormShown,
  unit: UnitShown,
  period: PeriodShown,
  status: z.enum(SHEET_STATUSES),
  dueOn: z.string(),
  overdue: z.boolean(),
  chain: z.array(z.object({ unit: UnitShown, signed: z.boolean(), turn: z.boolean() })),
  entries: z.array(Entry),
  steps: z.array(
    z.object({ act: z.enum(SHEET_ACTS), at: moment, by: z.string(), comment: z.string(), unit: z.string() }),
  ),
  evidence: z.array(
    z.object({ id: z.string(), fileId: z.string(), name: z.string(), addedBy: z.string(), addedAt: moment }),
  ),
  may: z.object({ write: z.boolean(), submit: z.boolean(), approve: z.boolean(), reopen: z.boolean() }),
})
export type Sheet = z.infer<typeof Sheet>

const sheetKey = { form: formCode, unitId: idField, period: periodKey }
export const getSheet = endpoint({
  id: 'indicators.get-sheet',
  method: 'GET',
  path: '/indicators/sheets/:form/:unitId/:period',
  permission: 'indicators:read',
  summary: { vi: 'Biểu nhập của đơn vị trong kỳ', en: 'A unit’s form for a period' },
  input: z.object(sheetKey),
  output: Sheet,
})
export const saveObservations = endpoint({
  id: 'indicators.save-observations',
  method: 'PUT',
  path: '/indicators/sheets/:form/:unitId/:period',
  permission: 'indicators:write',
  audit: 'none',
  summary: { vi: 'Lưu nháp số liệu', en: 'Save drafts of what is being typed' },
  input: z.object({
    ...sheetKey,
    entries: z
      .array(
        z.object({
          measure: code,
          raw: z.string().max(400),
          note: paragraphs(2000).default(''),
          notApplicable: z.boolean().default(false),
        }),
      )
      .max(200),
  }),
  output: z.object({
    sheetId: z.string(),
    savedAt: moment,
    entries: z.array(
      z.object({
        measure: z.string(),
        value: decimal.nullable(),
        state: z.enum(EVERY_STATE),
        wrong: z.string().nullable(),
        ambiguous: z.boolean(),
      }),
    ),
  }),
})
const stepInput = { sheetId: idField, comment: paragraphs(2000).default('') }
const stepOutput = z.object({ sheetId: z.string(), status: z.enum(SHEET_STATUSES) })
export const submitSheet = endpoint({
  id: 'indicators.submit-sheet',
  method: 'POST',
  path: '/indicators/sheets/:sheetId/submission',
  permission: 'indicators:submit',
  summary: { vi: 'Nộp biểu', en: 'Submit a form' },
  /** `reason` is asked when numbers differ from what was submitted before. */
  input: z.object(stepInput),
  output: stepOutput,
})
export const approveSheet = endpoint({
  id: 'indicators.approve-sheet',
  method: 'POST',
  path: '/indicators/sheets/:sheetId/approval',
  permission: 'indicators:approve',
  summary: { vi: 'Duyệt biểu', en: 'Approve a form' },
  input: z.object(stepInput),
  output: stepOutput,
})
export const returnSheet = endpoint({
  id: 'indicators.return-sheet',
  method: 'POST',
  path: '/indicators/sheets/:sheetId/return',
  permission: 'indicators:approve',
  summary: { vi: 'Trả lại biểu kèm ý kiến', en: 'Return a form with a comment' },
  input: z.object({ sheetId: idField, comment: line(2000) }),
  output: stepOutput,
})
export const reopenSheet = endpoint({
  id: 'indicators.reopen-sheet',
  method: 'POST',
  path: '/indicators/sheets/:sheetId/reopening',
  permission: 'indicators:approve',
  summary: { vi: 'Mở lại biểu đã duyệt, có lý do', en: 'Reopen an approved form, with a reason' },
  input: z.object({ sheetId: idField, comment: line(2000) }),
  output: stepOutput,
})
export const addEvidence = endpoint({
  id: 'indicators.add-evidence',
  method: 'POST',
  path: '/indicators/sheets/:sheetId/evidence',
  permission: 'indicators:write',
  summary: { vi: 'Đính kèm tài liệu kiểm chứng', en: 'Attach evidence' },
  input: z.object({ sheetId: idField, fileId: idField, measure: code.nullable().default(null) }),
  output: z.object({ id: z.string() }),
})

export const openEvidence = endpoint({
  id: 'indicators.open-evidence',
  method: 'GET',
  path: '/indicators/evidence/:fileId',
  permission: 'indicators:read',
  answers: 'file',
  audit: 'read',
  summary: { vi: 'Mở tài liệu kiểm chứng', en: 'Open a piece of evidence' },
  /** Refused when the file is not attached to a form of a unit the reader may see. */
  input: z.object({ fileId: idField }),
  output: z.custom<{ name: string; mediaType: string; bytes: Uint8Array }>(),
})

export const Task = z.object({
  form: z.object({ code: z.string(), name: bothField }),
  unit: UnitShown,
  period: PeriodShown,
  sheetId: z.string().nullable(),
  status: z.enum(SHEET_STATUSES),
  dueOn: z.string(),
  overdue: z.boolean(),
  filled: z.number(),
  expected: z.number(),
})
export const listEntryTasks = endpoint({
  id: 'indicators.list-entry-tasks',
  method: 'GET',
  path: '/indicators/tasks',
  permission: 'indicators:write',
  summary: { vi: 'Biểu phải nhập của đơn vị tôi', en: 'Forms my units have to fill in' },
  input: z.object({ day: dayField.optional(), done: flagField.default(false) }),
  output: z.object({ tasks: z.array(Task) }),
})
export const listApprovals = endpoint({
  id: 'indicators.list-approvals',
  method: 'GET',
  path: '/indicators/approvals',
  permission: 'indicators:approve',
  summary: { vi: 'Biểu chờ tôi duyệt', en: 'Forms waiting for my approval' },
  input: z.object({ all: flagField.default(false) }),
  output: z.object({
    sheets: z.array(
      Task.extend({
        turn: UnitShown.nullable(),
        mine: z.boolean(),
        submittedBy: z.string(),
        submittedAt: moment.nullable(),
      }),
    ),
  }),
})
export const completeness = endpoint({
  id: 'indicators.completeness',
  method: 'GET',
  path: '/indicators/completeness/:form/:year',
  permission: 'indicators:read',
  summary: { vi: 'Mức độ đầy đủ theo đơn vị và kỳ', en: 'Completeness by unit and period' },
  input: z.object({ form: formCode, year: z.coerce.number().int().min(1950).max(2150) }),
  output: z.object({
    form: FormShown,
    periods: z.array(PeriodShown.extend({ dueOn: z.string() })),
    rows: z.array(
      z.object({
        unit: UnitShown,
        cells: z.array(
          z.object({
            state: z.enum([
              'final',
              'approved',
              'submitted',
              'returned',
              'draft',
              'missing',
              'not-due',
              'not-assigned',
            ]),
            filled: z.number(),
            expected: z.number(),
          }),
        ),
      }),
    ),
  }),
})
export const historyOfObservation = endpoint({
  id: 'indicators.history-of-observation',
  method: 'GET',
  path: '/indicators/observations/history/:measure/:unitId/:period',
  permission: 'indicators:read',
  summary: { vi: 'Các phiên bản của một số liệu đã báo cáo', en: 'Versions of a reported number' },
  input: z.object({ measure: code, unitId: idField, period: periodKey, regime: regime.default('cut-off') }),
  output: z.object({ measure: Measure, versions: z.array(ObservationVersion) }),
})
export const exportTemplate = endpoint({
  id: 'indicators.export-template',
  method: 'GET',
  path: '/indicators/forms/:form/template',
  permission: 'indicators:read',
  answers: 'file',
  summary: { vi: 'Tải mẫu Excel của biểu', en: 'Excel template of a form' },
  input: z.object({ form: formCode, period: periodKey, filled: flagField.default(true) }),
  output: z.custom<{ name: string; mediaType: string; bytes: Uint8Array }>(),
})
