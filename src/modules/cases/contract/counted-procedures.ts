import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, dayField, line } from '#kernel/fields.ts'
import { INDEX_PARTS } from '../domain/index-766/indicators.ts'
import { CASE_TABLES } from '../domain/report-tables.ts'
import { daysAsked } from './counting.ts'

/** The procedures behind a number: of one catalogue, so never more than some thousands. */
const Procedures = z.object({
  procedures: z.array(
    z.object({
      code: z.string(),
      name: bothField,
      /** Of 1.1 and 1.2 of the index: the decisions on it, each held against its day. */
      records: z
        .array(
          z.object({
            decisionNumber: z.string(),
            decisionOn: dayField,
            dueOn: dayField.nullable(),
            /** Null: not yet. */
            doneOn: dayField.nullable(),
            onTime: z.boolean().nullable(),
          }),
        )
        .optional(),
    }),
  ),
  total: z.number().int(),
})

export const caseReportProcedures = endpoint({
  id: 'cases.case-report-procedures',
  method: 'GET',
  path: '/cases/report/procedures',
  permission: 'indicators:read',
  summary: { vi: 'Các thủ tục tạo nên một số liệu', en: 'The procedures behind a figure' },
  input: z.object({
    ...daysAsked,
    table: z.enum(CASE_TABLES),
    column: line(40),
    /** The row of `unitId`: as a unit below, what it does by itself, or the total with those below. */
    kind: z.enum(['unit', 'own', 'total']),
  }),
  output: Procedures,
})

export const index766Procedures = endpoint({
  id: 'cases.index-766-procedures',
  method: 'GET',
  path: '/cases/index-766/procedures',
  permission: 'indicators:read',
  summary: { vi: 'Thủ tục của một mục chỉ số 766', en: 'Procedures behind an item of the 766 index' },
  input: z.object({
    ...daysAsked,
    indicator: line(10),
    /** `lost`: in the denominator and not in the numerator. */
    part: z.enum(INDEX_PARTS).default('lost'),
  }),
  output: Procedures,
})
