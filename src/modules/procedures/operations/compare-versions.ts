import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { compareContents } from '../domain/compare.ts'
import { mayReadDrafts } from '../publishing.ts'
import { shownVersion } from '../shown.ts'
import { findVersion } from '../store/versions.ts'

export const compareVersions = operation(contract.compareVersions, async ({ tx, actor }, { code, before, after }) => {
  const [old, now] = [await findVersion(tx, before), await findVersion(tx, after)]
  for (const version of [old, now]) {
    const isHidden = version?.state === 'draft' && !mayReadDrafts(actor)
    if (version?.code !== code || isHidden) throw new Problem('not-found', 'procedures/unknown-version')
  }
  if (!old || !now) throw new Problem('not-found', 'procedures/unknown-version')
  return {
    before: shownVersion(old),
    after: shownVersion(now),
    differences: compareContents(old.content, now.content).map((one) => ({ ...one, fields: [...one.fields] })),
  }
})
