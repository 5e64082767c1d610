import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { readableVersion, shownTrouble, shownVersion } from '../publishing.ts'
import { judgeAnswers } from '../submitting.ts'

export const checkAnswers = operation(contract.checkAnswers, async ({ tx, actor, now }, { answers, ...wanted }) => {
  const version = await readableVersion(tx, actor, wanted)
  const { evaluation, values, troubles } = await judgeAnswers(tx, version, answers, now)
  return {
    version: shownVersion(version),
    complete: troubles.every(({ severity }) => severity !== 'error'),
    steps: [...evaluation.steps],
    shown: [...evaluation.shown],
    required: [...evaluation.required],
    values,
    troubles: troubles.map(shownTrouble),
  }
})
