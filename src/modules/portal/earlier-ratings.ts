import { placesOfCases } from '#modules/cases/index.ts'
import type { Preparation } from '#server/module.ts'
import { listUnplaced, placeRatings } from './store/ratings.ts'

const MOST = 5000

/** Ratings from before it was kept whose case was rated, some at each start. */
export async function placeEarlier({ tx }: Preparation): Promise<void> {
  await placeRatings(tx, await placesOfCases(tx, await listUnplaced(tx, MOST)))
}
