import { json, type Tx } from '#server/db.ts'
import type { Template } from '../domain/template.ts'
import { on, type TemplateTable, type TemplateVersionTable, type WordTemplateTable } from './tables.ts'

export type LatestTemplate = TemplateTable & Pick<TemplateVersionTable, 'body' | 'savedAt' | 'savedByName'>

const latest = (tx: Tx) =>
  on(tx)
    .selectFrom('reports.template as t')
    .innerJoin('reports.templateVersion as v', (join) =>
      join.onRef('v.templateId', '=', 't.id').onRef('v.version', '=', 't.version'),
    )
    .select(['t.id', 't.code', 't.name', 't.version', 'v.body', 'v.savedAt', 'v.savedByName'])

/** One page of the templates in their latest versions, oldest first; `after` is the last id of the page before. */
export async function listLatestTemplates(
  tx: Tx,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<LatestTemplate[]> {
  let query = latest(tx)
  if (after) query = query.where('t.id', '>', after)
  return query.orderBy('t.id').limit(limit).execute()
}

/** The template in its latest version. */
export async function findLatestTemplate(tx: Tx, id: string): Promise<LatestTemplate | undefined> {
  return latest(tx).where('t.id', '=', id).executeTakeFirst()
}

/** The template of a code, locked until the transaction ends. */
export async function findTemplateByCodeForUpdate(tx: Tx, code: string): Promise<TemplateTable | undefined> {
  return on(tx).selectFrom('reports.template').selectAll().where('code', '=', code).forUpdate().executeTakeFirst()
}

/** One version of a template. */
export async function findTemplateVersion(
  tx: Tx,
  templateId: string,
  version: number,
): Promise<TemplateVersionTable | undefined> {
  return on(tx)
    .selectFrom('reports.templateVersion')
    .selectAll()
    .where('templateId', '=', templateId)
    .where('version', '=', version)
    .executeTakeFirst()
}

/** All versions of a template without their bodies, newest first. */
export async function listTemplateVersions(
  tx: Tx,
  templateId: string,
): Promise<Pick<TemplateVersionTable, 'version' | 'savedAt' | 'savedByName' | 'note'>[]> {
  return on(tx)
    .selectFrom('reports.templateVersion')
    .select(['version', 'savedAt', 'savedByName', 'note'])
    .where('templateId', '=', templateId)
    .orderBy('version', 'desc')
    .execute()
}

type SavedVersion = Omit<TemplateVersionTable, 'body'> & {
  readonly body: Template
  readonly code: string
  readonly name: string
}

/** Puts a version in and makes it the latest; the template comes into being with its first. */
export async function saveTemplateVersion(tx: Tx, { code, name, body, ...version }: SavedVersion): Promise<void> {
  const template = { id: version.templateId, code, name, version: version.version }
  await on(tx)
    .insertInto('reports.template')
    .values(template)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, version: version.version }))
    .execute()
  await on(tx)
    .insertInto('reports.templateVersion')
    .values({ ...version, body: json(body) })
    .execute()
}

/** The Word templates of a report template, oldest first. */
export async function listWordTemplatesOf(tx: Tx, templateId: string): Promise<WordTemplateTable[]> {
  return on(tx)
    .selectFrom('reports.wordTemplate')
    .selectAll()
    .where('templateId', '=', templateId)
    .orderBy('id')
    .execute()
}

/** One Word template of a report template. */
export async function findWordTemplate(tx: Tx, id: string): Promise<WordTemplateTable | undefined> {
  return on(tx).selectFrom('reports.wordTemplate').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Keeps a Word template that has been checked. */
export async function insertWordTemplate(tx: Tx, row: WordTemplateTable): Promise<void> {
  const { placeholders, unknown, ...rest } = row
  await on(tx)
    .insertInto('reports.wordTemplate')
    .values({ ...rest, placeholders: json(placeholders), unknown: json(unknown) })
    .execute()
}
