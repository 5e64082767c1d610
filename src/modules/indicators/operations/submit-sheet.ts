import { compare, decimalOf } from '#kernel/decimal.ts'
import { Problem } from '#kernel/problem.ts'
import { type Context, operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { partsOfWholes } from '../engine/definitions.ts'
import { takeStep } from '../engine/steps.ts'
import { type Current, findCurrent, type NewObservation, putObservations } from '../store/observations.ts'
import { type DraftRow, dropDrafts, listDrafts, listFormMeasures, type SheetRow } from '../store/sheets.ts'

export const submitSheet = operation(contract.submitSheet, (context, input) =>
  takeStep(context, 'submit', contract.submitSheet.permission, input, (sheet) =>
    publish(context, sheet, input.comment),
  ),
)

/** Turns the drafts into what the unit reports; a number that was reported before keeps its version beside the new one. */
async function publish(context: Context, sheet: SheetRow, reason: string): Promise<void> {
  const { tx } = context
  const drafts = await listDrafts(tx, sheet.id)
  if (drafts.some(({ state }) => state === 'wrong')) throw new Problem('rule-broken', 'indicators/wrong-values')
  const measureIds = await listFormMeasures(tx, sheet.formId)
  const { unitId, periodFrom: from, periodTo: to } = sheet
  const known = new Map(
    (
      await findCurrent(
        tx,
        measureIds.map((measureId) => ({ measureId, unitId, from, to })),
      )
    ).map((row) => [row.measureId, row]),
  )
  const drafted = new Set(drafts.map(({ measureId }) => measureId))
  if (drafted.size + known.size === 0) throw new Problem('rule-broken', 'indicators/nothing-to-submit')
  const left = measureIds.filter((id) => !drafted.has(id) && !known.has(id))
  if (left.length > 0)
    throw new Problem('rule-broken', 'indicators/values-left-out', '', { values: { count: left.length } })
  await refusePartsAboveWholes(context, drafts, known)
  const changed = drafts.filter((draft) => isChange(draft, known.get(draft.measureId)))
  if (changed.some(({ measureId }) => known.has(measureId)) && reason === '') {
    throw new Problem('rule-broken', 'indicators/reason-needed')
  }
  const { now: recordedAt, actor } = context
  const by = { recordedAt, recordedBy: actor.id, recordedByName: actor.name }
  await putObservations(
    tx,
    { sheetId: sheet.id, importId: null, reason, ...by },
    changed.map((draft) => observationOf(context, sheet, draft)),
  )
  await dropDrafts(tx, sheet.id, null)
}

/** Throws when a number that counts a part is larger than the number of the whole; both sides are named. */
async function refusePartsAboveWholes(
  { tx }: Context,
  drafts: readonly DraftRow[],
  known: ReadonlyMap<string, Current>,
): Promise<void> {
  const drafted = new Map(drafts.map((draft) => [draft.measureId, draft.value]))
  const valueOf = (measureId: string) =>
    drafted.has(measureId) ? (drafted.get(measureId) ?? null) : (known.get(measureId)?.value ?? null)
  const errors = (await partsOfWholes(tx)).flatMap((pair) => {
    const [numerator, denominator] = [valueOf(pair.numerator), valueOf(pair.denominator)]
    if (numerator === null || denominator === null) return []
    if (compare(decimalOf(numerator), decimalOf(denominator)) <= 0) return []
    const code = 'indicators/part-above-whole'
    return [{ path: pair.code, code, message: code, values: { numerator, denominator, indicator: pair.code } }]
  })
  if (errors.length > 0) throw new Problem('rule-broken', 'indicators/wrong-values', '', { errors })
}

function isChange(draft: DraftRow, known: Current | undefined): boolean {
  return !known || known.value !== draft.value || known.state !== draft.state || known.note !== draft.note
}

function observationOf({ newId }: Context, sheet: SheetRow, draft: DraftRow): NewObservation {
  const { periodKind, periodYear, periodNumber, periodFrom, periodTo, unitId } = sheet
  const { measureId, value, raw, note } = draft
  // A wrong draft has been refused above.
  const state = draft.state === 'wrong' ? 'text' : draft.state
  return {
    id: newId(),
    measureId,
    unitId,
    periodKind,
    periodYear,
    periodNumber,
    periodFrom,
    periodTo,
    value,
    state,
    raw,
    note,
    source: '',
  }
}
