import { dayAt } from '#kernel/calendar.ts'
import { addWorkingDays } from '#kernel/work-time/working-calendar.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import { findUnitAt, loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { statusOf } from '../domain/approval.ts'
import { getForm, levelsOf, shownForm } from '../engine/sheets.ts'
import { shownPeriod, shownUnit } from '../engine/shown.ts'
import { periodsOfForm } from '../engine/tasks.ts'
import { listAssignments, listSheets, type SheetSummary } from '../store/sheets.ts'

export const completeness = operation(contract.completeness, async ({ tx, now }, { form: code, year }) => {
  const today = dayAt(now)
  const form = await getForm(tx, code)
  const structure = await loadStructure(tx)
  const calendar = await loadCalendar(tx, null)
  const periods = periodsOfForm(form, `${year}-01-01`, `${year}-12-31`)
    .filter(({ period }) => period.year === year)
    .map((period) => ({ period, due: addWorkingDays(period.range.to, form.dueWorkingDays, calendar) }))
  const assignments = await listAssignments(tx, [form.id], false)
  const listed = await listSheets(tx, { formIds: [form.id], from: `${year - 1}-12-01`, to: `${year}-12-31` })
  const sheets = new Map(listed.map((sheet) => [`${sheet.unitId} ${sheet.periodTo}`, sheet]))
  const expected = form.measures.length

  const cellOf = (unitId: string, to: string, due: string) => {
    const asked = assignments.some(
      (one) => one.unitId === unitId && one.validFrom <= to && (one.validTo === null || to < one.validTo),
    )
    if (!asked || !findUnitAt(structure, unitId, to)) return { state: 'not-assigned' as const, filled: 0, expected: 0 }
    const sheet = sheets.get(`${unitId} ${to}`)
    const empty = today > due ? ('missing' as const) : ('not-due' as const)
    const state = sheet ? stateOf(sheet, levelsOf(structure, form, unitId, to)) : empty
    return { state, filled: Math.min(expected, Math.max(sheet?.drafts ?? 0, sheet?.filled ?? 0)), expected }
  }
  const lastDay = periods.at(-1)?.period.range.to ?? today
  const unitIds = [...new Set(assignments.map(({ unitId }) => unitId))]
  const rows = unitIds.map((unitId) => ({
    unit: shownUnit(structure, unitId, lastDay),
    cells: periods.map(({ period, due }) => cellOf(unitId, period.range.to, due)),
  }))
  return {
    form: shownForm(form),
    periods: periods.map(({ period, due }) => ({ ...shownPeriod(period, form.regime), dueOn: due })),
    rows: rows
      .filter(({ cells }) => cells.some(({ state }) => state !== 'not-assigned'))
      .toSorted((a, b) => a.unit.name.localeCompare(b.unit.name, 'vi', { numeric: true })),
  }
})

function stateOf(sheet: SheetSummary, levels: number) {
  const status = statusOf({ stage: sheet.stage, returned: sheet.returned, levels })
  return status === 'none' ? ('draft' as const) : status
}
