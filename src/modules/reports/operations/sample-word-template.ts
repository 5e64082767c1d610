import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { WORD_TYPE } from '../outputs/word.ts'
import { sampleWord } from '../outputs/word-sample.ts'
import { findLatestTemplate } from '../store/templates.ts'

export const sampleWordTemplate = operation(contract.sampleWordTemplate, async ({ tx }, { templateId }) => {
  const template = await findLatestTemplate(tx, templateId)
  if (!template) throw new Problem('not-found', 'reports/template-not-found')
  return { name: `mau-${template.code}.docx`, mediaType: WORD_TYPE, bytes: await sampleWord(template.body) }
})
