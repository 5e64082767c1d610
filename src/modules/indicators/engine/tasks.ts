import type { z } from 'zod'
import { addDays, type Day } from '#kernel/calendar.ts'
import { periodKey, periodRange, periodsOfYear, regimeOf } from '#kernel/period.ts'
import { addWorkingDays, type WorkingCalendar } from '#kernel/work-time/working-calendar.ts'
import { findUnitAt, type Structure } from '#modules/organisation/index.ts'
import type { Task } from '../contract.ts'
import { statusOf } from '../domain/approval.ts'
import type { AssignmentRow, ListedForm, SheetSummary } from '../store/sheets.ts'
import type { PeriodAsked } from './query.ts'
import { levelsOf } from './sheets.ts'
import { shownPeriod, shownUnit } from './shown.ts'

/** How long before its end a period's form may be filled in: a report is written when its days are nearly over. */
const OPENS_DAYS_BEFORE_END = 31
/** Forms older than this that nobody filled in are no longer put before people as work. */
const LISTED_DAYS = 400

export type Duty = {
  readonly form: ListedForm
  readonly unitId: string
  readonly period: PeriodAsked
  readonly due: Day
  readonly sheet: SheetSummary | undefined
}

/** The periods of a form between two days, by the day on which they end. */
export function periodsOfForm(form: ListedForm, from: Day, to: Day): readonly PeriodAsked[] {
  const years: number[] = []
  for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)) + 1; year++) years.push(year)
  return years
    .flatMap((year) => periodsOfYear(form.periodKind, year))
    .map((period) => ({ key: periodKey(period), period, range: periodRange(period, regimeOf(form.regime)) }))
    .filter(({ range }) => from <= range.to && range.to <= to)
}

/** Every form that a unit has had to fill in lately or has to soon, with what has been done about it. */
export function dutiesOf(
  structure: Structure,
  known: {
    readonly forms: readonly ListedForm[]
    readonly assignments: readonly AssignmentRow[]
    readonly sheets: readonly SheetSummary[]
    readonly calendar: WorkingCalendar
  },
  today: Day,
): readonly Duty[] {
  const sheets = new Map(known.sheets.map((sheet) => [`${sheet.formId} ${sheet.unitId} ${sheet.periodTo}`, sheet]))
  const byForm = Map.groupBy(known.assignments, ({ formId }) => formId)
  const { from, to } = listedDays(today)
  return known.forms.flatMap((form) =>
    periodsOfForm(form, from, to).flatMap((period) => {
      const { range } = period
      const due = addWorkingDays(range.to, form.dueWorkingDays, known.calendar)
      return (byForm.get(form.id) ?? [])
        .filter(
          ({ unitId, validFrom, validTo }) =>
            validFrom <= range.to &&
            (validTo === null || range.to < validTo) &&
            findUnitAt(structure, unitId, range.to),
        )
        .map(({ unitId }) => ({ form, unitId, period, due, sheet: sheets.get(`${form.id} ${unitId} ${range.to}`) }))
    }),
  )
}

/** The ends of the periods that are looked at. */
export function listedDays(today: Day): { readonly from: Day; readonly to: Day } {
  return { from: addDays(today, -LISTED_DAYS), to: addDays(today, OPENS_DAYS_BEFORE_END) }
}

/** A duty as it travels. */
export function shownTask(
  structure: Structure,
  { form, unitId, period, due, sheet }: Duty,
  today: Day,
): z.infer<typeof Task> {
  const levels = sheet?.levels ?? levelsOf(structure, form, unitId, period.range.to)
  const stage = sheet?.stage ?? 0
  return {
    form: { code: form.code, name: { vi: form.nameVi, en: form.nameEn } },
    unit: shownUnit(structure, unitId, period.range.to),
    period: shownPeriod(period, form.regime),
    sheetId: sheet?.id ?? null,
    status: sheet ? statusOf({ stage, returned: sheet.returned, levels }) : 'none',
    dueOn: due,
    overdue: stage === 0 && today > due,
    filled: Math.min(form.measures.length, Math.max(sheet?.drafts ?? 0, sheet?.filled ?? 0)),
    expected: form.measures.length,
  }
}
