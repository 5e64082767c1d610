import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { mayReadDrafts, shownVersion } from '../publishing.ts'
import type { VersionHead } from '../store/tables.ts'
import { findForm, getFormVersion, listVersions } from '../store/versions.ts'

export const getForm = operation(contract.getForm, async ({ tx, now, actor }, { code, versionId, draft, ...input }) => {
  const day = input.day ?? dayAt(now)
  const form = await findForm(tx, code)
  const all = form ? await listVersions(tx, form.id) : []
  const versions = mayReadDrafts(actor) ? all : all.filter(({ state }) => state !== 'draft')
  // Whoever may not read drafts is not told of a form that is only one.
  if (!form || versions.length === 0) throw new Problem('not-found', 'forms/unknown-form')
  const wanted = versionId === undefined ? choose(versions, day, draft) : versions.find(({ id }) => id === versionId)
  if (!wanted) throw new Problem('not-found', 'forms/unknown-version')
  const { definition } = await getFormVersion(tx, wanted.id)
  return { id: form.id, code, version: shownVersion(wanted), definition, versions: versions.map(shownVersion) }
})

const isInForce = ({ state, validFrom, validTo }: VersionHead, day: string) =>
  state === 'published' && validFrom !== null && validFrom <= day && (validTo === null || day < validTo)

function choose(versions: readonly VersionHead[], day: string, draft: boolean): VersionHead | undefined {
  const open = draft ? versions.find(({ state }) => state === 'draft') : undefined
  return open ?? versions.find((version) => isInForce(version, day)) ?? versions[0]
}
