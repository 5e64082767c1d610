import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { isRecord } from '../domain/answer.ts'
import { moveAnswers as move } from '../domain/migrate.ts'
import { readableVersion, shownVersion } from '../publishing.ts'
import { listVersions } from '../store/versions.ts'
import { compiledOf } from '../submitting.ts'

export const moveAnswers = operation(contract.moveAnswers, async ({ tx, actor, now }, input) => {
  const { code, answers } = input
  const from = await readableVersion(tx, actor, { code, versionId: input.fromVersionId })
  const today = dayAt(now)
  const inForce = (await listVersions(tx, from.formId)).find(
    ({ validFrom, validTo }) => validFrom !== null && validFrom <= today && (validTo === null || today < validTo),
  )
  const versionId = input.toVersionId ?? inForce?.id
  if (versionId === undefined) throw new Problem('not-found', 'forms/unknown-version')
  const to = await readableVersion(tx, actor, { code, versionId })
  const context = { today, units: null }
  const moved = move(compiledOf(from), compiledOf(to), isRecord(answers) ? answers : {}, context)
  return {
    version: shownVersion(to),
    answers: { ...moved.answers },
    aside: { ...moved.aside },
    notices: moved.notices.map((notice) => ({ ...notice })),
  }
})
