import { dayAt } from '#kernel/calendar.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import { loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { dutiesOf, listedDays, shownTask } from '../engine/tasks.ts'
import { listAssignments, listForms, listSheets } from '../store/sheets.ts'

export const listEntryTasks = operation(contract.listEntryTasks, async ({ tx, now }, { day, done }) => {
  const today = day ?? dayAt(now)
  const structure = await loadStructure(tx)
  const forms = await listForms(tx)
  const formIds = forms.map(({ id }) => id)
  const assignments = await listAssignments(tx, formIds, true)
  const sheets = await listSheets(tx, { formIds, ...listedDays(today) })
  const duties = dutiesOf(structure, { forms, assignments, sheets, calendar: await loadCalendar(tx, null) }, today)
  const tasks = duties
    .map((duty) => shownTask(structure, duty, today))
    .filter(({ status }) => done || status === 'none' || status === 'draft' || status === 'returned')
    .toSorted(
      (a, b) => a.dueOn.localeCompare(b.dueOn) || a.unit.name.localeCompare(b.unit.name, 'vi', { numeric: true }),
    )
  return { tasks }
})
