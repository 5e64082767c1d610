import { sql } from 'kysely'
import { newId } from '#kernel/id.ts'
import { Problem } from '#kernel/problem.ts'
import { json, type Tx } from '#server/db.ts'
import { KEPT } from '#server/statements.ts'
import { Process } from '../domain/process.ts'
import { on, PROCESS_HEAD, type ProcessHead } from './tables.ts'

/** A process version with its steps and ways. */
export type ProcessVersion = ProcessHead & { readonly process: Process }

/** Processes that are drafts no more: they never change, and are understood once. A publication that came to nothing is another than the next. */
const understood = new Map<string, Process>()
const MOST_KEPT = 3000

const whole = ({ process, ...head }: ProcessHead & { process: unknown }): ProcessVersion => ({
  ...head,
  process: head.state === 'draft' ? Process.parse(process) : understand(head, process),
})

function understand({ id, revision, publishedAt }: ProcessHead, stored: unknown): Process {
  const publication = `${id} ${revision} ${publishedAt?.toISOString()}`
  const known = understood.get(publication)
  if (known) return known
  const process = Process.parse(stored)
  if (understood.size >= MOST_KEPT) understood.clear()
  understood.set(publication, process)
  return process
}

/** The process version, or undefined. */
export async function findProcess(tx: Tx, processVersionId: string): Promise<ProcessVersion | undefined> {
  const row = await on(tx)
    .selectFrom('procedures.processVersion')
    .select([...PROCESS_HEAD, 'process'])
    .where('id', '=', processVersionId)
    .executeTakeFirst()
  return row && whole(row)
}

/** The process version, whatever its state. Throws not-found. */
export async function getProcess(tx: Tx, processVersionId: string): Promise<ProcessVersion> {
  const found = await findProcess(tx, processVersionId)
  if (!found) throw new Problem('not-found', 'procedures/unknown-process')
  return found
}

/**
 * The published process of the procedure for a unit: of the nearest unit on its path (itself, then what it stands under, nearest
 * first), else the one for everywhere, or undefined.
 */
export async function findProcessFor(
  tx: Tx,
  procedureId: string,
  unitPath: readonly string[],
): Promise<ProcessVersion | undefined> {
  const row = await on(tx)
    .selectFrom('procedures.processVersion')
    .select([...PROCESS_HEAD, 'process'])
    .where('procedureId', '=', procedureId)
    .where('state', '=', 'published')
    .where(sql<boolean>`(unit_id is null or unit_id = any (${[...unitPath]}::uuid[]))`)
    .orderBy(sql`array_position(${[...unitPath]}::uuid[], unit_id) nulls last`)
    .limit(1)
    .modifyEnd(KEPT)
    .executeTakeFirst()
  return row && whole(row)
}

/** All process versions of the procedure, of every unit: for everywhere first, then the newest of each unit first. */
export async function listProcesses(tx: Tx, procedureId: string): Promise<ProcessHead[]> {
  return on(tx)
    .selectFrom('procedures.processVersion')
    .select([...PROCESS_HEAD])
    .where('procedureId', '=', procedureId)
    .orderBy(sql`unit_id nulls first`)
    .orderBy('number', 'desc')
    .execute()
}

/** The published processes of these procedures, with their steps. */
export async function listPublishedProcesses(tx: Tx, procedureIds: readonly string[]): Promise<ProcessVersion[]> {
  if (procedureIds.length === 0) return []
  const rows = await on(tx)
    .selectFrom('procedures.processVersion')
    .select([...PROCESS_HEAD, 'process'])
    .where('procedureId', 'in', [...procedureIds])
    .where('state', '=', 'published')
    .orderBy(sql`unit_id nulls first`)
    .execute()
  return rows.map(whole)
}

type Place = { readonly procedureId: string; readonly unitId: string | null }
type Saved = { readonly process: Process; readonly note: string; readonly by: string; readonly at: Date }

/** Adds a draft after the last version of the place; its id. */
export async function insertProcessDraft(
  tx: Tx,
  place: Place,
  { process, note, by, at }: Saved,
): Promise<{ id: string; number: number }> {
  const last = await on(tx)
    .selectFrom('procedures.processVersion')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('procedureId', '=', place.procedureId)
    .where(sql<boolean>`unit_id is not distinct from ${place.unitId}::uuid`)
    .executeTakeFirst()
  const made = { id: newId(), number: (last?.number ?? 0) + 1 }
  await on(tx)
    .insertInto('procedures.processVersion')
    .values({
      ...place,
      ...made,
      state: 'draft',
      process: json(process),
      note,
      publishedAt: null,
      publishedBy: null,
      createdAt: at,
      createdBy: by,
      changedAt: at,
      changedBy: by,
      revision: 1,
    })
    .execute()
  return made
}

/** Saves the draft if it is still of the revision; whether it was. */
export async function updateProcessDraft(
  tx: Tx,
  draft: { readonly id: string; readonly revision: number },
  { process, note, by, at }: Saved,
): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('procedures.processVersion')
    .set({ process: json(process), note, changedAt: at, changedBy: by, revision: draft.revision + 1 })
    .where('id', '=', draft.id)
    .where('state', '=', 'draft')
    .where('revision', '=', draft.revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Publishes the draft; the version published before in the same place is replaced. */
export async function publishProcessDraft(
  tx: Tx,
  { id, procedureId, unitId }: Place & { readonly id: string },
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await on(tx)
    .updateTable('procedures.processVersion')
    .set({ state: 'replaced' })
    .where('procedureId', '=', procedureId)
    .where(sql<boolean>`unit_id is not distinct from ${unitId}::uuid`)
    .where('state', '=', 'published')
    .execute()
  await on(tx)
    .updateTable('procedures.processVersion')
    .set({ state: 'published', publishedAt: at, publishedBy: by })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()
}

/** Takes a published process out of use; whether it was in use. */
export async function withdrawPublished(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('procedures.processVersion')
    .set({ state: 'withdrawn' })
    .where('id', '=', id)
    .where('state', '=', 'published')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
