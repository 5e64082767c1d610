import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { listWordTemplatesOf } from '../store/templates.ts'
import { shownWordTemplate } from './upload-word-template.ts'

export const listWordTemplates = operation(contract.listWordTemplates, async ({ tx }, { templateId }) => ({
  wordTemplates: (await listWordTemplatesOf(tx, templateId)).map(shownWordTemplate),
}))
