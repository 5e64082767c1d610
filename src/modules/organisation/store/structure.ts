import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import { newId } from '#kernel/id.ts'
import type { Tx } from '#server/db.ts'
import { KEPT } from '#server/statements.ts'
import type { StructureEdit } from '../domain/draft.ts'
import { closureOf, coverOf, touchedBetween } from '../domain/reach.ts'
import { type Structure, structureOf } from '../domain/structure.ts'
import type { Change, UnitVersion } from '../domain/unit.ts'
import { on, portions } from './tables.ts'

type Kept = { readonly stamp: string; readonly structure: Structure }

/** What this process last read. The stamp is new with every change, so a kept structure is true exactly while its stamp stands. */
let kept: Kept[] = []
const MOST_KEPT = 3

/** What each transaction has read already: it stays with it, until it locks or changes the structure itself. */
const ofTransaction = new WeakMap<Tx, Promise<Structure>>()

/** The structure as this transaction first saw it: from memory when nothing has changed, else read whole. */
export function loadStructure(tx: Tx): Promise<Structure> {
  const read = ofTransaction.get(tx)
  if (read) return read
  const reading = readOrKnown(tx)
  if (tx.isTransaction) ofTransaction.set(tx, reading)
  return reading
}

async function readOrKnown(tx: Tx): Promise<Structure> {
  const { stamp } = await on(tx)
    .selectFrom('organisation.structureState')
    .select('stamp')
    .modifyEnd(KEPT)
    .executeTakeFirstOrThrow()
  const known = kept.find((one) => one.stamp === stamp)
  if (known) return known.structure
  const read = await readStructure(tx)
  kept = [read, ...kept.filter((one) => one.stamp !== read.stamp)].slice(0, MOST_KEPT)
  return read.structure
}

/** Waits until no other transaction changes the structure and keeps others waiting until this one ends. */
export async function lockStructure(tx: Tx): Promise<void> {
  ofTransaction.delete(tx)
  await on(tx).selectFrom('organisation.structureState').select('stamp').forUpdate().executeTakeFirstOrThrow()
}

type Packed = {
  readonly stamp: string
  readonly versions: readonly UnitVersion[]
  readonly changes: readonly Change[]
}

/** In one statement, so that stamp, versions and acts are of one moment. */
async function readStructure(tx: Tx): Promise<Kept> {
  const { rows } = await sql<Packed>`
    select
      (select s.stamp from organisation.structure_state s) as stamp,
      (select coalesce(json_agg(json_build_object(
         'unitId', v.unit_id, 'code', v.code, 'name', v.name, 'shortName', v.short_name, 'kind', v.kind, 'level', v.level,
         'parentId', v.parent_id, 'validFrom', v.valid_from, 'validTo', v.valid_to,
         'decisionId', v.decision_id, 'changeId', v.change_id)), '[]')
       from organisation.unit_version v) as versions,
      (select coalesce(json_agg(json_build_object(
         'id', c.id, 'kind', c.kind, 'effectiveOn', c.effective_on, 'decisionId', c.decision_id, 'article', c.article,
         'note', c.note, 'basis', c.basis,
         'from', coalesce(f.units, '[]'), 'to', coalesce(t.units, '[]'), 'shares', coalesce(s.shares, '[]'))), '[]')
       from organisation.change c
       left join (select change_id, json_agg(unit_id) as units from organisation.change_from group by change_id) f on f.change_id = c.id
       left join (select change_id, json_agg(unit_id) as units from organisation.change_to group by change_id) t on t.change_id = c.id
       left join (select change_id, json_agg(json_build_object(
           'fromUnitId', from_unit_id, 'toUnitId', to_unit_id, 'amount', amount)) as shares
         from organisation.change_share group by change_id) s on s.change_id = c.id) as changes`.execute(tx)
  const row = rows[0]
  if (!row) throw new Error('organisation.structure_state has no row')
  return { stamp: row.stamp, structure: structureOf(row.versions, row.changes) }
}

/** Writes the edit, brings reach up to date and gives the structure a new stamp. */
export async function saveEdit(tx: Tx, edit: StructureEdit, by: { actorId: string | null; today: Day }): Promise<void> {
  const db = on(tx)
  const before = { structure: await loadStructure(tx), day: await reachDay(tx) }
  for (const part of portions(edit.newUnitIds)) {
    await db
      .insertInto('organisation.unit')
      .values(part.map((id) => ({ id })))
      .execute()
  }
  await insertChanges(tx, edit.changes, by.actorId)
  for (const part of portions(edit.ended)) {
    const rows = JSON.stringify(part.map(({ unitId, validFrom, validTo }) => ({ unitId, validFrom, validTo })))
    await sql`
      update organisation.unit_version v set valid_to = e."validTo"
      from jsonb_to_recordset(${rows}::jsonb) as e("unitId" uuid, "validFrom" date, "validTo" date)
      where v.unit_id = e."unitId" and v.valid_from = e."validFrom"`.execute(tx)
  }
  await rewrite(tx, edit.rewritten)
  const endDays = new Map(edit.ended.map((version) => [version.unitId, version.validTo]))
  for (const part of portions(edit.begun)) {
    await db
      .insertInto('organisation.unitVersion')
      .values(part.map((version) => ({ ...version, follows: endDays.get(version.unitId) ?? null })))
      .execute()
  }
  await db.updateTable('organisation.structureState').set({ stamp: newId() }).execute()
  ofTransaction.delete(tx)
  const after = { structure: await loadStructure(tx), day: by.today }
  await refreshReach(tx, before, after, touchedBy(edit))
}

/** Sets versions that began on the day of the edit already; codes are freed first, so that two may swap theirs. */
async function rewrite(tx: Tx, versions: readonly UnitVersion[]): Promise<void> {
  const at = ({ unitId, validFrom }: UnitVersion) =>
    on(tx).updateTable('organisation.unitVersion').where('unitId', '=', unitId).where('validFrom', '=', validFrom)
  for (const version of versions) await at(version).set({ code: null }).execute()
  for (const version of versions) await at(version).set(version).execute()
}

async function insertChanges(tx: Tx, changes: readonly Change[], actorId: string | null): Promise<void> {
  const db = on(tx)
  for (const part of portions(changes)) {
    const rows = part.map(({ from: _from, to: _to, shares: _shares, ...row }) => ({ ...row, recordedBy: actorId }))
    await db.insertInto('organisation.change').values(rows).execute()
  }
  const from = changes.flatMap(({ id, from: units }) => units.map((unitId) => ({ changeId: id, unitId })))
  const to = changes.flatMap(({ id, to: units }) => units.map((unitId) => ({ changeId: id, unitId })))
  const shares = changes.flatMap(({ id, shares: listed }) => listed.map((share) => ({ changeId: id, ...share })))
  for (const part of portions(from))
    await db
      .insertInto('organisation.changeFrom')
      .values([...part])
      .execute()
  for (const part of portions(to))
    await db
      .insertInto('organisation.changeTo')
      .values([...part])
      .execute()
  for (const part of portions(shares))
    await db
      .insertInto('organisation.changeShare')
      .values([...part])
      .execute()
}

type Standing = { readonly structure: Structure; readonly day: Day }

/** Brings reach up to date: for each unit whose roots may have changed, its roots are written anew. */
export async function refreshReach(
  tx: Tx,
  before: Standing,
  after: Standing,
  changed: readonly string[],
): Promise<void> {
  const cover = coverOf(after.structure, after.day)
  const touched = [...touchedBetween(coverOf(before.structure, before.day), cover, changed)]
  for (const part of portions(touched, 5000)) {
    await sql`delete from organisation.reach where unit_id = any (${[...part]}::uuid[])`.execute(tx)
    const rows = part.flatMap((unitId) => [...closureOf([unitId], cover.upper)].map((rootId) => ({ rootId, unitId })))
    await sql`
      insert into organisation.reach (root_id, unit_id)
      select * from unnest(${rows.map(({ rootId }) => rootId)}::uuid[], ${rows.map(({ unitId }) => unitId)}::uuid[])
    `.execute(tx)
  }
  await sql`update organisation.structure_state set reach_day = greatest(reach_day, ${after.day}::date)`.execute(tx)
}

/** The day for which reach was last brought up to date. */
export async function reachDay(tx: Tx): Promise<Day> {
  const row = await on(tx).selectFrom('organisation.structureState').select('reachDay').executeTakeFirstOrThrow()
  return row.reachDay
}

/** Whether one of the roots reaches the unit. */
export async function isReached(tx: Tx, rootIds: readonly string[], unitId: string): Promise<boolean> {
  if (rootIds.length === 0) return false
  const row = await on(tx)
    .selectFrom('organisation.reach')
    .select('unitId')
    .where('unitId', '=', unitId)
    .where('rootId', 'in', [...rootIds])
    .executeTakeFirst()
  return row !== undefined
}

/** The unit and every unit that a right over it reaches: what stands under it, what ended by a merge or split into those. */
export async function unitsReached(tx: Tx, rootId: string): Promise<string[]> {
  const rows = await on(tx).selectFrom('organisation.reach').select('unitId').where('rootId', '=', rootId).execute()
  return [...new Set([rootId, ...rows.map(({ unitId }) => unitId)])]
}

/** The pairs `root unit` of which the root reaches the unit. */
export async function listReached(
  tx: Tx,
  rootIds: readonly string[],
  unitIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (rootIds.length === 0 || unitIds.length === 0) return new Set()
  const rows = await on(tx)
    .selectFrom('organisation.reach')
    .select(['rootId', 'unitId'])
    .where('unitId', 'in', [...unitIds])
    .where('rootId', 'in', [...rootIds])
    .modifyEnd(KEPT)
    .execute()
  return new Set(rows.map(({ rootId, unitId }) => `${rootId} ${unitId}`))
}

/** Units whose right-giving surroundings change: the changed ones, with those named before and after. */
function touchedBy({ begun, ended, rewritten, changes }: StructureEdit): readonly string[] {
  return [
    ...new Set([
      ...[...begun, ...rewritten].map(({ unitId }) => unitId),
      ...ended.map(({ unitId }) => unitId),
      ...changes.flatMap(({ from, to }) => [...from, ...to]),
    ]),
  ]
}
