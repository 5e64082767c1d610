import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'

/** What somebody thinks of how a case was handled: one word for a case, the last one. */
export type CaseRating = {
  readonly caseId: string
  readonly draftId: string | null
  readonly citizenId: string | null
  readonly stars: number
  readonly reasons: string[]
  readonly words: string
  readonly way: 'online' | 'kiosk' | 'phone'
  readonly at: Date
}
const on = (tx: Tx) => tx.$extendTables<{ 'portal.rating': CaseRating }>()

/** Called once it is known that the case is theirs. */
async function open(tx: Tx): Promise<void> {
  await sql`select set_config('portal.rating', 'open', true)`.execute(tx)
}

/** The rating of a case that is known to be theirs. */
export async function findRating(tx: Tx, caseId: string): Promise<CaseRating | undefined> {
  await open(tx)
  return on(tx).selectFrom('portal.rating').selectAll().where('caseId', '=', caseId).executeTakeFirst()
}

/** Keeps the rating in place of the one before, wherever that was given. */
export async function rateCase(tx: Tx, row: CaseRating): Promise<void> {
  const { stars, reasons, words, way, at } = row
  await open(tx)
  await on(tx)
    .insertInto('portal.rating')
    .values(row)
    .onConflict((conflict) => conflict.column('caseId').doUpdateSet({ stars, reasons, words, way, at }))
    .execute()
}
