import { z } from 'zod'
import { endpoint, type FileAnswer } from '#kernel/endpoint.ts'
import { bothField, dayField, idField, limitField, line, momentField } from '#kernel/fields.ts'
import { parsePeriodKey } from '#kernel/period.ts'
import { INDEX_PARTS } from '../domain/index-766/indicators.ts'
import { MEAN_UNITS } from '../domain/index-766/mean-time.ts'
import { CASE_MEASURES } from '../domain/measures.ts'
import { CASE_TABLES, STOCKS } from '../domain/report-tables.ts'
import { BUSINESS_STATES } from '../domain/words.ts'
import { UnitRef } from './shapes.ts'

export type CaseTableName = (typeof CASE_TABLES)[number]
const CODES = CASE_MEASURES.map(({ code }) => code)

/** Whose figures of which days: a period of either kind, or days of one's own. */
export const daysAsked = {
  unitId: idField,
  /** `2026-M11`, `2026-Q4` … (kernel/period); else `from` and `to`. */
  period: z
    .string()
    .refine((text) => parsePeriodKey(text) !== null, 'indicators/bad-period')
    .optional(),
  regime: z.enum(['cut-off', 'calendar']).default('cut-off'),
  from: dayField.optional(),
  /** The last day, included. */
  to: dayField.optional(),
  /** In the structure of which day; the last of the days, or today, if not given. */
  structureDay: dayField.optional(),
}
export const DaysShown = z.object({
  period: z.string().nullable(),
  regime: z.enum(['cut-off', 'calendar']),
  from: z.string(),
  to: z.string(),
  label: bothField,
  structureDay: z.string(),
})

export const ReportCell = z.object({
  /** Null: not derivable in this structure, or a ratio. */
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  certainty: z.enum(['exact', 'estimated', 'not-derivable']),
  /** What the cell opens to: the measure or the stock to give to `case-report-cases`, or `procedures:` and the column for `case-report-procedures`. */
  opens: z.string().nullable(),
})
export const ReportColumn = z.object({
  key: z.string(),
  label: bothField,
  group: bothField.nullable(),
  form: z.enum(['count', 'ratio']),
  addsUp: z.boolean(),
  /** For a ratio: the columns it is made of. */
  of: z.tuple([z.string(), z.string()]).nullable(),
})
export const ReportRow = z.object({
  unit: UnitRef,
  /** `own`: what the unit does by itself. */
  kind: z.enum(['unit', 'own', 'total']),
  cells: z.array(ReportCell),
})

export const caseReport = endpoint({
  id: 'cases.case-report',
  method: 'GET',
  path: '/cases/report',
  permission: 'indicators:read',
  summary: { vi: 'Bảng số liệu một cửa', en: 'Tables of one-stop figures' },
  input: z.object({ ...daysAsked, table: z.enum(CASE_TABLES) }),
  output: z.object({
    table: z.enum(CASE_TABLES),
    title: bothField,
    note: bothField.nullable(),
    days: DaysShown,
    unit: UnitRef,
    columns: z.array(ReportColumn),
    /** The units below, what the unit does by itself, and the total. */
    rows: z.array(ReportRow),
  }),
})

/** A case behind a figure; null where the reader's units do not reach it: the count is seen, the row is masked. */
export const CountedCaseRow = z.object({
  day: z.string(),
  value: z.number(),
  unit: UnitRef,
  case: z
    .object({
      id: idField,
      code: z.string().nullable(),
      procedureName: z.string(),
      business: z.enum(BUSINESS_STATES),
      receivedAt: momentField.nullable(),
      dueAt: momentField.nullable(),
      endedAt: momentField.nullable(),
    })
    .nullable(),
})

export const caseReportCases = endpoint({
  id: 'cases.case-report-cases',
  method: 'GET',
  path: '/cases/report/cases',
  permission: 'indicators:read',
  summary: { vi: 'Các hồ sơ tạo nên một số liệu', en: 'The cases behind a figure' },
  audit: 'read',
  input: z.object({
    ...daysAsked,
    what: z.enum([...CODES, ...STOCKS]),
    /** Only what the unit did by itself. */
    reach: z.enum(['own', 'subtree']).default('subtree'),
    after: z.string().max(100).optional(),
    limit: limitField,
  }),
  output: z.object({
    rows: z.array(CountedCaseRow),
    /** What all pages add up to. */
    total: z.number(),
    masked: z.number().int(),
    next: z.string().nullable(),
  }),
})

const file = z.custom<FileAnswer>((value) => typeof value === 'object' && value !== null && 'bytes' in value)

export const exportCaseReport = endpoint({
  id: 'cases.export-case-report',
  method: 'GET',
  path: '/cases/report/file',
  permission: 'indicators:read',
  summary: { vi: 'Tải bảng số liệu một cửa', en: 'Download a table of one-stop figures' },
  answers: 'file',
  perMinute: 30,
  input: z.object({
    ...daysAsked,
    table: z.enum([...CASE_TABLES, 'ii-06', 'index-766']),
    format: z.enum(['docx', 'xlsx', 'pdf']),
  }),
  output: file,
})

/** Form II.06: numbers stand for its printed columns. */
export const II06_COLUMNS = ['3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13'] as const
export const FormRow = z.object({
  fieldCode: z.string().nullable(),
  name: bothField,
  counts: z.record(z.enum(II06_COLUMNS), z.number()),
})
export const formII06 = endpoint({
  id: 'cases.form-ii-06',
  method: 'GET',
  path: '/cases/report/ii-06',
  permission: 'indicators:read',
  summary: {
    vi: 'Biểu II.06: tình hình, kết quả giải quyết thủ tục',
    en: 'Form II.06: procedures received and settled',
  },
  input: z.object(daysAsked),
  output: z.object({
    days: DaysShown,
    unit: UnitRef,
    rows: z.array(FormRow),
    total: FormRow,
    /** The identities of the form, each proved row by row. */
    checks: z.array(z.object({ formula: z.string(), holds: z.boolean(), failing: z.array(z.string()) })),
    /** A part of some unit belongs here and nobody knows which: it is left out. */
    incomplete: z.boolean(),
  }),
})
export const formII06Cases = endpoint({
  id: 'cases.form-ii-06-cases',
  method: 'GET',
  path: '/cases/report/ii-06/cases',
  permission: 'indicators:read',
  summary: { vi: 'Các hồ sơ của một ô biểu II.06', en: 'The cases behind a cell of form II.06' },
  audit: 'read',
  input: z.object({
    ...daysAsked,
    column: z.enum(II06_COLUMNS),
    /** The code of a field; without it the total of the column. */
    field: line(100).optional(),
    after: z.string().max(100).optional(),
    limit: limitField,
  }),
  output: caseReportCases.output,
})

export const INDEX_GROUPS = ['transparency', 'progress', 'online', 'payment', 'digital', 'satisfaction'] as const
export const IndexLine = z.object({
  id: z.string(),
  group: z.enum(INDEX_GROUPS),
  name: bothField,
  formula: bothField,
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** Per cent, two decimals; null when it cannot be said. */
  ratio: z.number().nullable(),
  /** With four decimals, so that they add up. Null: not scored (2.2), nothing to count, or no source. */
  points: z.number().nullable(),
  maxPoints: z.number().nullable(),
  cap: z.number().nullable(),
  /** Where the points of the indicator come from. */
  weight: z.object({ checked: z.boolean(), assumed: z.boolean(), source: z.string() }).nullable(),
  /** What the platform has no source for; shown as such, never invented. */
  missing: z.array(bothField),
  /** False: nothing of the kind is taken in yet, or how it counts is not known for sure; it earns nothing, and its points are in no maximum. */
  hasSource: z.boolean(),
  /** What its counts open to; null: nothing is counted. */
  opens: z.enum(['cases', 'procedures', 'records']).nullable(),
  /** Of records: the measures that are the two counts. */
  measures: z.object({ numerator: z.string(), denominator: z.string() }).nullable(),
  /** How many cases or procedures cost points. */
  lost: z.number().int().nullable(),
})
const summed = {
  points: z.number(),
  /** Of what has a source. */
  maxPoints: z.number(),
  /** Points of what had nothing to count in the period. */
  unknownPoints: z.number(),
  /** Points of what has no source yet: in no maximum. */
  withoutSourcePoints: z.number(),
}
export const index766 = endpoint({
  id: 'cases.index-766',
  method: 'GET',
  path: '/cases/index-766',
  permission: 'indicators:read',
  summary: { vi: 'Chỉ số phục vụ người dân, doanh nghiệp (766)', en: 'The 766 index' },
  input: z.object({
    ...daysAsked,
    /** Of 2.2; without it, the procedure with the most cases received in the days and settled. */
    procedureCode: z.string().max(40).optional(),
  }),
  output: z.object({
    days: DaysShown,
    unit: UnitRef,
    lines: z.array(IndexLine),
    groups: z.array(
      z.object({
        group: z.enum(INDEX_GROUPS),
        name: bothField,
        ...summed,
      }),
    ),
    total: z.object(summed),
    /** With what is known alone, and if everything unknown were whole. */
    bands: z.object({ low: bothField, high: bothField }),
    /** 2.2: sum of the times ÷ cases received in the days and settled, of one procedure; null: there is none. */
    meanTime: z
      .object({
        procedure: z.object({ code: z.string(), name: bothField }),
        chosen: z.enum(['asked', 'most-cases']),
        unit: z.enum(MEAN_UNITS),
        sum: z.number(),
        cases: z.number().int(),
        mean: z.number().nullable(),
        /** What the procedure lays down, in the unit. */
        term: z.number().nullable(),
      })
      .nullable(),
  }),
})
export const index766Cases = endpoint({
  id: 'cases.index-766-cases',
  method: 'GET',
  path: '/cases/index-766/cases',
  permission: 'indicators:read',
  summary: { vi: 'Hồ sơ của một mục chỉ số 766', en: 'Cases behind an item of the 766 index' },
  audit: 'read',
  input: z.object({
    ...daysAsked,
    indicator: line(10),
    /** `lost`: what costs points, in the denominator and not in the numerator. */
    part: z.enum(INDEX_PARTS).default('lost'),
    after: z.string().max(100).optional(),
    limit: limitField,
  }),
  output: caseReportCases.output,
})
