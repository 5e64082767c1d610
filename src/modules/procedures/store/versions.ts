import { type Day } from '#kernel/calendar.ts'
import { newId } from '#kernel/id.ts'
import { Problem } from '#kernel/problem.ts'
import { fold } from '#kernel/text.ts'
import { json, type Tx } from '#server/db.ts'
import { KEPT } from '#server/statements.ts'
import { ProcedureContent } from '../domain/content.ts'
import { HEAD, on, type ProcedureRow, type VersionHead, type VersionRow } from './tables.ts'

/** A version with what it says, and the code it stands under. */
export type Version = VersionHead & { readonly code: string; readonly content: ProcedureContent }

/** What is stored, as it is understood today: fields that came later get their defaults. */
const readContent = (stored: unknown): ProcedureContent => ProcedureContent.parse(stored)

const versions = (tx: Tx) =>
  on(tx)
    .selectFrom('procedures.version as version')
    .innerJoin('procedures.procedure as procedure', 'procedure.id', 'version.procedureId')

const whole = ({ content, ...head }: VersionHead & { code: string; content: unknown }): Version => ({
  ...head,
  content: readContent(content),
})

/** What published versions say: it never changes, and is understood once. A publication that came to nothing is another than the next. */
const published = new Map<string, ProcedureContent>()
const MOST_KEPT = 3000

async function publishedContent(tx: Tx, { id, revision, publishedAt }: VersionHead): Promise<ProcedureContent> {
  const publication = `${id} ${revision} ${publishedAt?.toISOString()}`
  const known = published.get(publication)
  if (known) return known
  const { content } = await getVersion(tx, id)
  if (published.size >= MOST_KEPT) published.clear()
  published.set(publication, content)
  return content
}

/** The version of the procedure in force on the day, with its content; undefined when there is none or it is abolished. */
export async function findInForce(tx: Tx, code: string, day: Day): Promise<Version | undefined> {
  const head = await versions(tx)
    .select([...HEAD, 'procedure.code'])
    .where('procedure.code', '=', code)
    .where('version.state', '=', 'published')
    .where('version.validFrom', '<=', day)
    .where((where) => where.or([where('version.validTo', 'is', null), where('version.validTo', '>', day)]))
    .modifyEnd(KEPT)
    .executeTakeFirst()
  return head && { ...head, content: await publishedContent(tx, head) }
}

/** The version, whatever its state, or undefined. */
export async function findVersion(tx: Tx, versionId: string): Promise<Version | undefined> {
  const row = await versions(tx)
    .select([...HEAD, 'procedure.code', 'version.content'])
    .where('version.id', '=', versionId)
    .executeTakeFirst()
  return row && whole(row)
}

/** The version, whatever its state. Throws not-found. */
export async function getVersion(tx: Tx, versionId: string): Promise<Version> {
  const found = await findVersion(tx, versionId)
  if (!found) throw new Problem('not-found', 'procedures/unknown-version')
  return found
}

/** Every procedure in force on the day, without contents, by code. */
export async function listInForce(tx: Tx, day: Day): Promise<(VersionHead & { code: string })[]> {
  return versions(tx)
    .select([...HEAD, 'procedure.code'])
    .where('version.state', '=', 'published')
    .where('version.validFrom', '<=', day)
    .where((where) => where.or([where('version.validTo', 'is', null), where('version.validTo', '>', day)]))
    .orderBy('procedure.code')
    .execute()
}

/** All versions of the procedure, the newest first, without contents. */
export async function listVersions(tx: Tx, procedureId: string): Promise<VersionHead[]> {
  return on(tx)
    .selectFrom('procedures.version as version')
    .select([...HEAD])
    .where('version.procedureId', '=', procedureId)
    .orderBy('version.number', 'desc')
    .execute()
}

export async function findProcedure(tx: Tx, code: string): Promise<ProcedureRow | undefined> {
  return on(tx).selectFrom('procedures.procedure').selectAll().where('code', '=', code).executeTakeFirst()
}

/** The procedure, locked until the transaction ends: what happens to its versions happens one after another. Throws not-found. */
export async function getProcedureForUpdate(tx: Tx, code: string): Promise<ProcedureRow> {
  const row = await on(tx)
    .selectFrom('procedures.procedure')
    .selectAll()
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', 'procedures/unknown-procedure')
  return row
}

/** The id of the new procedure, or undefined when the code is taken. */
export async function insertProcedure(tx: Tx, row: ProcedureRow): Promise<string | undefined> {
  const made = await on(tx)
    .insertInto('procedures.procedure')
    .values(row)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made?.id
}

type Made = { readonly by: string; readonly at: Date }

/** Columns that are taken out of the content. */
function columnsOf(code: string, content: ProcedureContent) {
  return {
    content: json(content),
    nameVi: content.name.vi,
    nameEn: content.name.en,
    fieldCode: content.fieldCode,
    onlineLevel: content.onlineLevel,
    demonstration: content.demonstration,
    searchText: `${code} ${fold(content.name.vi)} ${fold(content.name.en)}`,
  }
}

type NewVersion = Partial<
  Pick<
    VersionRow,
    | 'state'
    | 'validFrom'
    | 'decisionNumber'
    | 'decisionOn'
    | 'decisionKind'
    | 'announcer'
    | 'publishedAt'
    | 'publishedBy'
  >
>

/** Adds a version after the last, a draft unless said otherwise; its id and number. */
export async function insertVersion(
  tx: Tx,
  { id: procedureId, code }: { readonly id: string; readonly code: string },
  content: ProcedureContent,
  { by, at }: Made,
  more: NewVersion = {},
): Promise<{ id: string; number: number }> {
  const last = await on(tx)
    .selectFrom('procedures.version')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('procedureId', '=', procedureId)
    .executeTakeFirst()
  const row = {
    id: newId(),
    procedureId,
    number: (last?.number ?? 0) + 1,
    state: 'draft' as const,
    announcer: 'province' as const,
    createdAt: at,
    createdBy: by,
    changedAt: at,
    changedBy: by,
    revision: 1,
    ...columnsOf(code, content),
    ...more,
  }
  await on(tx)
    .insertInto('procedures.version')
    .values(row as never)
    .execute()
  return { id: row.id, number: row.number }
}

/** Saves the draft if it is still of the revision; whether it was. */
export async function updateDraft(
  tx: Tx,
  draft: { readonly id: string; readonly code: string; readonly revision: number },
  content: ProcedureContent,
  { by, at }: Made,
): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('procedures.version')
    .set({ ...columnsOf(draft.code, content), changedAt: at, changedBy: by, revision: draft.revision + 1 })
    .where('id', '=', draft.id)
    .where('state', '=', 'draft')
    .where('revision', '=', draft.revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

type Publication = Required<
  Pick<
    VersionRow,
    'validFrom' | 'decisionNumber' | 'decisionOn' | 'decisionKind' | 'announcer' | 'publishedAt' | 'publishedBy'
  >
>

/** Makes the draft a published version. */
export async function publishDraft(tx: Tx, id: string, publication: Publication): Promise<void> {
  await on(tx)
    .updateTable('procedures.version')
    .set({ ...publication, state: 'published' })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()
}

/** Ends what holds without an end, on the day; it began before. */
export async function endOpenVersion(tx: Tx, procedureId: string, day: Day): Promise<void> {
  await on(tx)
    .updateTable('procedures.version')
    .set({ validTo: day })
    .where('procedureId', '=', procedureId)
    .where('state', '<>', 'draft')
    .where('validFrom', '<', day)
    .where('validTo', 'is', null)
    .execute()
}

/** The code of the procedure. */
export async function codeOf(tx: Tx, procedureId: string): Promise<string> {
  const row = await on(tx)
    .selectFrom('procedures.procedure')
    .select('code')
    .where('id', '=', procedureId)
    .executeTakeFirstOrThrow()
  return row.code
}
