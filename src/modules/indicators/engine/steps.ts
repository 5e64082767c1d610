import { Problem } from '#kernel/problem.ts'
import { loadStructure, requireScope } from '#modules/organisation/index.ts'
import type { Context } from '#server/operation.ts'
import { moveOf, type SheetAct, type SheetStatus, statusOf } from '../domain/approval.ts'
import { findSheetForUpdate, moveSheet, type SheetRow } from '../store/sheets.ts'
import { FIGURES_TOPIC } from './record.ts'
import { chainOf } from './sheets.ts'

/** The browser topic on which a change of forms (submitted, approved, returned) is announced. */
export const SHEETS_TOPIC = 'indicators.sheets'

const EVENTS: Record<SheetAct, string> = {
  submit: 'indicators.sheet-submitted',
  approve: 'indicators.sheet-approved',
  return: 'indicators.sheet-returned',
  reopen: 'indicators.sheet-reopened',
}

/**
 * Carries one act of the approval chain out: checks that it is possible, that the actor may act for the unit whose turn it is,
 * does what belongs to it, and keeps the step.
 */
export async function takeStep(
  context: Context,
  act: SheetAct,
  permission: string,
  input: { readonly sheetId: string; readonly comment: string },
  also: (sheet: SheetRow) => Promise<void> = () => Promise.resolve(),
): Promise<{ sheetId: string; status: SheetStatus }> {
  const { tx, actor, now, newId, emit, announce } = context
  const sheet = await findSheetForUpdate(tx, input.sheetId)
  if (!sheet) throw new Problem('not-found', 'indicators/unknown-sheet')
  const structure = await loadStructure(tx)
  const chain = [sheet.unitId, ...chainOf(structure, sheet.unitId, sheet.periodTo).slice(0, sheet.levels)]
  const move = moveOf(act, sheet)
  if (!move) {
    throw new Problem('conflict', 'indicators/cannot-act', '', { values: { act, status: statusOf(sheet) } })
  }
  const actingUnitId = chain[move.by] ?? sheet.unitId
  await requireScope(context, permission, actingUnitId)
  await also(sheet)
  const step = { fromStage: sheet.stage, toStage: move.stage, actingUnitId, comment: input.comment }
  const by = { at: now, byId: actor.id, byName: actor.name }
  await moveSheet(tx, { id: newId(), sheetId: sheet.id, act, ...step, ...by }, move.returned)
  const status = statusOf({ stage: move.stage, returned: move.returned, levels: sheet.levels })
  const { id, formId, unitId, periodFrom, periodTo } = sheet
  await emit(EVENTS[act], { sheetId: id, formId, unitId, periodFrom, periodTo, status })
  await announce(SHEETS_TOPIC)
  await announce(FIGURES_TOPIC)
  return { sheetId: sheet.id, status }
}
