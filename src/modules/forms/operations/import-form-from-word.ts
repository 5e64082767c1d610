import { Problem } from '#kernel/problem.ts'
import { readUpload } from '#server/files.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { lintForm } from '../domain/lint.ts'
import { formFromTemplate } from '../domain/template.ts'
import { readWordTemplate } from '../gateways/word-template.ts'
import { shownLinted } from '../publishing.ts'

export const importFormFromWord = operation(contract.importFormFromWord, async ({ tx, actor }, { fileId }) => {
  const { bytes } = await readUpload(tx, fileId, actor)
  const definition = formFromTemplate(await readWordTemplate(bytes))
  if (!definition) throw new Problem('rule-broken', 'forms/empty-template', 'There is no place to fill in.')
  return { definition, findings: shownLinted(lintForm(definition)).findings }
})
