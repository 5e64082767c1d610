import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { compareForms } from '../domain/compare.ts'
import { readableVersion, shownVersion } from '../publishing.ts'

export const formDifferences = operation(contract.formDifferences, async ({ tx, actor }, { code, before, after }) => {
  const old = await readableVersion(tx, actor, { code, versionId: before })
  const now = await readableVersion(tx, actor, { code, versionId: after })
  return {
    before: shownVersion(old),
    after: shownVersion(now),
    differences: compareForms(old.definition, now.definition).map((one) => ({
      ...one,
      attributes: [...one.attributes],
    })),
  }
})
