import type { Day } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { requireEverywhere, requireScope } from '#modules/organisation/index.ts'
import { type Actor, isEmptyScope, scopeFor } from '#server/actor.ts'
import type { Tx } from '#server/db.ts'
import type { Context } from '#server/operation.ts'
import type { Finding } from './domain/findings.ts'
import { isFree } from './domain/findings.ts'
import { hasField } from './store/fields.ts'
import type { VersionHead } from './store/tables.ts'

/** Whether the reader may see what is not published. */
export const mayReadDrafts = (actor: Actor | null): boolean => !isEmptyScope(scopeFor(actor, 'procedures:read'))

/** Nothing, or a refusal: what one person wrote another publishes, unless `procedures:publish-own` is held. */
export function requireSecondPerson({ actor }: Pick<Context, 'actor'>, changedBy: string): void {
  if (actor.id !== changedBy || !isEmptyScope(scopeFor(actor, 'procedures:publish-own'))) return
  throw new Problem('not-allowed', 'procedures/own-publication', 'Somebody else has to publish what you wrote.')
}

/** Nothing, or a refusal that names every error found. */
export function requireFree(findings: readonly Finding[]): void {
  if (isFree(findings)) return
  const errors = findings
    .filter(({ severity }) => severity === 'error')
    .slice(0, 100)
    .map(({ code, place, values, message }) => ({ path: place, code, message: message.en, values }))
  throw new Problem('rule-broken', 'procedures/not-publishable', 'There are errors to mend first.', { errors })
}

/** The refusal when what was edited is no longer what is stored. */
export const changedMeanwhile = (): Problem =>
  new Problem('conflict', 'procedures/draft-changed', 'The draft was saved by someone else meanwhile.')

/** Nothing, or a refusal when there is no field of the code. */
export async function requireField(tx: Tx, code: string): Promise<void> {
  if (await hasField(tx, code)) return
  throw new Problem('invalid-input', 'platform/invalid-input', 'There is no such field.', {
    errors: [
      { path: 'content.fieldCode', code: 'procedures/unknown-field', message: 'No such field.', values: { code } },
    ],
  })
}

/** Nothing, or a refusal of a decision that has not been taken yet. */
export function requireDecided(on: Day, today: Day): void {
  if (on <= today) return
  throw new Problem('invalid-input', 'procedures/decision-to-come', '', { values: { day: on } })
}

/** Nothing, or a refusal when an earlier version would begin on the day or after it: validity never overlaps. */
export function requireLater(versions: readonly VersionHead[], from: Day): void {
  const latest = versions
    .flatMap(({ state, validFrom }) => (state === 'draft' || validFrom === null ? [] : [validFrom]))
    .toSorted()
    .at(-1)
  if (latest === undefined || latest < from) return
  throw new Problem('conflict', 'procedures/version-not-later', '', { values: { day: latest } })
}

/** Nothing, or a refusal: what holds everywhere needs the permission everywhere, what holds in a unit needs it there. */
export async function requirePlace(
  context: Pick<Context, 'tx' | 'actor'>,
  permission: string,
  unitId: string | null,
): Promise<void> {
  if (unitId === null) requireEverywhere(context, permission)
  else await requireScope(context, permission, unitId)
}
