import type { Tx } from '#server/db.ts'
import { listAskRules, listHandOnRules, listTerms } from './store/terms.ts'

type LaidDown = {
  readonly changedBy: string | null
  readonly changedByName: string
  readonly changedAt: Date
  readonly reason: string
}

/** With who laid it down, when and why; null: it came with the platform. */
const withSetter = <R extends LaidDown>(row: R) => ({
  ...row,
  set: row.changedBy === null ? null : { byName: row.changedByName, at: row.changedAt, reason: row.reason },
})

/** Every term that was ever set, with who set it. */
export const shownTerms = async (tx: Tx) => (await listTerms(tx)).map(withSetter)

/** What was ever laid down for handing on, with who did it. */
export const shownRules = async (tx: Tx) => (await listHandOnRules(tx)).map(withSetter)

/** The same for asking the citizen for more. */
export const shownAskRules = async (tx: Tx) => (await listAskRules(tx)).map(withSetter)
