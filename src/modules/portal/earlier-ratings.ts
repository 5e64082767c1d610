import { placesOfCases } from '#modules/cases/index.ts'
import type { Preparation } from '#server/module.ts'
import { listUnplaced, placeRating } from './store/ratings.ts'

const MOST = 5000

/** Ratings from before it was kept whose case was rated, some at each start. */
export async function placeEarlier({ tx }: Preparation): Promise<void> {
  const places = await placesOfCases(tx, await listUnplaced(tx, MOST))
  for (const { id, code, competentUnitId } of places) await placeRating(tx, id, competentUnitId, code ?? '')
}
