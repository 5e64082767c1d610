import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'

/** What somebody thinks of how a case was handled: one word for a case, the last one. */
export type CaseRating = {
  readonly caseId: string
  /** The unit that decided it, and its code. */
  readonly unitId: string
  readonly caseCode: string
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
export async function putCaseRating(tx: Tx, row: CaseRating): Promise<void> {
  const { unitId, caseCode, stars, reasons, words, way, at } = row
  await open(tx)
  await on(tx)
    .insertInto('portal.rating')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('caseId').doUpdateSet({ unitId, caseCode, stars, reasons, words, way, at }),
    )
    .execute()
}

/** What is looked for: of units, from an instant to another. */
export type RatingSpan = { readonly unitIds: readonly string[] | null; readonly from: Date; readonly before: Date }
/** Where a page ended. */
export type RatingMark = { readonly stars: number; readonly at: Date; readonly caseId: string }

const within = ({
  unitIds,
  from,
  before,
}: RatingSpan) => sql`r.at >= ${from} and r.at < ${before} and r.unit_id is not null
  and ${unitIds === null ? sql`true` : sql`r.unit_id = any (${[...unitIds]}::uuid[])`}`

/** One page of the ratings of cases in sight: the worst first, of those the newest first. */
export async function listCaseRatings(
  tx: Tx,
  { after, limit, ...span }: RatingSpan & { readonly after: RatingMark | null; readonly limit: number },
): Promise<CaseRating[]> {
  const beyond =
    after === null
      ? sql`true`
      : sql`(r.stars > ${after.stars} or r.stars = ${after.stars} and (r.at < ${after.at} or r.at = ${after.at} and r.case_id > ${after.caseId}::uuid))`
  const { rows } = await sql<CaseRating>`select r.* from portal.rating r where ${within(span)} and ${beyond}
    order by r.stars, r.at desc, r.case_id limit ${limit}`.execute(tx)
  return rows
}

/** How many ratings in sight there are with each number of stars, from one to five. */
export async function countCaseRatings(tx: Tx, span: RatingSpan): Promise<readonly number[]> {
  const { rows } = await sql<{
    stars: number
    count: number
  }>`select r.stars, count(*)::integer as count from portal.rating r
    where ${within(span)} group by r.stars`.execute(tx)
  return [1, 2, 3, 4, 5].map((stars) => rows.find((row) => row.stars === stars)?.count ?? 0)
}

/** Cases that were rated before it was kept whose they are. */
export async function listUnplaced(tx: Tx, limit: number): Promise<string[]> {
  const { rows } = await sql<{
    caseId: string
  }>`select case_id from portal.rating where unit_id is null limit ${limit}`.execute(tx)
  return rows.map(({ caseId }) => caseId)
}

type Place = { readonly id: string; readonly code: string | null; readonly competentUnitId: string }

/** Keeps whose cases they were that were rated. */
export async function placeRatings(tx: Tx, places: readonly Place[]): Promise<void> {
  if (places.length === 0) return
  await open(tx)
  await sql`update portal.rating r set unit_id = p.unit_id, case_code = p.code
    from unnest(${places.map(({ id }) => id)}::uuid[], ${places.map(({ competentUnitId }) => competentUnitId)}::uuid[],
      ${places.map(({ code }) => code ?? '')}::text[]) p (case_id, unit_id, code)
    where r.case_id = p.case_id`.execute(tx)
}

/** The cases that were rated so many stars or fewer, and when. */
export async function listRatedDownTo(
  tx: Tx,
  stars: number,
): Promise<{ readonly caseId: string; readonly at: Date }[]> {
  await open(tx)
  const { rows } = await sql<{ caseId: string; at: Date }>`
    select case_id, at from portal.rating where stars <= ${stars}`.execute(tx)
  return rows
}
