import type { z } from 'zod'
import { type Day, dayAt } from '#kernel/calendar.ts'
import { type Period, parsePeriodKey, periodKey, periodRange, previousPeriod, regimeOf } from '#kernel/period.ts'
import { Problem } from '#kernel/problem.ts'
import { addWorkingDays } from '#kernel/work-time/working-calendar.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import { ancestorsOf, findUnitAt, isInScope, loadStructure, type Structure } from '#modules/organisation/index.ts'
import type { Tx } from '#server/db.ts'
import type { Actor } from '#server/operation.ts'
import type { FormShown, Sheet } from '../contract.ts'
import { isOpen, moveOf, statusOf } from '../domain/approval.ts'
import { readTyped } from '../domain/typed.ts'
import { findMeasures, type MeasureRow } from '../store/definitions.ts'
import { type Current, findCurrent } from '../store/observations.ts'
import {
  type DraftRow,
  findSheet,
  type ListedForm,
  listAssignments,
  listDrafts,
  listEvidence,
  listForms,
  listSteps,
  type SheetRow,
} from '../store/sheets.ts'
import type { PeriodAsked } from './query.ts'
import { shownMeasure, shownPeriod, shownUnit } from './shown.ts'

/** One form of one unit for one period, whether or not anything was typed yet. */
export type Place = {
  readonly structure: Structure
  readonly form: ListedForm
  readonly measures: readonly MeasureRow[]
  readonly unitId: string
  readonly period: PeriodAsked
  readonly levels: number
  readonly sheet: SheetRow | undefined
}

/** The place; throws when the form is unknown, the period is of another kind, or the unit is not asked to fill it in. */
export async function findPlace(tx: Tx, input: { form: string; unitId: string; period: string }): Promise<Place> {
  const form = await getForm(tx, input.form)
  const structure = await loadStructure(tx)
  const period = periodOfForm(form, input.period)
  const { range } = period
  const assigned = (await listAssignments(tx, [form.id], false)).some(
    ({ unitId, validFrom, validTo }) =>
      unitId === input.unitId && validFrom <= range.to && (validTo === null || range.to < validTo),
  )
  if (!assigned || !findUnitAt(structure, input.unitId, range.to))
    throw new Problem('not-found', 'indicators/not-assigned')
  const byCode = new Map((await findMeasures(tx, form.measures)).map((row) => [row.code, row]))
  const measures = form.measures.flatMap((code) => byCode.get(code) ?? [])
  const sheet = await findSheet(tx, {
    formId: form.id,
    unitId: input.unitId,
    periodFrom: range.from,
    periodTo: range.to,
  })
  const levels = sheet?.levels ?? levelsOf(structure, form, input.unitId, range.to)
  return { structure, form, measures, unitId: input.unitId, period, levels, sheet }
}

/** The form of a code; throws `not-found`. */
export async function getForm(tx: Tx, code: string): Promise<ListedForm> {
  const [form] = await listForms(tx, code)
  if (!form) throw new Problem('not-found', 'indicators/unknown-form', '', { values: { form: code } })
  return form
}

/** The period of a key under the form's regime; throws when it is of another kind. */
export function periodOfForm(form: ListedForm, key: string): PeriodAsked {
  const period = parsePeriodKey(key)
  if (period?.kind !== form.periodKind) throw new Problem('invalid-input', 'indicators/wrong-period-kind')
  return { key, period, range: periodRange(period, regimeOf(form.regime)) }
}

/** How many levels above have to approve: as the form says, at most as many as stand above the unit. */
export function levelsOf(structure: Structure, form: ListedForm, unitId: string, day: Day): number {
  return Math.min(form.approvalLevels, chainOf(structure, unitId, day).length)
}

/** The units that approve, nearest first. The nation approves no ward's numbers. */
export function chainOf(structure: Structure, unitId: string, day: Day): readonly string[] {
  return ancestorsOf(structure, unitId, day)
    .filter(({ level, kind }) => level !== 'nation' && kind !== 'group')
    .map((version) => version.unitId)
}

export function shownForm(form: ListedForm): z.infer<typeof FormShown> {
  const { id, code, periodKind, regime, dueWorkingDays, approvalLevels, measures, units } = form
  return {
    id,
    code,
    name: { vi: form.nameVi, en: form.nameEn },
    periodKind,
    regime,
    dueWorkingDays,
    approvalLevels,
    measures: [...measures],
    units,
  }
}

type Viewer = { readonly tx: Tx; readonly actor: Actor; readonly now: Date }

/** The sheet as the entry page shows it: what is typed or submitted, the chain, and what the reader may do. */
export async function shownSheet(viewer: Viewer, place: Place): Promise<Sheet> {
  const { tx, now } = viewer
  const { structure, form, unitId, period, sheet, levels } = place
  const today = dayAt(now)
  const due = addWorkingDays(period.range.to, form.dueWorkingDays, await loadCalendar(tx, null))
  const standing = { stage: sheet?.stage ?? 0, returned: sheet?.returned ?? false, levels }
  const chain = chainOf(structure, unitId, period.range.to).slice(0, levels)
  const unitName = (id: string) => shownUnit(structure, id, period.range.to)
  return {
    sheetId: sheet?.id ?? null,
    form: shownForm(form),
    unit: unitName(unitId),
    period: shownPeriod(period, form.regime),
    status: sheet ? statusOf(standing) : 'none',
    dueOn: due,
    overdue: standing.stage === 0 && today > due,
    chain: chain.map((id, index) => ({
      unit: unitName(id),
      signed: standing.stage > index + 1,
      turn: standing.stage === index + 1,
    })),
    entries: await entriesOf(tx, place, today > due),
    steps: (sheet ? await listSteps(tx, sheet.id) : []).map(({ act, at, byName, comment, actingUnitId }) => ({
      act,
      at: at.toISOString(),
      by: byName,
      comment,
      unit: unitName(actingUnitId).name,
    })),
    evidence: (sheet ? await listEvidence(tx, sheet.id) : []).map(({ id, fileId, name, addedByName, addedAt }) => ({
      id,
      fileId,
      name,
      addedBy: addedByName,
      addedAt: addedAt.toISOString(),
    })),
    may: await rightsOf(viewer, unitId, chain, standing),
  }
}

async function rightsOf(
  viewer: Viewer,
  unitId: string,
  chain: readonly string[],
  standing: { stage: number; returned: boolean; levels: number },
): Promise<Sheet['may']> {
  const holds = async (permission: string, act: 'approve' | 'reopen') => {
    const move = moveOf(act, standing)
    const acting = move && [unitId, ...chain][move.by]
    return acting ? isInScope(viewer, permission, acting) : false
  }
  return {
    write: isOpen(standing) && (await isInScope(viewer, 'indicators:write', unitId)),
    submit: isOpen(standing) && (await isInScope(viewer, 'indicators:submit', unitId)),
    approve: await holds('indicators:approve', 'approve'),
    reopen: await holds('indicators:approve', 'reopen'),
  }
}

async function entriesOf(tx: Tx, place: Place, late: boolean): Promise<Sheet['entries']> {
  const { measures, unitId, period, sheet } = place
  const at = (range: { from: Day; to: Day }) =>
    findCurrent(
      tx,
      measures.map(({ id }) => ({ measureId: id, unitId, from: range.from, to: range.to })),
    )
  const before: Period = previousPeriod(period.period)
  const known = byMeasure(await at(period.range))
  const earlier = byMeasure(await at(periodRange(before, regimeOf(place.form.regime))))
  const drafts = new Map((sheet ? await listDrafts(tx, sheet.id) : []).map((row) => [row.measureId, row]))
  return measures.map((measure) => {
    const previous = earlier.get(measure.id)
    return {
      measure: shownMeasure(measure),
      ...entryOf(measure, drafts.get(measure.id), known.get(measure.id), late),
      previous: previous ? { period: periodKey(before), value: previous.value } : null,
    }
  })
}

function byMeasure(rows: readonly Current[]): ReadonlyMap<string, Current> {
  return new Map(rows.map((row) => [row.measureId, row]))
}

/** What stands in a cell: the draft, else what was submitted, else why it is empty. */
function entryOf(measure: MeasureRow, draft: DraftRow | undefined, known: Current | undefined, late: boolean) {
  const shown = draft ?? known
  if (!shown)
    return { state: late ? ('missing' as const) : ('not-due' as const), raw: '', value: null, note: '', wrong: null }
  const { raw, value, note, state } = shown
  if (state === 'wrong') {
    const read = readTyped(raw, measure)
    return { state: 'missing' as const, raw, value: null, note, wrong: read.state === 'wrong' ? read.code : null }
  }
  const isZero = state === 'reported' && Number(value) === 0
  return { state: isZero ? ('zero' as const) : state, raw, value, note, wrong: null }
}
