import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { dayField, flagField, line, paragraphs } from '#kernel/fields.ts'

const yearField = z.coerce.number().int().min(1900).max(2199)
const versionField = z.coerce.number().int().min(0).max(1_000_000)
export const DAY_KINDS = ['off', 'make-up'] as const

/** What is said about a day. */
const DayWord = z.object({
  day: dayField,
  kind: z.enum(DAY_KINDS),
  name: z.object({ vi: line(200), en: line(200) }),
  /** The decision as people cite it. */
  decision: line(300).nullable(),
  confirmed: z.boolean(),
  /** Where this was read, what is still doubtful. */
  sourceNote: paragraphs(1000),
})
export type DayWord = z.output<typeof DayWord>

const ListedDay = DayWord.extend({ version: z.number().int(), changedAt: z.iso.datetime() })
export type ListedDay = z.output<typeof ListedDay>

const YearWord = z.object({
  year: z.number().int(),
  confirmed: z.boolean(),
  decision: z.string().nullable(),
  /** 0: nobody has said anything yet. */
  version: z.number().int(),
  changedAt: z.iso.datetime().nullable(),
})
export type YearWord = z.output<typeof YearWord>

export const listSpecialDays = endpoint({
  id: 'calendar.list-special-days',
  method: 'GET',
  path: '/calendar/special-days',
  permission: 'signed-in',
  summary: { vi: 'Ngày nghỉ, ngày làm bù của một năm', en: 'Days off and make-up days of a year' },
  /** This year when none is named. */
  input: z.object({ year: yearField.optional() }),
  output: z.object({
    year: YearWord,
    days: z.array(ListedDay),
    /** This year and the next, as today has them: deadlines reach into both. `warn`: one of them is not confirmed. */
    near: z.object({ years: z.array(YearWord), warn: z.boolean() }),
  }),
})

export const historyOfSpecialDay = endpoint({
  id: 'calendar.history-of-special-day',
  method: 'GET',
  path: '/calendar/special-days/:day/history',
  permission: 'signed-in',
  summary: { vi: 'Lịch sử của một ngày', en: 'The history of a day' },
  input: z.object({ day: dayField }),
  /** Newest first; at most the last hundred. Kind null: removed. */
  output: z.object({
    versions: z.array(ListedDay.extend({ kind: z.enum(DAY_KINDS).nullable(), reason: z.string() })),
  }),
})

export const setSpecialDays = endpoint({
  id: 'calendar.set-special-days',
  method: 'POST',
  path: '/calendar/special-days',
  permission: 'calendar:manage',
  reason: 'reason',
  summary: { vi: 'Thêm, sửa ngày nghỉ, ngày làm bù', en: 'Add or change days off and make-up days' },
  input: z.object({
    /** `version` is the one that was looked at, 0 for a day about which nothing was said. */
    days: z
      .array(DayWord.extend({ version: versionField }))
      .min(1)
      .max(400),
    reason: line(500),
  }),
  output: z.object({ added: z.number(), changed: z.number(), unchanged: z.number() }),
})

export const removeSpecialDay = endpoint({
  id: 'calendar.remove-special-day',
  method: 'POST',
  path: '/calendar/special-days/:day/removal',
  permission: 'calendar:manage',
  reason: 'reason',
  summary: { vi: 'Bỏ một ngày khỏi lịch', en: 'Take a day out of the calendar' },
  input: z.object({ day: dayField, version: versionField, reason: line(500) }),
  output: z.object({}),
})

export const importSpecialDays = endpoint({
  id: 'calendar.import-special-days',
  method: 'POST',
  path: '/calendar/special-days/import',
  permission: 'calendar:manage',
  reason: 'reason',
  summary: { vi: 'Nhập ngày nghỉ, làm bù từ CSV', en: 'Import days off and make-up days from CSV' },
  /** Columns: day, kind, name_vi, name_en, decision, confirmed, source_note. Nothing is stored while a row is wrong. */
  input: z.object({ text: z.string().min(1).max(300_000), dryRun: flagField, reason: line(500) }),
  output: z.object({
    stored: z.boolean(),
    rows: z.number(),
    added: z.number(),
    changed: z.number(),
    unchanged: z.number(),
    /** At most two hundred. `row` counts from the line of headings, which is 1. */
    wrong: z.array(
      z.object({ row: z.number(), column: z.string(), code: z.string(), values: z.record(z.string(), z.string()) }),
    ),
    wrongRows: z.number(),
  }),
})

export const confirmYear = endpoint({
  id: 'calendar.confirm-year',
  method: 'POST',
  path: '/calendar/years/:year',
  permission: 'calendar:manage',
  reason: 'reason',
  summary: { vi: 'Xác nhận lịch nghỉ của một năm', en: 'Confirm the days off of a year' },
  input: z.object({
    year: yearField,
    confirmed: z.boolean(),
    decision: line(300).nullable(),
    version: versionField,
    reason: line(500),
  }),
  output: z.object({}),
})
