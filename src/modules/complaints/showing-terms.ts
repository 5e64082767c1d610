import type { Tx } from '#server/db.ts'
import { listAskRules, listHandOnRules, listTerms } from './store/terms.ts'

/** Who laid it down, when and why; null: it came with the platform. */
const setBy = (row: { changedBy: string | null; changedByName: string; changedAt: Date; reason: string }) =>
  row.changedBy === null ? null : { byName: row.changedByName, at: row.changedAt, reason: row.reason }

/** Every term that was ever set, with who set it. */
export async function shownTerms(tx: Tx) {
  return (await listTerms(tx)).map((row) => ({ ...row, set: setBy(row) }))
}

/** What was ever laid down for handing on, with who did it. */
export async function shownRules(tx: Tx) {
  return (await listHandOnRules(tx)).map((row) => ({ ...row, set: setBy(row) }))
}

/** The same for asking the citizen for more. */
export async function shownAskRules(tx: Tx) {
  return (await listAskRules(tx)).map((row) => ({ ...row, set: setBy(row) }))
}
