import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { filledForm } from '../printing.ts'
import { readableVersion } from '../publishing.ts'

export const printFilledForm = operation(contract.printFilledForm, async ({ tx, actor, now }, input) => {
  const { code, versionId, ...wanted } = input
  return filledForm(tx, {
    ...wanted,
    answers: input.answers,
    version: await readableVersion(tx, actor, { code, versionId }),
    now,
  })
})
