import type { z } from 'zod'
import { parsePeriodKey, regimeOf } from '#kernel/period.ts'
import { Problem } from '#kernel/problem.ts'
import { isInScope, loadStructure } from '#modules/organisation/index.ts'
import { readUpload } from '#server/files.ts'
import { type Context, operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import {
  type Accepted,
  type Checked,
  checkCandidates,
  checkParts,
  conflictAt,
  type Place,
  placeKey,
} from '../domain/check-import.ts'
import { candidatesOf } from '../domain/import-row.ts'
import { partsOfWholes } from '../engine/definitions.ts'
import { unitFinder } from '../engine/name-unit.ts'
import { FIGURES_TOPIC } from '../engine/record.ts'
import { readSpreadsheet } from '../gateways/spreadsheet.ts'
import { listMeasures } from '../store/definitions.ts'
import { insertImport } from '../store/imports.ts'
import { type Current, findCurrent, type NewObservation, putObservations } from '../store/observations.ts'

type Input = z.output<typeof contract.importObservations.input>
type Known = ReadonlyMap<string, Current>

const MOST_VALUES = 200_000
const MOST_LISTED = 1000
const BATCH = 10_000

export const importObservations = operation(contract.importObservations, async (context, input) => {
  const file = await fileOf(context, input)
  const { checked, known, values } = await check(context, input, file)
  const { accepted, conflicts } = checked
  const changes = accepted.filter((one) => isChange(one, known.get(one.key)))
  const created = changes.filter((one) => !known.has(one.key)).length
  const isStored = !input.dryRun && changes.length > 0 && (conflicts.length === 0 || input.mode === 'good-rows')
  const importId = isStored ? await store(context, input, file, { changes, known, refused: conflicts.length }) : null
  return {
    importId,
    dryRun: input.dryRun,
    stored: isStored,
    values,
    accepted: accepted.length,
    created,
    changed: changes.length - created,
    unchanged: accepted.length - changes.length,
    refused: conflicts.length,
    conflicts: conflicts
      .toSorted((a, b) => a.row - b.row || a.column.length - b.column.length || (a.column < b.column ? -1 : 1))
      .slice(0, MOST_LISTED),
  }
})

type File = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly id: string | null
  readonly sha256: string | null
}

async function fileOf({ tx, actor }: Context, { source }: Input): Promise<File> {
  if ('text' in source) return { name: '', bytes: new TextEncoder().encode(source.text), id: null, sha256: null }
  const { name, bytes, id, sha256 } = await readUpload(tx, source.fileId, actor)
  return { name, bytes, id, sha256 }
}

/** Reads and checks everything; a dry run and a real run are the same up to here. */
async function check(context: Context, input: Input, file: File) {
  const { tx } = context
  const rows = await readSpreadsheet(file)
  const measures = new Map((await listMeasures(tx)).map((row) => [row.code, row]))
  const candidates = candidatesOf(rows, new Set(measures.keys()))
  if (!candidates) throw new Problem('invalid-input', 'indicators/no-table')
  if (candidates.length > MOST_VALUES) {
    throw new Problem('too-large', 'indicators/file-too-many-rows', '', { values: { limit: MOST_VALUES } })
  }
  const structure = await loadStructure(tx)
  const single = checkCandidates(candidates, {
    measure: (code) => measures.get(code),
    unit: unitFinder(structure),
    regime: regimeOf(input.regime),
    period: input.period === null ? null : parsePeriodKey(input.period),
  })
  const known = await currentOf(context, single.accepted)
  const allowed = await withinRights(context, single, known)
  const parts = await partsOfWholes(tx)
  const denominators = await otherSides(context, allowed.accepted, parts, known)
  const whole = checkParts(allowed.accepted, parts, (place) => denominators.get(placeKey(place))?.value ?? null)
  const checked: Checked = { accepted: whole.accepted, conflicts: [...allowed.conflicts, ...whole.conflicts] }
  return { checked, known, values: single.accepted.length + single.conflicts.length }
}

async function currentOf({ tx }: Context, places: readonly Place[]): Promise<Known> {
  const known = new Map<string, Current>()
  for (const part of batchesOf(places)) {
    for (const row of await findCurrent(tx, part)) {
      known.set(placeKey({ ...row, from: row.periodFrom, to: row.periodTo }), row)
    }
  }
  return known
}

/** What is known of the other half of each ratio that the file brings one half of. */
async function otherSides(
  context: Context,
  accepted: readonly Accepted[],
  parts: Awaited<ReturnType<typeof partsOfWholes>>,
  known: Known,
): Promise<Known> {
  const others = new Map<string, Place>()
  const ofMeasure = Map.groupBy(accepted, ({ measureId }) => measureId)
  const look = (given: string, measureId: string) => {
    for (const { unitId, from, to } of ofMeasure.get(given) ?? []) {
      const other = { measureId, unitId, from, to }
      const key = placeKey(other)
      if (!known.has(key)) others.set(key, other)
    }
  }
  for (const { numerator, denominator } of parts) {
    look(numerator, denominator)
    look(denominator, numerator)
  }
  if (others.size === 0) return known
  return new Map([...known, ...(await currentOf(context, [...others.values()]))])
}

/** Refuses values of units outside the actor's scope, and values that a submitted form holds. */
async function withinRights(context: Context, { accepted, conflicts }: Checked, known: Known): Promise<Checked> {
  const inScope = new Map<string, boolean>()
  for (const unitId of new Set(accepted.map((one) => one.unitId))) {
    inScope.set(unitId, await isInScope(context, contract.importObservations.permission, unitId))
  }
  const refused = accepted.flatMap((one) => {
    const { unitName, unitCode } = one.candidate
    if (!inScope.get(one.unitId)) {
      return [{ one, fault: { code: 'indicators/outside-scope', values: { found: unitName || unitCode } } }]
    }
    const stage = known.get(one.key)?.stage ?? null
    return stage !== null && stage > 0 ? [{ one, fault: { code: 'indicators/value-locked' } }] : []
  })
  if (refused.length === 0) return { accepted, conflicts }
  const out = new Set(refused.map(({ one }) => one))
  return {
    accepted: accepted.filter((one) => !out.has(one)),
    conflicts: [...conflicts, ...refused.map(({ one, fault }) => conflictAt(one.candidate, fault))],
  }
}

/** Writing the same number in another way is no change; a file that brings no note leaves the one that is there. */
function isChange({ value, state, candidate }: Accepted, known: Current | undefined): boolean {
  if (!known) return true
  return known.value !== value || known.state !== state || (candidate.note !== '' && known.note !== candidate.note)
}

async function store(
  context: Context,
  { reason }: Input,
  { name: sourceName, id: fileId, sha256 }: File,
  { changes, known, refused }: { changes: readonly Accepted[]; known: Known; refused: number },
): Promise<string> {
  const { tx, actor, now, newId, emit, announce } = context
  const importId = newId()
  const by = { at: now, byId: actor.id, byName: actor.name }
  await insertImport(tx, { id: importId, sourceName, fileId, sha256, accepted: changes.length, refused, ...by })
  const act = { sheetId: null, importId, reason, recordedAt: now, recordedBy: actor.id, recordedByName: actor.name }
  // In the order of their place, so that every page of the indexes is touched once; the next part is made while one is written.
  const inOrder = changes.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  let writing = Promise.resolve()
  for (const part of batchesOf(inOrder)) {
    const rows = part.map((one) => observationOf(newId(), one, sourceName))
    const superseding = rows.filter((_, index) => known.has(part[index]?.key ?? ''))
    await writing
    writing = putObservations(tx, act, rows, superseding)
  }
  await writing
  await emit('indicators.observations-imported', { importId, values: changes.length })
  await announce(FIGURES_TOPIC)
  return importId
}

function observationOf(
  id: string,
  { candidate, period, from, to, measureId, unitId, value, state, raw }: Accepted,
  sourceName: string,
): NewObservation {
  const place = `${sourceName}${sourceName === '' ? '' : ', '}dòng ${candidate.row}, cột ${candidate.column}`
  return {
    id,
    measureId,
    unitId,
    periodKind: period.kind,
    periodYear: period.year,
    periodNumber: period.number,
    periodFrom: from,
    periodTo: to,
    value,
    state,
    raw,
    note: candidate.note,
    source: candidate.source || place,
  }
}

function batchesOf<T>(rows: readonly T[]): T[][] {
  const batches: T[][] = []
  for (let start = 0; start < rows.length; start += BATCH) batches.push(rows.slice(start, start + BATCH))
  return batches
}
