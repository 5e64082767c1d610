import { addDays, type Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { Act } from '../domain/words.ts'
import { on, type TemplateRow } from './notify-tables.ts'

/** The templates that are sent by themselves at an act on a day: one for each channel, the last that began. */
export async function automaticTemplates(tx: Tx, act: Act, day: Day): Promise<TemplateRow[]> {
  const rows = await on(tx)
    .selectFrom('cases.messageTemplate')
    .selectAll()
    .where('act', '=', act)
    .where('automatic', '=', true)
    .where('validFrom', '<=', day)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>=', day)]))
    .orderBy('validFrom', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return [...new Map(rows.toReversed().map((row) => [row.channel, row])).values()]
}

/** One page of templates: those of a day and later, or all. */
export async function listTemplates(
  tx: Tx,
  { from, after, limit }: { from: Day | null; after?: string | undefined; limit: number },
): Promise<TemplateRow[]> {
  let query = on(tx).selectFrom('cases.messageTemplate').selectAll()
  if (from !== null)
    query = query.where((where) => where.or([where('validTo', 'is', null), where('validTo', '>=', from)]))
  if (after) query = query.where('id', '>', after)
  return query.orderBy('id').limit(limit).execute()
}

/** Adds words from a day on; those of the same place that run over that day end the day before. */
export async function insertTemplate(tx: Tx, row: TemplateRow): Promise<void> {
  const place = on(tx)
    .updateTable('cases.messageTemplate')
    .where('act', '=', row.act)
    .where('channel', '=', row.channel)
    .where('language', '=', row.language)
  await place
    .set({ validTo: addDays(row.validFrom, -1) })
    .where('validFrom', '<', row.validFrom)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>=', row.validFrom)]))
    .execute()
  // Of one day there is one wording: the later replaces what was to begin on the same day or after it.
  await place
    .set((expression) => ({ validTo: expression.ref('validFrom'), automatic: false }))
    .where('validFrom', '>=', row.validFrom)
    .execute()
  await on(tx).insertInto('cases.messageTemplate').values(row).execute()
}
