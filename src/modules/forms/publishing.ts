import { Problem } from '#kernel/problem.ts'
import { problemText } from '#kernel/problem-messages.ts'
import { findInForce } from '#modules/procedures/index.ts'
import { type Actor, isEmptyScope, scopeFor } from '#server/actor.ts'
import type { Tx } from '#server/db.ts'
import type { Trouble } from './domain/answer.ts'
import type { Linted } from './domain/lint.ts'
import { isPublishable } from './domain/lint.ts'
import { problems } from './domain/problems.ts'
import type { VersionHead } from './store/tables.ts'
import { findFormVersion, type StoredForm } from './store/versions.ts'

/** Whether the reader may see what is not published. */
export const mayReadDrafts = (actor: Actor | null): boolean => !isEmptyScope(scopeFor(actor, 'forms:read'))

/** The version if it is of the form and the reader may see it. Throws not-found. */
export async function readableVersion(
  tx: Tx,
  actor: Actor | null,
  { code, versionId }: { readonly code: string; readonly versionId: string },
): Promise<StoredForm> {
  const found = await findFormVersion(tx, versionId)
  if (!found || found.code !== code || (found.state === 'draft' && !mayReadDrafts(actor)))
    throw new Problem('not-found', 'forms/unknown-version')
  return found
}

/** Nothing, or a refusal: what one person wrote another publishes, unless `forms:publish-own` is held. */
export function requireSecondPerson(actor: Actor, changedBy: string): void {
  if (actor.id !== changedBy || !isEmptyScope(scopeFor(actor, 'forms:publish-own'))) return
  throw new Problem('not-allowed', 'forms/own-publication', 'Somebody else has to publish what you wrote.')
}

/** Nothing, or a refusal that names every error the linter found. */
export function requirePublishable(linted: Linted): void {
  if (isPublishable(linted)) return
  const errors = linted.findings
    .filter(({ severity }) => severity === 'error')
    .slice(0, 100)
    .map(({ code, place, values, message }) => ({ path: place, code, message: message.en, values }))
  throw new Problem('rule-broken', 'forms/not-publishable', 'There are errors to mend first.', { errors })
}

/** The refusal when what was edited is no longer what is stored. */
export const changedMeanwhile = (): Problem =>
  new Problem('conflict', 'forms/draft-changed', 'The draft was saved by someone else meanwhile.')

/** Nothing, or a refusal of a code under which no procedure is in force. */
export async function requireProcedures(tx: Tx, codes: readonly string[], day: string): Promise<void> {
  for (const code of codes) {
    if (await findInForce(tx, code, day)) continue
    throw new Problem('invalid-input', 'forms/unknown-procedure', '', { values: { code } })
  }
}

/** A version as it is shown. */
export const shownVersion = (row: VersionHead) => ({
  id: row.id,
  number: row.number,
  state: row.state,
  validFrom: row.validFrom,
  validTo: row.validTo,
  hash: row.hash,
  title: { vi: row.titleVi, en: row.titleEn },
  procedures: row.procedures,
  fieldCount: row.fieldCount,
  demonstration: row.demonstration,
  publishedAt: row.publishedAt,
  changedAt: row.changedAt,
  revision: row.revision,
})

/** A trouble with its sentence in both languages. */
export const shownTrouble = (trouble: Trouble) => ({
  ...trouble,
  message: {
    vi: problemText(problems, trouble.code, trouble.values, 'vi'),
    en: problemText(problems, trouble.code, trouble.values, 'en'),
  },
})

export const shownLinted = ({ findings, coverage }: Linted) => ({
  findings: findings.map((one) => ({ ...one })),
  coverage,
})
