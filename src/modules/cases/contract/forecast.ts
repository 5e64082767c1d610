import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, idField, limitField, momentField } from '#kernel/fields.ts'
import { LEVELS } from '../domain/forecast.ts'
import { UnitRef } from './shapes.ts'

export const ForecastShown = z.object({
  /** Where the comparable cases come from. */
  level: z.enum(LEVELS),
  /** Comparable ended cases, and how many of them needed more time than is left. */
  ofCases: z.number().int(),
  late: z.number().int(),
})
const Responsible = z.object({
  stepName: bothField.nullable(),
  personName: z.string().nullable(),
  overMinutes: z.number().int(),
})
export const ApologyDraft = z.object({
  id: idField,
  dueAt: momentField,
  proposedDueAt: momentField,
  lateReason: z.string(),
  personName: z.string().nullable(),
  text: z.string(),
  /** How many comparable cases the new moment rests on; null: on half of the term, as there are too few. */
  ofCases: z.number().int().nullable(),
})
export type ApologyDraft = z.infer<typeof ApologyDraft>

export const caseForecast = endpoint({
  id: 'cases.case-forecast',
  method: 'GET',
  path: '/cases/:caseId/forecast',
  permission: 'cases:read',
  summary: { vi: 'Dự báo trễ hạn của hồ sơ', en: 'Forecast of a case' },
  audit: 'read',
  input: z.object({ caseId: idField }),
  output: z.object({
    /** Null: not running, late already, or too few comparable cases. */
    forecast: ForecastShown.nullable(),
    elapsedMinutes: z.number().int(),
    minutesLeft: z.number().int().nullable(),
    stays: z.array(
      z.object({ stepName: bothField.nullable(), minutes: z.number().int(), personName: z.string().nullable() }),
    ),
    /** The step furthest beyond its limit, and who had the case there; null: none is. */
    responsible: Responsible.nullable(),
    draft: ApologyDraft.nullable(),
  }),
})

const AtRisk = z.object({
  caseId: idField,
  code: z.string().nullable(),
  procedureName: z.string(),
  unit: UnitRef,
  stepName: bothField.nullable(),
  personName: z.string().nullable(),
  dueAt: momentField,
  minutesLeft: z.number().int(),
  elapsedMinutes: z.number().int(),
  forecast: ForecastShown.nullable(),
})
export type AtRisk = z.infer<typeof AtRisk>

/** Open cases due within the next working days, the likeliest to breach first; those of which nothing can be said last. */
export const listCasesAtRisk = endpoint({
  id: 'cases.list-cases-at-risk',
  method: 'GET',
  path: '/cases/at-risk',
  permission: 'cases:read',
  summary: { vi: 'Hồ sơ có nguy cơ trễ hạn', en: 'Cases at risk' },
  audit: 'read',
  input: z.object({ days: z.coerce.number().int().min(1).max(10).default(5) }),
  output: z.object({ cases: z.array(AtRisk), more: z.boolean() }),
})

export const listApologyDrafts = endpoint({
  id: 'cases.list-apology-drafts',
  method: 'GET',
  path: '/cases/apology-drafts',
  permission: 'cases:read',
  summary: { vi: 'Dự thảo xin lỗi, hồ sơ sắp trễ', en: 'Drafts of apologies' },
  audit: 'read',
  input: z.object({ after: idField.optional(), limit: limitField }),
  output: z.object({
    drafts: z.array(
      ApologyDraft.extend({ caseId: idField, code: z.string().nullable(), procedureName: z.string(), unit: UnitRef }),
    ),
    next: idField.nullable(),
  }),
})

/** How good forecasts would have been for past cases, each made one working day before due from what had ended by then alone. */
export const forecastAccuracy = endpoint({
  id: 'cases.forecast-accuracy',
  method: 'GET',
  path: '/cases/forecast-accuracy',
  permission: 'cases:read',
  summary: { vi: 'Độ chính xác của dự báo', en: 'Accuracy of forecasts' },
  input: z.object({}),
  output: z.object({
    /** Past cases looked at, and those of which too little was known. */
    looked: z.number().int(),
    unsaid: z.number().int(),
    accuracy: z
      .object({
        cases: z.number().int(),
        late: z.number().int(),
        brier: z.number(),
        brierOfBase: z.number(),
        lateForetold: z.number().int(),
        calibration: z.array(
          z.object({ tenth: z.number().int(), cases: z.number().int(), foretold: z.number(), late: z.number().int() }),
        ),
      })
      .nullable(),
  }),
})

export const workloadForecast = endpoint({
  id: 'cases.workload-forecast',
  method: 'GET',
  path: '/cases/workload-forecast',
  permission: 'cases:read',
  summary: { vi: 'Dự báo khối lượng việc', en: 'Forecast of workload' },
  input: z.object({ unitId: idField.optional() }),
  output: z.object({
    /** Open and past due now. */
    overdue: z.number().int(),
    days: z.array(
      z.object({
        day: z.string(),
        due: z.number().int(),
        /** Expected to arrive: median and the range of eight days in ten; null with fewer than four such weekdays. */
        arrivals: z
          .object({ low: z.number(), middle: z.number(), high: z.number(), ofDays: z.number().int() })
          .nullable(),
      }),
    ),
  }),
})
