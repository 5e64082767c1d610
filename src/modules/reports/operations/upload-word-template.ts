import { Problem } from '#kernel/problem.ts'
import { readUpload } from '#server/files.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { inspectWordTemplate } from '../outputs/word-template.ts'
import type { WordTemplateTable } from '../store/tables.ts'
import { findLatestTemplate, insertWordTemplate } from '../store/templates.ts'
import { requireEverywhere } from './save-template.ts'

export const uploadWordTemplate = operation(
  contract.uploadWordTemplate,
  async (context, { templateId, fileId, name }) => {
    const { tx, actor, now, newId, announce } = context
    requireEverywhere(context)
    const template = await findLatestTemplate(tx, templateId)
    if (!template) throw new Problem('not-found', 'reports/template-not-found')
    const { bytes } = await readUpload(tx, fileId, actor)
    const inspected = await inspectWordTemplate(bytes, template.body)
    const row = { id: newId(), templateId, name, fileId, ...inspected, uploadedByName: actor.name, uploadedAt: now }
    await insertWordTemplate(tx, row)
    await announce(contract.REPORT_TOPIC)
    return shownWordTemplate(row)
  },
)

/** A Word template as the contract's row. */
export function shownWordTemplate({ id, name, placeholders, unknown, uploadedAt, uploadedByName }: WordTemplateTable) {
  return { wordTemplateId: id, name, placeholders, unknown, uploadedAt: uploadedAt.toISOString(), uploadedByName }
}
