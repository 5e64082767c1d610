import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import { newId } from '#kernel/id.ts'
import { Problem } from '#kernel/problem.ts'
import { fold } from '#kernel/text.ts'
import { json, type Tx } from '#server/db.ts'
import { type Field, FormDefinition, fieldsOf } from '../domain/definition.ts'
import { definitionHash } from '../hash.ts'
import { type FormRow, HEAD, on, type VersionHead } from './tables.ts'

/** A version with what it asks, and the code it stands under. */
export type StoredForm = VersionHead & { readonly code: string; readonly definition: FormDefinition }

const versions = (tx: Tx) =>
  on(tx).selectFrom('forms.version as version').innerJoin('forms.form as form', 'form.id', 'version.formId')

/** What published versions ask, by id: it never changes, and is understood once. */
const understood = new Map<string, FormDefinition>()
const MOST_KEPT = 500

/** What is stored, as it is understood today: attributes that came later get their defaults. */
function definitionOf({ id, state, definition }: VersionHead & { readonly definition: unknown }): FormDefinition {
  const known = state === 'published' ? understood.get(id) : undefined
  if (known) return known
  const made = FormDefinition.parse(definition)
  if (state === 'published') {
    if (understood.size >= MOST_KEPT) understood.clear()
    understood.set(id, made)
  }
  return made
}

/** The version, whatever its state, or undefined. */
export async function findFormVersion(tx: Tx, versionId: string): Promise<StoredForm | undefined> {
  const row = await versions(tx)
    .select([...HEAD, 'form.code', 'version.definition'])
    .where('version.id', '=', versionId)
    .executeTakeFirst()
  return row && { ...row, definition: definitionOf(row) }
}

/** The version, whatever its state. Throws not-found. */
export async function getFormVersion(tx: Tx, versionId: string): Promise<StoredForm> {
  const found = await findFormVersion(tx, versionId)
  if (!found) throw new Problem('not-found', 'forms/unknown-version')
  return found
}

const fieldsKnown = new Map<string, ReadonlyMap<string, Field>>()

/** The fields of a published version by name; it never changes, so the database is asked once. Throws not-found. */
export async function fieldsOfVersion(tx: Tx, versionId: string): Promise<ReadonlyMap<string, Field>> {
  const known = fieldsKnown.get(versionId)
  if (known) return known
  const { state, definition } = await getFormVersion(tx, versionId)
  const fields = new Map(fieldsOf(definition).map((field) => [field.name, field]))
  if (state === 'published') {
    if (fieldsKnown.size >= MOST_KEPT) fieldsKnown.clear()
    fieldsKnown.set(versionId, fields)
  }
  return fields
}

/** Forms in force on the day that the procedure uses, by code. */
export async function formsOfProcedure(tx: Tx, procedureCode: string, day: Day): Promise<StoredForm[]> {
  const rows = await versions(tx)
    .select([...HEAD, 'form.code', 'version.definition'])
    .where('version.state', '=', 'published')
    .where(sql<boolean>`version.procedures @> array[${procedureCode}::text]`)
    .where('version.validFrom', '<=', day)
    .where((where) => where.or([where('version.validTo', 'is', null), where('version.validTo', '>', day)]))
    .orderBy('form.code')
    .limit(20)
    .execute()
  return rows.map((row) => ({ ...row, definition: definitionOf(row) }))
}

export async function findForm(tx: Tx, code: string): Promise<FormRow | undefined> {
  return on(tx).selectFrom('forms.form').selectAll().where('code', '=', code).executeTakeFirst()
}

/** The form, locked until the transaction ends: what happens to its versions happens one after another. Throws not-found. */
export async function getFormForUpdate(tx: Tx, code: string): Promise<FormRow> {
  const row = await on(tx).selectFrom('forms.form').selectAll().where('code', '=', code).forUpdate().executeTakeFirst()
  if (!row) throw new Problem('not-found', 'forms/unknown-form')
  return row
}

/** The id of the new form, or undefined when the code is taken. */
export async function insertForm(tx: Tx, row: FormRow): Promise<string | undefined> {
  const made = await on(tx)
    .insertInto('forms.form')
    .values(row)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made?.id
}

/** All versions of the form, the newest first, without what they ask. A form has a version or two a year. */
export async function listVersions(tx: Tx, formId: string): Promise<VersionHead[]> {
  return on(tx)
    .selectFrom('forms.version as version')
    .select([...HEAD])
    .where('version.formId', '=', formId)
    .orderBy('version.number', 'desc')
    .limit(500)
    .execute()
}

export type Filter = {
  readonly search: string
  readonly procedureCode?: string | undefined
  readonly day: Day
  readonly show: 'in-force' | 'drafts'
}
export type ListedForm = VersionHead & { readonly code: string; readonly hasDraft: boolean }

const MOST_WORDS = 12

/** A page by code, after a code. */
export async function listPage(
  tx: Tx,
  { search, procedureCode, day, show }: Filter,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
): Promise<ListedForm[]> {
  const words = fold(search).split(' ').filter(Boolean).slice(0, MOST_WORDS)
  const found = versions(tx)
    .where('version.state', '=', show === 'drafts' ? 'draft' : 'published')
    .$if(show === 'in-force', (query) =>
      query
        .where('version.validFrom', '<=', day)
        .where((where) => where.or([where('version.validTo', 'is', null), where('version.validTo', '>', day)])),
    )
    .$if(procedureCode !== undefined, (query) =>
      query.where(sql<boolean>`version.procedures @> array[${procedureCode ?? ''}::text]`),
    )
    .$if(after !== undefined, (query) => query.where('form.code', '>', after ?? ''))
  return words
    .reduce((query, word) => query.where(sql<boolean>`position(${word} in version.search_text) > 0`), found)
    .select([
      ...HEAD,
      'form.code',
      sql<boolean>`exists (
        select from forms.version draft where draft.form_id = version.form_id and draft.state = 'draft')`.as(
        'hasDraft',
      ),
    ])
    .orderBy('form.code')
    .limit(limit)
    .execute()
}

type Made = { readonly by: string; readonly at: Date }
export type FormContent = { readonly definition: FormDefinition; readonly procedures: readonly string[] }

function columnsOf(code: string, { definition, procedures }: FormContent) {
  const { title, demonstration } = definition
  return {
    definition: json(definition),
    hash: definitionHash(definition),
    procedures: [...procedures],
    titleVi: title.vi,
    titleEn: title.en,
    fieldCount: fieldsOf(definition).length,
    demonstration,
    searchText: `${code} ${fold(title.vi)} ${fold(title.en)} ${procedures.join(' ')}`,
  }
}

/** Adds a version after the last, a draft unless it is published at once; its id. */
export async function insertVersion(
  tx: Tx,
  { id: formId, code }: Pick<FormRow, 'id' | 'code'>,
  content: FormContent,
  { by, at }: Made,
  published?: { readonly validFrom: Day },
): Promise<string> {
  const last = await on(tx)
    .selectFrom('forms.version')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('formId', '=', formId)
    .executeTakeFirst()
  const row = {
    id: newId(),
    formId,
    number: (last?.number ?? 0) + 1,
    state: published ? ('published' as const) : ('draft' as const),
    validFrom: published?.validFrom ?? null,
    publishedAt: published ? at : null,
    publishedBy: published ? by : null,
    createdAt: at,
    createdBy: by,
    changedAt: at,
    changedBy: by,
    revision: 1,
    ...columnsOf(code, content),
  }
  await on(tx)
    .insertInto('forms.version')
    .values(row as never)
    .execute()
  return row.id
}

/** Saves the draft if it is still of the revision; whether it was. */
export async function updateDraft(
  tx: Tx,
  draft: { readonly id: string; readonly code: string; readonly revision: number },
  content: FormContent,
  { by, at }: Made,
): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('forms.version')
    .set({ ...columnsOf(draft.code, content), changedAt: at, changedBy: by, revision: draft.revision + 1 })
    .where('id', '=', draft.id)
    .where('state', '=', 'draft')
    .where('revision', '=', draft.revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Makes the draft a published version, and ends the one that holds without an end. */
export async function publishDraft(
  tx: Tx,
  { id, formId }: Pick<VersionHead, 'id' | 'formId'>,
  { validFrom, by, at }: Made & { readonly validFrom: Day },
): Promise<void> {
  await on(tx)
    .updateTable('forms.version')
    .set({ validTo: validFrom })
    .where('formId', '=', formId)
    .where('state', '=', 'published')
    .where('validTo', 'is', null)
    .execute()
  await on(tx)
    .updateTable('forms.version')
    .set({ state: 'published', validFrom, publishedAt: at, publishedBy: by })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute()
}
