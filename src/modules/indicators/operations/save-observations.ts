import { Problem } from '#kernel/problem.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { isOpen } from '../domain/approval.ts'
import { readTyped } from '../domain/typed.ts'
import { findPlace } from '../engine/sheets.ts'
import { type DraftRow, dropDrafts, openSheet, saveDrafts } from '../store/sheets.ts'

export const saveObservations = operation(contract.saveObservations, async (context, input) => {
  const { tx, actor, now, newId } = context
  await requireScope(context, contract.saveObservations.permission, input.unitId)
  const { form, measures, period, levels, unitId } = await findPlace(tx, input)
  const sheet = await openSheet(tx, {
    id: newId(),
    formId: form.id,
    unitId,
    periodKind: period.period.kind,
    periodYear: period.period.year,
    periodNumber: period.period.number,
    periodFrom: period.range.from,
    periodTo: period.range.to,
    stage: 0,
    levels,
    returned: false,
    createdAt: now,
    changedAt: now,
  })
  if (!isOpen(sheet)) throw new Problem('conflict', 'indicators/locked')

  const byCode = new Map(measures.map((row) => [row.code, row]))
  const read = input.entries.map((entry) => {
    const measure = byCode.get(entry.measure)
    if (!measure) throw new Problem('not-found', 'indicators/unknown-measure', '', { values: { code: entry.measure } })
    const typed = entry.notApplicable ? ({ state: 'not-applicable' } as const) : readTyped(entry.raw, measure)
    return { entry, measure, typed }
  })
  const drafts = read.flatMap(({ entry, measure, typed }): DraftRow[] => {
    // A note without a number is an answer in words ("Đang thống kê"); nothing at all empties the cell.
    if (typed.state === 'empty' && entry.note === '') return []
    const state = typed.state === 'empty' ? 'text' : typed.state
    const value = typed.state === 'reported' ? typed.value : null
    const raw = typed.state === 'empty' ? '' : entry.raw.normalize('NFC').trim()
    return [
      {
        sheetId: sheet.id,
        measureId: measure.id,
        unitId,
        raw,
        value,
        state,
        note: entry.note,
        changedAt: now,
        changedBy: actor.id,
      },
    ]
  })
  const kept = new Set(drafts.map(({ measureId }) => measureId))
  await saveDrafts(tx, drafts)
  await dropDrafts(
    tx,
    sheet.id,
    read.map(({ measure }) => measure.id).filter((id) => !kept.has(id)),
  )
  return {
    sheetId: sheet.id,
    savedAt: now.toISOString(),
    entries: read.map(({ entry, typed }) => ({
      measure: entry.measure,
      value: typed.state === 'reported' ? typed.value : null,
      state: stateOf(typed, entry.note),
      wrong: typed.state === 'wrong' ? typed.code : null,
      ambiguous: typed.state === 'reported' && typed.ambiguous,
    })),
  }
})

type EntryState = 'not-applicable' | 'zero' | 'reported' | 'text' | 'missing'

function stateOf(typed: { readonly state: string; readonly value?: string }, note: string): EntryState {
  if (typed.state === 'not-applicable') return 'not-applicable'
  if (typed.state === 'reported') return Number(typed.value) === 0 ? 'zero' : 'reported'
  return typed.state === 'empty' && note !== '' ? 'text' : 'missing'
}
