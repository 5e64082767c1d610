import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { AskClock } from '../domain/asking.ts'
import type { HandOnClock } from '../domain/handing-on.ts'

/** Where what holds from a day on comes from; nobody changed what came with the platform. */
type Set = {
  readonly id: string
  readonly validFrom: Day
  readonly source: string
  readonly certainty: 'text' | 'cited' | 'unverified'
  readonly reason: string
  readonly changedBy: string | null
  readonly changedByName: string
  readonly changedAt: Date
}
export type TermStep = 'refuse' | 'ask' | 'answer'
export type TermRow = Set & { readonly step: TermStep; readonly workingDays: number }
export type HandOnRuleRow = Set & { readonly clock: HandOnClock }
export type AskRuleRow = Set & { readonly clock: AskClock }
type Tables = {
  'complaints.term': TermRow
  'complaints.handOnRule': HandOnRuleRow
  'complaints.askRule': AskRuleRow
}
const on = (tx: Tx) => tx.$extendTables<Tables>()

/** Every term that was ever set, the newest first. */
export const listTerms = (tx: Tx): Promise<TermRow[]> =>
  on(tx).selectFrom('complaints.term').selectAll().orderBy('step').orderBy('validFrom', 'desc').limit(200).execute()

/** The working days of a step on a day. Throws when no term holds. */
export async function termOn(tx: Tx, step: TermRow['step'], day: Day): Promise<number> {
  const row = await on(tx)
    .selectFrom('complaints.term')
    .select('workingDays')
    .where('step', '=', step)
    .where('validFrom', '<=', day)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw new Error(`No term holds for ${step} on ${day}.`)
  return row.workingDays
}

/** Sets a term from a day on; the one of the same day is replaced. */
export async function putTerm(tx: Tx, row: TermRow): Promise<void> {
  const { id: _id, ...rest } = row
  await on(tx)
    .insertInto('complaints.term')
    .values(row)
    .onConflict((conflict) => conflict.columns(['step', 'validFrom']).doUpdateSet(rest))
    .execute()
}

/** What was ever laid down for handing on, the newest first. */
export const listHandOnRules = (tx: Tx): Promise<HandOnRuleRow[]> =>
  on(tx).selectFrom('complaints.handOnRule').selectAll().orderBy('validFrom', 'desc').limit(200).execute()

/** How the answer is counted of what is handed on on a day. Throws when no rule holds. */
export async function handOnClockOn(tx: Tx, day: Day): Promise<HandOnClock> {
  const row = await on(tx)
    .selectFrom('complaints.handOnRule')
    .select('clock')
    .where('validFrom', '<=', day)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw new Error(`No rule for handing on holds on ${day}.`)
  return row.clock
}

/** Lays down how the answer is counted from a day on; what was laid down for the same day is replaced. */
export async function putHandOnRule(tx: Tx, row: HandOnRuleRow): Promise<void> {
  const { id: _id, ...rest } = row
  await on(tx)
    .insertInto('complaints.handOnRule')
    .values(row)
    .onConflict((conflict) => conflict.column('validFrom').doUpdateSet(rest))
    .execute()
}

/** What was ever laid down for asking the citizen for more, the newest first. */
export const listAskRules = (tx: Tx): Promise<AskRuleRow[]> =>
  on(tx).selectFrom('complaints.askRule').selectAll().orderBy('validFrom', 'desc').limit(200).execute()

/** Whether the term of the answer stands still when the citizen is asked on a day. Throws when no rule holds. */
export async function askClockOn(tx: Tx, day: Day): Promise<AskClock> {
  const row = await on(tx)
    .selectFrom('complaints.askRule')
    .select('clock')
    .where('validFrom', '<=', day)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw new Error(`No rule for asking holds on ${day}.`)
  return row.clock
}

/** Lays down from a day on whether it stands still; what was laid down for the same day is replaced. */
export async function putAskRule(tx: Tx, row: AskRuleRow): Promise<void> {
  const { id: _id, ...rest } = row
  await on(tx)
    .insertInto('complaints.askRule')
    .values(row)
    .onConflict((conflict) => conflict.column('validFrom').doUpdateSet(rest))
    .execute()
}
