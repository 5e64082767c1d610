import { isAnyDiscontent, keepDiscontent } from '#modules/cases/index.ts'
import type { Tx } from '#server/db.ts'
import type { Preparation } from '#server/module.ts'
import { DISPLEASED_TO } from './domain/discontent.ts'
import { type CaseRating, listRatedDownTo, putCaseRating } from './store/ratings.ts'

/** Keeps what is thought of a case in place of what was said before, for the 766 index too. */
export async function rateCase(tx: Tx, row: CaseRating): Promise<void> {
  await putCaseRating(tx, row)
  await keepDiscontent(tx, row.caseId, 'rating', row.stars <= DISPLEASED_TO ? row.at : null)
}

/** What was rated before the index asked, told once. */
export async function tellOfEarlierRatings({ tx }: Pick<Preparation, 'tx'>): Promise<void> {
  if (await isAnyDiscontent(tx, 'rating')) return
  for (const { caseId, at } of await listRatedDownTo(tx, DISPLEASED_TO)) await keepDiscontent(tx, caseId, 'rating', at)
}
