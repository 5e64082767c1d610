import { dayAt } from '#kernel/calendar.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import { isInScope, loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { moveOf } from '../domain/approval.ts'
import { chainOf } from '../engine/sheets.ts'
import { shownUnit } from '../engine/shown.ts'
import { dutiesOf, listedDays, shownTask } from '../engine/tasks.ts'
import { listAssignments, listForms, listSheets } from '../store/sheets.ts'

export const listApprovals = operation(contract.listApprovals, async (context, { all }) => {
  const { tx, now } = context
  const today = dayAt(now)
  const structure = await loadStructure(tx)
  const forms = await listForms(tx)
  const formIds = forms.map(({ id }) => id)
  const sheets = await listSheets(tx, { formIds, ...listedDays(today), minStage: 1 })
  const assignments = await listAssignments(tx, formIds, false)
  const calendar = await loadCalendar(tx, null)
  const duties = dutiesOf(structure, { forms, assignments, sheets, calendar }, today).filter(
    ({ sheet }) => sheet !== undefined,
  )
  const mineAt = new Map<string, boolean>()
  const mine = async (unitId: string) => {
    const known = mineAt.get(unitId) ?? (await isInScope(context, contract.listApprovals.permission, unitId))
    mineAt.set(unitId, known)
    return known
  }
  const rows = []
  for (const duty of duties) {
    const { sheet, unitId, period } = duty
    if (!sheet || sheet.stage === 0) continue
    const chain = [unitId, ...chainOf(structure, unitId, period.range.to).slice(0, sheet.levels)]
    const move = moveOf('approve', sheet)
    const turn = move ? chain[move.by] : undefined
    const isMine = turn !== undefined && (await mine(turn))
    // Somebody who approves for a level sees what is under it, whoever's turn it is.
    const seen = isMine || (await mine(chain.at(-1) ?? unitId)) || (await mine(unitId))
    if (!seen || (!all && !isMine)) continue
    rows.push({
      ...shownTask(structure, duty, today),
      turn: turn === undefined ? null : shownUnit(structure, turn, period.range.to),
      mine: isMine,
      submittedBy: sheet.submittedBy ?? '',
      submittedAt: sheet.submittedAt?.toISOString() ?? null,
    })
  }
  return { sheets: rows }
})
