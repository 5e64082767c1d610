import { type Day, dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { requireEverywhere } from '#modules/organisation/index.ts'
import type { Context } from '#server/operation.ts'

/** What is laid down from a day on, with who does it now. Throws when the actor may not everywhere, or the day is past. */
export function layDown<G extends { readonly validFrom: Day }>(context: Context, given: G) {
  requireEverywhere(context, 'complaints:define')
  const { actor, now, newId } = context
  if (given.validFrom < dayAt(now)) throw new Problem('rule-broken', 'complaints/term-past')
  return { ...given, id: newId(), changedBy: actor.id, changedByName: actor.name, changedAt: now }
}
